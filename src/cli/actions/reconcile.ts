import { maskNumbersInText, wholeText } from '../../domain/masking.js';
import { join } from 'node:path';
import { budgetFindings, reconciliationReport } from '../../batch/bank/reconciliation-report.js';
import { reconcile, RECONCILIATION_COLUMNS, reconciliationCsvRows } from '../../batch/bank/reconciliation.js';
import type { ReconciliationReport } from '../../batch/bank/reconciliation-report.js';
import type { ReconciliationRow } from '../../batch/bank/reconciliation.js';
import { maskFreeText } from '../../documents/model/masked-value.js';
import type { CsvModel } from '../../documents/model/csv-model.js';
import { writeCsv } from '../../io/csv-writer.js';
import { writeOutputs } from '../../io/output-folder.js';
import { writeText } from '../../io/writers/text-writer.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required, type CommonOptions } from '../line/options.js';
import { readBankFiles, readBudgetFile } from '../input/read-bank-files.js';
import { reconciliationLines } from '../tell/reconciliation-lines.js';
import { asFindings, findingDocuments, printFindings } from '../tell/tell-findings.js';
import { badValue } from '../line/usage-faults.js';
import { withLedger } from '../input/with-ledger.js';

/** Year-end: every line of the year against the bank's files, and what was used against the budget. Asks nothing. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const year = readYear(required(values.text('year'), '--year <YYYY>', 'reconcile'));
  const paths = values.list('bank');
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const bank = await readBankFiles(paths, values.list('column'));
    const budget = options.budget === null ? { rows: [], findings: [] } : await readBudgetFile(options.budget);
    const batches = ledger.ofYear(year);
    const { rows, ...whole } = reconcile({
      year,
      batches,
      bank: bank.rows,
      others: bank.rows.length === 0 ? [] : ledger.ofOtherYears(year),
    });
    const report = reconciliationReport({ rows, ...whole }, batches, budget.rows);
    const findings = [...bank.findings, ...budget.findings, ...asFindings(budgetFindings(report))];
    const files = options.out === null ? [] : await write(options.out, report, rows, invocation, options);
    const { lang, reveal } = terminal;
    if (options.format === 'json')
      terminal.print(JSON.stringify({ ...report, findings: findingDocuments(findings, terminal), files }));
    else {
      await printFindings(findings, terminal);
      await terminal.printAll(reconciliationLines(report, rows, { lang, reveal }));
      for (const file of files) terminal.print(file);
    }
    if (paths.length === 0)
      terminal.note(
        terminal.pick({
          zh: '没有给银行明细（--bank）：台账里的每一笔都没有可以核对的对象',
          en: 'no --bank was given: there is nothing to check the ledger against',
        }),
      );
    return report.agrees && !findings.some(({ severity }) => severity === 'error') ? 0 : 1;
  });
}

async function write(
  out: string,
  report: ReconciliationReport,
  rows: readonly ReconciliationRow[],
  { terminal }: Invocation,
  { csvEncoding }: CommonOptions,
): Promise<string[]> {
  const names = await writeOutputs(out, async (temporary) => {
    const shown = terminal.reveal ? wholeText : maskNumbersInText;
    await writeCsv(join(temporary, 'reconciliation.csv'), csvModel(rows, terminal.reveal), csvEncoding);
    await writeText(join(temporary, 'reconciliation.json'), [shown(`${JSON.stringify(report, null, 2)}\n`)]);
  });
  return names.map((name) => join(out, name));
}

/** What banks and clerks wrote; everything else in the file is made by the program. */
const FREE_TEXT: readonly string[] = ['payee_id', 'payee_name', 'reason'];

function csvModel(rows: readonly ReconciliationRow[], reveal: boolean): CsvModel {
  const masked = ['payee_name', 'reason'].map((name) => RECONCILIATION_COLUMNS.indexOf(name));
  return {
    name: 'reconciliation.csv',
    whole: reveal,
    columns: RECONCILIATION_COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.includes(name) })),
    rows: (function* () {
      for (const row of reconciliationCsvRows(rows, reveal))
        yield reveal
          ? row
          : row.map((cell, i) => (typeof cell === 'string' && masked.includes(i) ? maskFreeText(cell) : cell));
    })(),
  };
}

function readYear(text: string): string {
  if (/^(19|20)\d\d$/.test(text)) return text;
  const should = { zh: '四位数的年份', en: 'a year of four digits' };
  throw badValue('bad-year', '--year', text, should, { zh: '例如 --year 2024', en: 'such as --year 2024' });
}
