import type { FollowedProblem, MonitorResult } from '../../batch/monitor/monitoring.js';
import {
  documentNumbers,
  KIND_WORDS,
  monthsGiven,
  PROGRESS_WORDS,
  TARGET_WORDS,
  type MonitorDocumentInput,
} from './monitor-document.js';
import { monitorReports } from './monitor-reports.js';
import { type AboutSheet, differentNames, monitorSheet } from './monitor-sheet.js';
import { missedSheets } from './targets-missed.js';
import { maskFreeText } from '../model/masked-value.js';
import { headerRow, textRow, titleRow } from '../model/sheet-rows.js';
import { dayWords, monthWords, SEVERITY_WORDS } from '../model/words.js';
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
    ...input.lists.map((list) =>
      monitorSheet(
        list.name,
        { period: result.period, about: `${list.clause}　${list.about}` },
        list.columns,
        list.rows,
        list.rows.length === 0 && list.columns[0] === '序号' ? 12 : 0,
      ),
    ),
    dueSheet(input),
  ];
  const named = differentNames([{ name: '目录', about: '', columns: [], rows: [] }, ...sheets]);
  return { title: `监测 ${monthWords(result.period)}`, sheets: [contents(input, named.slice(1)), ...named.slice(1)] };
}

const FLAG_HEADERS = [
  '序号',
  '问题编号',
  '户编号',
  '户主',
  '乡镇',
  '社区/村',
  '进展',
  '首次出现月份',
  '持续月数',
  '原因',
  '依据',
  '帮扶措施',
  '责任人',
];

function flagLists(result: MonitorResult): AboutSheet[] {
  const certain = result.problems.filter((one) => one.kind === 'flag' && !one.undecided);
  const ids = [...new Set(result.packs.flatMap(({ pack }) => pack.flags.map(({ id }) => id)))];
  return ids.map((id) => {
    const own = certain.filter((one) => one.what === id);
    const name = own[0]?.name ?? flagName(result, id);
    const open = own.filter(({ progress }) => progress !== 'cleared').length;
    const notRun = result.packs.flatMap(({ flagsNotRun }) => flagsNotRun.filter(({ flag }) => flag === id));
    const about =
      notRun[0] === undefined
        ? `未消除 ${open} 户，其中新增 ${own.filter(({ progress }) => progress === 'new').length} 户；本期消除 ${own.filter(({ progress }) => progress === 'cleared').length} 户`
        : `没有检查：${notRun[0].reason}`;
    const title = name.endsWith('名单') ? name : `${shortName(name)}名单`;
    return monitorSheet(title, { period: result.period, about }, FLAG_HEADERS, own.map(flagRow));
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

function flagRow(one: FollowedProblem, index: number): CellModel[] {
  return [
    index + 1,
    one.id,
    one.householdId,
    one.who,
    one.township,
    one.community,
    PROGRESS_WORDS[one.progress],
    one.since,
    one.ageMonths,
    one.reason,
    one.clauses.join('；'),
    null,
    null,
  ];
}

function undecidedList(result: MonitorResult): AboutSheet {
  const rows = result.problems.filter((one) => one.kind === 'flag' && one.undecided);
  return monitorSheet(
    '待核实名单',
    { period: result.period, about: `资料不足、无法判定的户，核实前不认定，共 ${rows.length} 项` },
    [
      '序号',
      '问题编号',
      '户编号',
      '户主',
      '乡镇',
      '社区/村',
      '事项',
      '进展',
      '首次出现月份',
      '原因',
      '依据',
      '核实情况',
      '责任人',
    ],
    rows.map((one, index) => [
      index + 1,
      one.id,
      one.householdId,
      one.who,
      one.township,
      one.community,
      one.name,
      PROGRESS_WORDS[one.progress],
      one.since,
      one.reason,
      one.clauses.join('；'),
      null,
      null,
    ]),
  );
}

/** 工作台账: every target of the packs, with the problem's number where it was missed. */
function taskLedger(result: MonitorResult): AboutSheet {
  const rows = result.packs.flatMap(({ pack, targets }) =>
    targets.map((target) => {
      const rule = pack.targets.find(({ id }) => id === target.target);
      const problem = result.problems.find(
        (one) =>
          one.kind === 'target' &&
          one.what === target.target &&
          one.policies.includes(pack.id) &&
          one.scope === target.scope &&
          one.progress !== 'cleared',
      );
      return [
        rule?.name ?? target.target,
        target.scope,
        target.clause,
        TARGET_WORDS[target.status],
        target.value ?? '',
        target.goal ?? '',
        target.reason,
        target.status === 'missed' ? (problem?.id ?? null) : null,
        null,
        null,
      ];
    }),
  );
  return monitorSheet(
    '工作台账',
    { period: result.period, about: `${documentNumbers(result)}的任务和目标；未达到的同一编号列入问题台账和整改台账` },
    ['序号', '工作任务', '范围', '依据', '结果', '现值', '目标值', '情况', '问题编号', '责任人', '完成时限'],
    rows.map((row, index) => [index + 1, ...row]),
  );
}

const LEVELS = SEVERITY_WORDS;

function open(result: MonitorResult): FollowedProblem[] {
  return result.problems.filter(({ progress }) => progress !== 'cleared');
}

function problemLedger(result: MonitorResult): AboutSheet {
  const own = open(result);
  const categories = [
    ...new Set(result.packs.flatMap(({ pack }) => pack.ledgers.flatMap((ledger) => ledger.categories))),
  ];
  const hint = categories.length === 0 ? '' : `；类别由填报人从中选：${categories.join('、')}`;
  return monitorSheet(
    '问题台账',
    { period: result.period, about: `未销号 ${own.length} 件，${monthsGiven(result)}${hint}` },
    [
      '序号',
      '问题编号',
      '来源',
      '级别',
      '事项',
      '户编号',
      '户主',
      '乡镇',
      '社区/村',
      '进展',
      '首次出现月份',
      '持续月数',
      '情况',
      '依据',
      '类别',
      '责任人',
      '整改时限',
    ],
    own.map((one, index) => [
      index + 1,
      one.id,
      KIND_WORDS[one.kind],
      { value: LEVELS[one.level], style: one.level },
      one.name,
      one.householdId,
      one.who,
      one.township,
      one.community,
      PROGRESS_WORDS[one.progress],
      one.since,
      one.ageMonths,
      one.reason,
      one.clauses.join('；'),
      null,
      null,
      null,
    ]),
  );
}

/** 整改台账: the same numbers; those gone this month are proposed for striking off, people do it. */
function remedyLedger(result: MonitorResult): AboutSheet {
  const order = { cleared: 0, 'still-open': 1, unseen: 2, new: 3 } as const;
  const rows = [...result.problems].sort((a, b) => order[a.progress] - order[b.progress] || b.ageMonths - a.ageMonths);
  return monitorSheet(
    '整改台账',
    { period: result.period, about: `与问题台账同一编号；本期消除的建议销号，由人确认` },
    [
      '序号',
      '问题编号',
      '事项',
      '户编号',
      '户主',
      '社区/村',
      '进展',
      '持续月数',
      '整改措施',
      '责任人',
      '整改时限',
      '完成日期',
      '销号建议',
      '销号人',
    ],
    rows.map((one, index) => [
      index + 1,
      one.id,
      one.name,
      one.householdId,
      one.who,
      one.community,
      PROGRESS_WORDS[one.progress],
      one.ageMonths,
      null,
      null,
      null,
      null,
      one.progress === 'cleared' ? '建议销号' : one.progress === 'unseen' ? '不能销号，本期未见' : null,
      null,
    ]),
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
    ['序号', '期限', '事项', '说明', '文件', '条款'],
    due.map((one, index) => [
      index + 1,
      one.day,
      one.name,
      [one.day < result.asOf ? '已到期' : '', one.note ?? ''].filter((text) => text !== '').join('；'),
      result.packs.find(({ pack }) => pack.id === one.pack)?.pack.document.number ?? one.pack,
      one.clause,
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
        `基准日 ${dayWords(result.asOf)}　问题：新增 ${count('new')}、未消除 ${count('still-open')}、本期消除 ${count('cleared')}、本期未见 ${count('unseen')}`,
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
