import type { FollowedProblem, MonitorResult } from '../../batch/monitor/monitoring.js';
import { isOpen } from '../../domain/problem-progress.js';
import { documentNumbers, monthsGiven, TARGET_WORDS, type MonitorDocumentInput } from './monitor-document.js';
import type { PlainList } from '../../batch/monitor/list-source.js';
import { monitorReports } from './monitor-reports.js';
import { problemLedger, remedyLedger, taskLedger } from './monitor-ledgers.js';
import { type AboutSheet, differentNames, listSheet, monitorSheet } from './monitor-sheet.js';
import {
  CLAUSE,
  DEADLINE,
  HOUSEHOLD,
  MATTER,
  MEASURE,
  NUMBER,
  PLACE,
  PROBLEM,
  PROGRESS,
  REASON,
  RESPONSIBLE,
  SINCE,
  STRIKE_OFF,
  WHO,
} from './problem-columns.js';
import { missedSheets } from './targets-missed.js';
import { maskFreeText } from '../model/masked-value.js';
import { headerRow, textRow, titleRow } from '../model/sheet-rows.js';
import { dayWords, monthWords } from '../model/words.js';
import type { CellModel, RowModel, SheetModel, WorkbookModel } from '../model/workbook-model.js';

/**
 * `monitor.xlsx`: contents, lists of households by flag, the three ledgers with one problem id, targets, reports with the
 * numbers filled in, the registers the packs name, and due dates. Masked.
 */
export function monitorWorkbook(input: MonitorDocumentInput): WorkbookModel {
  const { result } = input;
  const sheets = [
    ...flagLists(result),
    undecidedList(result),
    taskLedger(result),
    problemLedger(result),
    remedyLedger(result),
    targetSheet(result),
    ...missedSheets(result, input.missed),
    ...monitorReports(input),
    ...input.lists.map((list) => plainSheet(list, result.period)),
    dueSheet(input),
  ];
  const codes = checkCodes(input);
  const named = differentNames([{ name: '目录', about: '', columns: [], rows: [] }, ...sheets]);
  return {
    title: `监测 ${monthWords(result.period)}`,
    sheets: [contents(input, named.slice(1)), ...named.slice(1), codes],
  };
}

/** The state in which this workbook shows each problem: by it a strike-off that is handed in again is known to be of these data. */
function checkCodes({ result, lists }: MonitorDocumentInput): SheetModel {
  const shown = [...result.problems, ...lists.flatMap(({ entries }) => entries ?? [])];
  return {
    name: '核对码',
    columns: [{ width: 16 }, { width: 12 }],
    rows: [
      headerRow(['问题编号', '核对码'], 24),
      ...shown.filter(({ check }) => check !== '').map(({ id, check }): RowModel => ({ cells: [id, check] })),
    ],
    hidden: true,
  };
}

/** A register the packs name; where people may be struck off it, with their numbers and the columns for that. */
function plainSheet(list: PlainList, period: string): AboutSheet {
  const { name, rows, entries } = list;
  const about = { period, about: `${list.clause}　${list.about}` };
  if (entries === undefined)
    return monitorSheet(name, about, list.columns, rows, rows.length === 0 && list.columns[0] === '序号' ? 12 : 0);
  const struck = (list.struck ?? []).length;
  return monitorSheet(
    name,
    struck === 0 ? about : { period, about: `${about.about}；已销号 ${struck} 人（户），资料没有变，不再列出` },
    ['问题编号', ...list.columns, '责任人', '销号', '销号理由', '销号人'],
    rows.map((row, index) => {
      const entry = entries[index];
      return [entry?.id ?? null, ...row, entry?.followUp.responsible || null, null, null, null];
    }),
  );
}

const FLAG_COLUMNS = [
  NUMBER,
  PROBLEM,
  HOUSEHOLD,
  WHO,
  PLACE,
  PROGRESS,
  SINCE,
  REASON,
  CLAUSE,
  RESPONSIBLE,
  DEADLINE,
  ...STRIKE_OFF,
];

function flagLists(result: MonitorResult): AboutSheet[] {
  const certain = result.problems.filter((one) => one.kind === 'flag' && !one.undecided);
  const ids = [...new Set(result.packs.flatMap(({ pack }) => pack.flags.map(({ id }) => id)))];
  return ids.map((id) => {
    const own = certain.filter((one) => one.what === id);
    const name = own[0]?.name ?? flagName(result, id);
    const open = own.filter(({ progress }) => isOpen(progress)).length;
    const notRun = result.packs.flatMap(({ flagsNotRun }) => flagsNotRun.filter(({ flag }) => flag === id));
    const about =
      notRun[0] === undefined
        ? `未消除 ${open} 户，其中新增 ${own.filter(({ progress }) => progress === 'new').length} 户；本期消除 ${own.filter(({ progress }) => progress === 'cleared').length} 户，已销号 ${own.filter(({ progress }) => progress === 'struck-off').length} 户`
        : `没有检查：${notRun[0].reason}`;
    const title = name.endsWith('名单') ? name : `${shortName(name)}名单`;
    return listSheet(
      title,
      { period: result.period, about },
      FLAG_COLUMNS,
      own.filter(({ progress }) => progress !== 'struck-off'),
    );
  });
}

/** Sheet names are at most 31 characters; long flag names lose their middle to the list's second line. */
function shortName(name: string): string {
  return [...name]
    .slice(0, 18)
    .join('')
    .replace(/[的且、]$/, '');
}

function flagName({ packs }: MonitorResult, id: string): string {
  return packs.flatMap(({ pack }) => pack.flags).find((flag) => flag.id === id)?.name ?? id;
}

function undecidedList(result: MonitorResult): AboutSheet {
  const rows = result.problems.filter((one) => one.kind === 'flag' && one.undecided && one.progress !== 'struck-off');
  const about = `资料不足、无法判定的户，核实前不认定，共 ${rows.length} 项`;
  return listSheet(
    '待核实名单',
    { period: result.period, about },
    [
      NUMBER,
      PROBLEM,
      HOUSEHOLD,
      WHO,
      PLACE,
      MATTER,
      PROGRESS,
      SINCE,
      { ...REASON, header: '原因', width: 22 },
      CLAUSE,
      { ...MEASURE, header: '核实情况', width: 12 },
      ...STRIKE_OFF,
    ],
    rows,
  );
}

function targetSheet(result: MonitorResult): AboutSheet {
  const rows = result.packs.flatMap(({ pack, targets }) =>
    targets.map((target): CellModel[] => [
      pack.document.number,
      pack.targets.find(({ id }) => id === target.target)?.name ?? target.target,
      target.scope,
      { value: TARGET_WORDS[target.status], style: STYLE[target.status] },
      target.value,
      target.goal,
      target.numerator,
      target.denominator,
      target.reason,
      target.clause.replace(pack.document.number, '').trim(),
    ]),
  );
  return monitorSheet(
    '目标完成情况',
    { period: result.period, about: `基准日 ${dayWords(result.asOf)}；比较用原数，不用四舍五入后的数` },
    ['文件', '目标', '范围', '结果', '现值', '目标值', '分子', '分母', '说明', '条款'],
    rows,
  );
}

const STYLE = { met: 'text-center', missed: 'error', undecided: 'warning', 'not-run': 'info' } as const;

function dueSheet({ due, result }: MonitorDocumentInput): AboutSheet {
  return monitorSheet(
    '近期期限',
    { period: null, about: `基准日 ${dayWords(result.asOf)}前一个月至后三个月` },
    ['序号', '期限', '事项', '说明', '文件', '条款', '责任单位'],
    due.map((one, index) => [
      index + 1,
      one.day,
      one.name,
      [one.day < result.asOf ? '已到期' : '', one.note ?? ''].filter((text) => text !== '').join('；'),
      result.packs.find(({ pack }) => pack.id === one.pack)?.pack.document.number ?? one.pack,
      one.clause,
      one.duty.join('、'),
    ]),
  );
}

function contents({ result }: MonitorDocumentInput, sheets: readonly AboutSheet[]): SheetModel {
  const width = 2;
  const count = (progress: FollowedProblem['progress']): number =>
    result.problems.filter((one) => one.progress === progress).length;
  const notRun = result.packs.flatMap(({ pack, flagsNotRun }) =>
    flagsNotRun.map(({ flag, reason }) => [pack.flags.find(({ id }) => id === flag)?.name ?? flag, reason]),
  );
  return {
    name: '目录',
    columns: [{ width: 26 }, { width: 66, style: 'wrap' }],
    rows: (function* (): Generator<RowModel> {
      yield titleRow(`${monthWords(result.period)}监测`, width);
      yield textRow(documentNumbers(result), width);
      yield textRow(
        `基准日 ${dayWords(result.asOf)}　问题：新增 ${count('new')}、未消除 ${count('still-open')}、本期消除 ${count('cleared')}、已销号 ${count('struck-off')}、本期未见 ${count('unseen')}`,
        width,
      );
      yield textRow(monthsGiven(result), width);
      for (const { pack } of result.packs)
        if (pack.document.status === 'draft')
          yield textRow(`${pack.document.number}是征求意见稿，结果只供试算`, width, 'warning');
      yield headerRow(['工作表', '内容'], 24);
      for (const sheet of sheets)
        yield { cells: [{ value: sheet.name, style: 'link', link: `'${sheet.name}'!A1` }, sheet.about] };
      if (notRun.length > 0) {
        yield headerRow(['没有检查的标记', '原因'], 24);
        for (const cells of notRun) yield { cells: cells.map(maskFreeText) };
      }
    })(),
    print: { landscape: false, fitToWidth: true, paper: 'A4', footer: '第 &P 页 共 &N 页' },
  };
}
