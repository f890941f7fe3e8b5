import { join } from 'node:path';
import { paymentChanges } from '../../batch/compare/payment-changes.js';
import { rosterChanges, type RosterChanges, type RowChange } from '../../batch/compare/row-changes.js';
import { changeLines, changesCsv, changesWorkbook } from '../../documents/run/changes-table.js';
import { writeCsv } from '../../io/csv-writer.js';
import { writeOutputs } from '../../io/output-folder.js';
import { rosterFiles } from '../../io/roster-folder.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { readCommonOptions, type CommonOptions } from '../line/options.js';
import { openInputs, type Opened } from '../input/read-inputs.js';
import { readPayments } from '../input/read-payments.js';
import type { Terminal } from '../terminal/terminal.js';
import { tableLines } from '../terminal/terminal-table.js';

const SHOWN = 40;

interface Comparison extends RosterChanges {
  readonly titles: readonly [string, string];
}

/** Compares two rosters or two batches; exit code 1 when they differ. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional } = invocation;
  const [old = '', now = ''] = positional;
  const options = readCommonOptions(invocation);
  const before = await readPayments(old, options.ledger);
  const after = await readPayments(now, options.ledger);
  if ((before === null) !== (after === null)) throw differentThings(old, now, before === null);
  const comparison: Comparison =
    before === null || after === null
      ? await compareRosters(old, now, options, terminal)
      : {
          titles: [before.title, after.title],
          changes: paymentChanges(before.records, after.records),
          tablesSkipped: [],
          columnsSkipped: [],
        };
  const files = options.out === null ? [] : await write(options.out, comparison, options, terminal);
  if (options.format === 'json') terminal.print(JSON.stringify(documentOf(comparison, terminal.reveal)));
  else await terminal.printAll([...textLines(comparison, terminal), ...files]);
  for (const table of comparison.tablesSkipped)
    terminal.note(
      terminal.pick({
        zh: `${table}表只有一边有，没有比较`,
        en: `only one side has a table ${table}; it was not compared`,
      }),
    );
  if (comparison.columnsSkipped.length > 0)
    terminal.note(
      terminal.pick({
        zh: `只有一边有的列，没有比较：${comparison.columnsSkipped.join('、')}`,
        en: `columns that only one side has, not compared: ${comparison.columnsSkipped.join(', ')}`,
      }),
    );
  return comparison.changes.length + comparison.tablesSkipped.length > 0 ? 1 : 0;
}

async function compareRosters(
  old: string,
  now: string,
  options: CommonOptions,
  terminal: Terminal,
): Promise<Comparison> {
  const before = await openRoster(old, options, terminal);
  try {
    const after = await openRoster(now, options, terminal);
    try {
      return { titles: [old, now], ...rosterChanges(before.reading.roster, after.reading.roster) };
    } finally {
      await after.close();
    }
  } finally {
    await before.close();
  }
}

async function openRoster(path: string, options: CommonOptions, terminal: Terminal): Promise<Opened> {
  const opened = await openInputs(await rosterFiles(path), options, terminal);
  if (opened.faults.length === 0) return opened;
  await opened.close();
  throw new FaultList(opened.faults);
}

async function write(
  out: string,
  { changes, titles }: Comparison,
  { csvEncoding }: CommonOptions,
  { reveal }: Terminal,
): Promise<string[]> {
  const names = await writeOutputs(out, async (temporary) => {
    await writeCsv(join(temporary, 'diff.csv'), changesCsv(changes, reveal), csvEncoding);
    await writeWorkbook(join(temporary, 'diff.xlsx'), changesWorkbook(changes, titles.join(' → '), reveal));
  });
  return names.map((name) => join(out, name));
}

function textLines({ changes, titles }: Comparison, { lang, reveal }: Terminal): string[] {
  const zh = lang === 'zh';
  if (changes.length === 0) return [zh ? `没有不同：${titles.join(' → ')}` : `no difference: ${titles.join(' → ')}`];
  const columns = zh
    ? ['变动', '表', '户编号', '编号', '姓名', '项目', '原来', '现在', '']
    : ['change', 'table', 'household', 'id', 'name', 'field', 'before', 'after', ''];
  const lines = [...changeLines(changes, reveal)];
  const rest = lines.length - SHOWN;
  return [
    titles.join(' → '),
    '',
    ...tableLines(
      columns.map((title) => ({ title, max: 30 })),
      lines
        .slice(0, SHOWN)
        .map((line) => [
          zh ? line.change : (CHANGE_EN[line.change] ?? line.change),
          line.table,
          line.household,
          line.id,
          line.name,
          line.field,
          line.before,
          line.after,
          line.accountChanged ? (zh ? '账号变更' : 'account') : '',
        ]),
    ),
    ...(rest > 0 ? [zh ? `另有 ${rest} 行（--out 文件夹 写出全部）` : `${rest} more (--out DIR writes all)`] : []),
    '',
    ...summary(changes, zh),
  ];
}

const CHANGE_EN: Readonly<Record<string, string>> = { 新增: 'added', 退出: 'gone', 变更: 'changed' };

function summary(changes: readonly RowChange[], zh: boolean): string[] {
  return [...new Set(changes.map(({ table }) => table))].map((table) => {
    const own = changes.filter((change) => change.table === table);
    const count = (kind: string): number => own.filter(({ change }) => change === kind).length;
    const accounts = own.filter(({ accountChanged }) => accountChanged).length;
    return zh
      ? `${table}：新增 ${count('新增')}，退出 ${count('退出')}，变更 ${count('变更')}（其中账号变更 ${accounts}）`
      : `${table}: ${count('新增')} added, ${count('退出')} gone, ${count('变更')} changed (${accounts} accounts)`;
  });
}

function documentOf({ changes, titles, tablesSkipped, columnsSkipped }: Comparison, reveal: boolean): object {
  const [before, after] = titles;
  return {
    old: before,
    new: after,
    differs: changes.length + tablesSkipped.length > 0,
    changes: [...changeLines(changes, reveal)].map((line) => ({
      change: line.change,
      table: line.table,
      household_id: line.household,
      id: line.id,
      name: line.name,
      field: line.field,
      before: line.before,
      after: line.after,
      account_changed: line.accountChanged,
    })),
    tables_not_compared: tablesSkipped,
    columns_not_compared: columnsSkipped,
  };
}

function differentThings(old: string, now: string, rosterFirst: boolean): Fault {
  const zh = (roster: boolean): string => (roster ? '花名册' : '批次');
  const en = (roster: boolean): string => (roster ? 'a roster' : 'a batch');
  return new Fault(
    'not-comparable',
    {
      what: `应为两份花名册或两个批次，现「${old}」是${zh(rosterFirst)}、「${now}」是${zh(!rosterFirst)}`,
      how: '两个都写花名册，或两个都写批次',
    },
    {
      what: `"${old}" is ${en(rosterFirst)} and "${now}" is ${en(!rosterFirst)}`,
      how: 'give two rosters or two batches',
    },
  );
}
