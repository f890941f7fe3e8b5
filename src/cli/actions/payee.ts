import { basename, dirname, join } from 'node:path';
import { listWorkbook } from '../../documents/list-workbook.js';
import { foldKey } from '../../domain/key.js';
import { maskNumbersInText } from '../../domain/masking.js';
import { writeOutputs } from '../../io/output-folder.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import { Fault } from '../faults/fault.js';
import { withLedger } from '../input/with-ledger.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readWorkbookName } from '../line/options.js';
import { tableLines } from '../terminal/terminal-table.js';
import { actDocuments, payeeRows, type PayeeRow } from '../tell/payee-rows.js';

const COLUMNS: readonly (readonly [zh: string, en: string, width: number, value: (row: PayeeRow) => string])[] = [
  ['月份', 'period', 10, (row) => row.period],
  ['批次', 'batch', 30, (row) => row.batch_id],
  ['项目', 'benefit', 16, (row) => row.benefit],
  ['年度', 'year', 8, (row) => String(row.income_year ?? '')],
  ['金额', 'yuan', 14, (row) => row.amount],
  ['结果', 'state', 40, (row) => row.state],
  ['为什么', 'why', 40, (row) => row.why],
  ['制表', 'maker', 12, (row) => row.maker],
  ['审核', 'approver', 12, (row) => row.approver ?? ''],
];

/** Everything that was ever decided about one payee: paid, held, refused, returned, taken back, by whom. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = ''] = positional;
  const out = readWorkbookName(values.text('out'));
  const zh = terminal.lang === 'zh';
  return withLedger(invocation, async (ledger, { format }): Promise<ExitCode> => {
    const rows = payeeRows(ledger, id, terminal.lang);
    const acts = actDocuments(ledger, foldKey(id));
    const shown = terminal.reveal ? id : maskNumbersInText(id);
    if (rows.length === 0 && acts.length === 0) throw unknownPayee(shown);
    if (format === 'json') terminal.print(JSON.stringify({ payee: shown, decided: rows, acts }));
    else {
      await terminal.printAll(
        tableLines(
          COLUMNS.map(([name, english, width]) => ({
            title: zh ? name : english,
            max: width,
            ...(english === 'yuan' ? { align: 'right' as const } : {}),
          })),
          rows.map((row) => COLUMNS.map(([, , , value]) => value(row))),
        ),
      );
      for (const { at, kind, by, reason } of acts) terminal.print(`${at}  ${kind}  ${by}  ${reason}`);
    }
    if (out !== null) {
      const title = `${shown} 发放与决定`;
      const model = listWorkbook(title, [
        {
          name: '发放与决定',
          title,
          columns: COLUMNS.map(([name, , width]) => ({ title: name, width })),
          rows: rows.map((row) => COLUMNS.map(([, , , value]) => value(row))),
        },
        {
          name: '停发与放行',
          title: '停发与放行',
          columns: ['日期', '事项', '经办', '原因'].map((name) => ({ title: name, width: 24 })),
          rows: acts.map(({ at, kind, by, reason }) => [at, kind, by, reason]),
        },
      ]);
      await writeOutputs(dirname(out), (temporary) => writeWorkbook(join(temporary, basename(out)), model));
      if (format !== 'json') terminal.print(out);
    }
    return 0;
  });
}

function unknownPayee(shown: string): Fault {
  return new Fault(
    'unknown-payee',
    {
      what: `台账里没有「${shown}」`,
      why: '没有一个批次考虑过这个户编号、身份证号或统一社会信用代码',
      how: '核对编号；户主以外的人按户编号查',
    },
    {
      what: `the ledger knows nothing of "${shown}"`,
      why: 'no batch considered this household, ID or credit code',
      how: 'check the number; members are found by their household',
    },
  );
}
