import type { ReportFigures, ReportSpan } from '../../batch/monitor/monitoring-figures.js';
import type { MonitorResult } from '../../batch/monitor/monitoring.js';
import { isOpen } from '../../domain/problem-progress.js';
import type { LedgerEntry } from '../../policy/pack/schema.js';
import { documentNumbers, TARGET_WORDS, type MonitorDocumentInput } from './monitor-document.js';
import { type AboutSheet, repeatable } from './monitor-sheet.js';
import { maskFreeText } from '../model/masked-value.js';
import { headerRow, shortText, signatureRow, textRow, titleRow } from '../model/sheet-rows.js';
import { dayWords, monthWords } from '../model/words.js';
import type { CellModel, RowModel } from '../model/workbook-model.js';

const HEADINGS = ['工作推进情况', '取得成效', '亮点经验', '存在问题', '下步打算'];

interface ReportKind {
  readonly name: string;
  readonly list: LedgerEntry['list'];
  readonly about: ReportSpan;
  readonly span: string;
}

/** 月报, 季报, 半年报 and 年报: the numbers stand, the sentences are for people. */
export function monitorReports(input: MonitorDocumentInput): AboutSheet[] {
  const { period } = input.result;
  const month = Number(period.slice(5, 7));
  const year = period.slice(0, 4);
  const kinds: readonly ReportKind[] = [
    { name: '月报', list: 'monthly-report', about: input.spans.month, span: monthWords(period) },
    {
      name: '季报',
      list: 'quarter-report',
      about: input.spans.quarter,
      span: `${year}年第${Math.ceil(month / 3)}季度${month % 3 === 0 ? '' : `（截至${month}月）`}`,
    },
    {
      name: '半年报',
      list: 'half-year-report',
      about: input.spans.half,
      span: `${year}年${month <= 6 ? '上' : '下'}半年${month % 6 === 0 ? '' : `（截至${month}月）`}`,
    },
    {
      name: '年报',
      list: 'year-report',
      about: input.spans.year,
      span: `${year}年${month === 12 ? '' : `（截至${month}月）`}`,
    },
  ];
  return kinds.map((kind) => reportSheet(input, kind));
}

const COLUMNS: readonly (readonly [string, (one: ReportFigures) => CellModel])[] = [
  ['乡镇', (one) => maskFreeText(one.place)],
  ['户数', (one) => one.households],
  ['人数', (one) => one.members],
  ['劳动力', (one) => one.labourers],
  ['已就业', (one) => one.employed],
  ['状态不明', (one) => one.statusUnknown],
  ['新增就业', (one) => one.newlyEmployed],
  ['失业', (one) => one.lostWork],
  ['参加培训', (one) => one.trained ?? '没有培训表'],
  ['服务人次', (one) => one.services ?? '没有服务表'],
  ['监测对象户', (one) => one.register],
  ['未消除风险户', (one) => one.openRisk],
];
const WIDTH = COLUMNS.length;

function reportSheet(input: MonitorDocumentInput, kind: ReportKind): AboutSheet {
  const { result, due } = input;
  const entries = result.packs.flatMap(({ pack }) => pack.ledgers.filter(({ list }) => list === kind.list));
  const headings =
    kind.list === 'monthly-report' ? [] : (entries.find(({ columns }) => columns.length > 0)?.columns ?? HEADINGS);
  const { figures, base, missing } = kind.about;
  const sum = figures[0];
  const about = `${documentNumbers(result)}　数据截至 ${dayWords(result.asOf)}`;
  return {
    name: kind.name,
    about,
    columns: COLUMNS.map((_, index) => ({ width: index === 0 ? 16 : 11, style: 'text-center' })),
    rows: repeatable(function* (): Generator<RowModel> {
      yield titleRow(`${kind.span}移民监测${kind.name}`, WIDTH);
      yield textRow(about, WIDTH);
      yield headerRow(
        COLUMNS.map(([header]) => header),
        28,
      );
      for (const one of [...figures.slice(1), ...(sum === undefined ? [] : [sum])])
        yield { cells: COLUMNS.map(([, cell]) => cell(one) ?? `缺${base}名册`) };
      if (missing.length > 0)
        yield textRow(`新增就业和失业与${base}比；没有提供的月份：${missing.join('、')}`, WIDTH, 'wrap', 24);
      yield textRow(changesLine(result), WIDTH, 'wrap', 24);
      yield textRow(targetsLine(result), WIDTH, 'wrap', 24);
      const next = due.find(
        ({ day, id }) => day >= result.asOf && entries.some((entry) => entry.id === id || id.includes('report')),
      );
      if (next !== undefined && entries.length > 0)
        yield textRow(
          `报送期限：${dayWords(next.day)}前（含当日）${next.note === null ? '' : `（${next.note}）`}`,
          WIDTH,
          'wrap',
          24,
        );
      for (const [index, heading] of headings.entries()) {
        yield textRow(`${'一二三四五六七八'[index] ?? ''}、${heading}`, WIDTH, 'subtitle', 24);
        const filled = filledIn(heading, result, sum);
        yield textRow(filled === '' ? '（由填报人填写）' : filled, WIDTH, 'wrap', filled === '' ? 44 : 66);
      }
      yield signatureRow(['填报人：', '审核人：', '单位负责人：', '（盖章）'], WIDTH);
    }),
    print: { landscape: true, fitToWidth: true, paper: 'A4', footer: '第 &P 页 共 &N 页' },
  };
}

function changesLine({ problems, months }: MonitorResult): string {
  const count = (progress: string): number => problems.filter((one) => one.progress === progress).length;
  if (months.given.length === 0) return `本期在册问题 ${count('new')} 件（没有提供以前月份，无从比较）`;
  return `与上期相比：新增 ${count('new')} 件，未消除 ${count('still-open')} 件，消除 ${count('cleared')} 件，已销号 ${count('struck-off')} 件，本期未见 ${count('unseen')} 件`;
}

function targetsLine({ packs }: MonitorResult): string {
  const targets = packs.flatMap((one) => one.targets.filter(({ whole }) => whole));
  const parts = (['met', 'missed', 'undecided', 'not-run'] as const).map(
    (status) => `${TARGET_WORDS[status]} ${targets.filter((target) => target.status === status).length} 项`,
  );
  return `目标：${parts.join('，')}`;
}

/** What the numbers themselves say under a heading; everything else is for the one who reports. */
function filledIn(heading: string, result: MonitorResult, sum: ReportFigures | undefined): string {
  if (heading.includes('推进') && sum !== undefined)
    return `在册 ${sum.households} 户 ${sum.members} 人，劳动力 ${sum.labourers} 人，已就业 ${sum.employed} 人${sum.statusUnknown > 0 ? `，另有 ${sum.statusUnknown} 人就业状态不明` : ''}；${targetsLine(result)}。`;
  if (heading.includes('成效')) {
    const met = result.packs.flatMap(({ pack, targets }) =>
      targets
        .filter(({ status, whole }) => whole && status === 'met')
        .map(({ target }) => pack.targets.find(({ id }) => id === target)?.name ?? target),
    );
    return met.length === 0 ? '' : shortText(`已达到：${[...new Set(met)].join('、')}。`, 300);
  }
  if (heading.includes('问题')) {
    const missed = result.packs.flatMap(({ pack, targets }) =>
      targets
        .filter(({ status, whole }) => whole && status === 'missed')
        .map(({ target }) => pack.targets.find(({ id }) => id === target)?.name ?? target),
    );
    const flags = new Map<string, number>();
    for (const one of result.problems)
      if (one.kind === 'flag' && isOpen(one.progress) && one.progress !== 'unseen' && !one.undecided)
        flags.set(one.name, (flags.get(one.name) ?? 0) + 1);
    const texts = [
      missed.length === 0 ? '' : `未达到：${[...new Set(missed)].join('、')}`,
      ...[...flags].map(([name, number]) => `${name} ${number} 户`),
    ].filter((text) => text !== '');
    return texts.length === 0 ? '' : shortText(`${texts.join('；')}。`, 300);
  }
  return '';
}
