import { basename } from 'node:path';
import { readReturn } from '../../batch/bank/bank-return.js';
import { openWorkbook } from '../../io/readers/index.js';
import { RETIRED } from '../../io/retire-files.js';
import type { ReturnCoverage } from '../../ledger/life/bank-results.js';
import type { BankFileLines } from '../../ledger/read/sent-files.js';
import { readReturnRows } from '../../tables/return-file.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { noReturnTable } from '../input/read-bank-files.js';
import { bankColumns } from '../input/bank-columns.js';
import { resultAnswers } from '../input/result-answers.js';
import { stateName } from '../tell/batch-lines.js';
import { asFindings, findingDocuments, printFindings } from '../tell/tell-findings.js';
import { badChoice, missingOption } from '../line/usage-faults.js';
import { act, withLedger } from '../input/with-ledger.js';

/** Takes in a bank result file; what differs from what was sent is an error finding and stays in flight. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = '', file = ''] = positional;
  const coverage = values.text('coverage') as ReturnCoverage | null;
  if (coverage === null) throw missingOption('--coverage full|failures|successes', 'return');
  const results = resultAnswers(values.list('result'));
  const { columns, requireUsed } = bankColumns(values.list('column'));
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const batch = ledger.show(id);
    const { batchId } = batch.summary;
    const of = readOf(values.text('of'), batch.files);
    const workbook = await openWorkbook(file);
    try {
      const rows = await readReturnRows(workbook, coverage, { results, columns });
      requireUsed();
      if (rows.rows.length === 0 && rows.findings.some(({ severity }) => severity === 'error'))
        throw noReturnTable(file, asFindings(rows.findings));
      const reading = readReturn({
        batchId,
        lines: batch.lines,
        rows: rows.rows,
        coverage,
        sentOn: batch.sentOn,
        files: batch.files,
        of,
        named: rows.batches,
      });
      const record = { file, sha256: workbook.sha256, coverage, results: reading.results };
      const outcome = ledger.recordReturns(batchId, record, act(options));
      const findings = asFindings([...rows.findings, ...reading.findings]);
      const failed = findings.some(({ severity }) => severity === 'error');
      if (options.format === 'json') {
        terminal.print(
          JSON.stringify({
            batch_id: batchId,
            state: outcome.state,
            recorded: outcome.recorded,
            unchanged: outcome.unchanged,
            in_flight: outcome.inFlight,
            findings: findingDocuments(findings, terminal),
          }),
        );
      } else {
        await printFindings(findings, terminal);
        const state = stateName(outcome.state, terminal.lang);
        terminal.print(
          terminal.pick({
            zh: `${batchId}：新登记 ${outcome.recorded} 笔，已有 ${outcome.unchanged} 笔，还在途 ${outcome.inFlight} 笔；批次状态 ${state}`,
            en: `${batchId}: ${outcome.recorded} recorded, ${outcome.unchanged} known before, ${outcome.inFlight} in flight; ${state}`,
          }),
        );
      }
      return failed ? 1 : 0;
    } finally {
      await workbook.close();
    }
  });
}

/** The bank file that the user names, also by the name it has since it counts no more. Throws Fault for any other. */
function readOf(text: string | null, files: readonly BankFileLines[]): BankFileLines | null {
  if (text === null) return null;
  const name = basename(text.replaceAll('\\', '/')).replace(new RegExp(`^(?:${RETIRED})+`), '');
  const found = files.find((file) => file.name === name);
  if (found !== undefined) return found;
  throw badChoice(
    '--of',
    text,
    files.map((file) => file.name),
  );
}
