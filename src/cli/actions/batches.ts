import { basename, dirname, join } from 'node:path';
import { listWorkbook, type ListSheet } from '../../documents/list-workbook.js';
import { maskNumbersInText } from '../../domain/masking.js';
import { writeOutputs } from '../../io/output-folder.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import type { Ledger } from '../../ledger/ledger.js';
import { batchTable } from '../tell/batch-lines.js';
import { overviewDocument, overviewSheet, sumLines, waitingLines } from '../tell/batch-overview.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readDay, readWorkbookName } from '../line/options.js';
import { withLedger } from '../input/with-ledger.js';
import { moment } from '../write/moment.js';

/** The batches with their sums by state; what is under way and for how long; with `--out` all lists of the office in one workbook. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const today = readDay('--as-of', values.text('as-of')) ?? moment().slice(0, 10);
  const out = readWorkbookName(values.text('out'));
  return withLedger(invocation, async (ledger, { period, policies, format }): Promise<ExitCode> => {
    const [policyId] = policies;
    const batches = ledger.overviews({
      ...(period === null ? {} : { period }),
      ...(policyId === undefined ? {} : { policyId }),
    });
    if (format === 'json') terminal.print(JSON.stringify(batches.map((batch) => overviewDocument(batch, today))));
    else if (batches.length === 0) terminal.note(terminal.pick({ zh: '没有这样的批次', en: 'no such batches' }));
    else {
      await terminal.printAll([
        ...batchTable(
          batches.map(({ summary }) => summary),
          terminal.lang,
        ),
        ...sumLines(batches, terminal.lang),
      ]);
      for (const line of waitingLines(batches, today, terminal.lang)) terminal.note(line);
    }
    if (out !== null) {
      const model = listWorkbook('批次一览', [overviewSheet(batches, today), clawbackSheet(ledger), holdSheet(ledger)]);
      await writeOutputs(dirname(out), (temporary) => writeWorkbook(join(temporary, basename(out)), model));
      if (format !== 'json') terminal.print(out);
    }
    return 0;
  });
}

function clawbackSheet(ledger: Ledger): ListSheet {
  return {
    name: '未收完的追回',
    title: '未收完的追回',
    columns: [
      { title: '批次', width: 30 },
      { title: '行号', width: 8 },
      { title: '收款人', width: 14 },
      { title: '编号', width: 20 },
      { title: '项目', width: 16 },
      { title: '追回', width: 14 },
      { title: '已收回', width: 14 },
      { title: '已抵扣', width: 14 },
      { title: '还欠', width: 14 },
      { title: '原因', width: 30 },
      { title: '经办', width: 10 },
      { title: '日期', width: 12 },
    ],
    rows: ledger
      .clawbacks()
      .filter(({ open }) => open > 0)
      .map((one) => [
        one.batchId,
        one.line,
        one.payeeName,
        maskNumbersInText(one.payeeId),
        one.benefit,
        { fen: one.clawedBack, style: 'money' as const },
        { fen: one.recovered, style: 'money' as const },
        { fen: one.keptBack, style: 'money' as const },
        { fen: one.open, style: 'money' as const },
        one.reason,
        one.by,
        one.at.slice(0, 10),
      ]),
  };
}

function holdSheet(ledger: Ledger): ListSheet {
  return {
    name: '停发名单',
    title: '停发名单',
    columns: [
      { title: '对象', width: 24 },
      { title: '原因', width: 40 },
      { title: '经办', width: 14 },
      { title: '自', width: 14 },
    ],
    rows: ledger.holds().map(({ payee, reason, by, at }) => [maskNumbersInText(payee), reason, by, at.slice(0, 10)]),
  };
}
