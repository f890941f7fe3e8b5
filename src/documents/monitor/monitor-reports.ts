import type { ReportFigures, ReportSpan } from '../../batch/monitor/monitoring-figures.js';
import type { StandingFigures } from '../../batch/monitor/standing-figures.js';
import type { MonitorResult } from '../../batch/monitor/monitoring.js';
import { isOpen } from '../../domain/problem-progress.js';
import type { LedgerEntry } from '../../policy/pack/schema.js';
import { documentNumbers, TARGET_WORDS, type MonitorDocumentInput } from './monitor-document.js';
import { targetSentences, type TargetSentence } from './target-sentences.js';
import { type AboutSheet, repeatable } from './monitor-sheet.js';
import { maskFreeText } from '../model/masked-value.js';
import { headerRow, signatureRow, textRow, titleRow } from '../model/sheet-rows.js';
import { dayWords, monthWords } from '../model/words.js';
import type { CellModel, RowModel } from '../model/workbook-model.js';

const HEADINGS = ['工作推进情况', '取得成效', '亮点经验', '存在问题', '下步打算'];
const MONTHLY = ['基本情况', '目标完成情况', '存在问题'];
const NUMERALS = '一二三四五六七八九十';

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

/** One figure of the table: `now` for a place, and how it stood before the span where that is known. */
interface Figure {
  readonly header: string;
  readonly width: number;
  readonly cell: (one: ReportFigures, base: string) => CellModel;
}

function standing(header: string, of: (one: StandingFigures) => number): Figure[] {
  return [
    { header, width: 9, cell: of },
    {
      header: `上期${header}`,
      width: 9,
      cell: ({ before }, base) => (before === null ? `缺${base}名册` : of(before)),
    },
  ];
}

const FIGURES: readonly Figure[] = [
  { header: '户数', width: 7, cell: (one) => one.households },
  { header: '人数', width: 7, cell: (one) => one.members },
  { header: '劳动力', width: 8, cell: (one) => one.labourers },
  ...standing('已就业', (one) => one.employed),
  { header: '状态不明', width: 9, cell: (one) => one.statusUnknown },
  { header: '新增就业', width: 9, cell: (one, base) => one.newlyEmployed ?? `缺${base}名册` },
  { header: '失业', width: 9, cell: (one, base) => one.lostWork ?? `缺${base}名册` },
  { header: '参加培训', width: 9, cell: (one) => one.trained ?? '没有培训表' },
  { header: '服务人次', width: 9, cell: (one) => one.services ?? '没有服务表' },
  ...standing('监测对象户', (one) => one.register),
  { header: '未消除风险户', width: 9, cell: (one) => one.openRisk },
];
const PLACE_WIDTH = 20;
const WIDTH = FIGURES.length + 1;
/** Characters that fit one line of a joined row. */
const LINE = PLACE_WIDTH + FIGURES.reduce((sum, { width }) => sum + width, 0);

function reportSheet(input: MonitorDocumentInput, kind: ReportKind): AboutSheet {
  const { result, due } = input;
  const entries = result.packs.flatMap(({ pack }) => pack.ledgers.filter(({ list }) => list === kind.list));
  const headings =
    entries.find(({ columns }) => columns.length > 0)?.columns ?? (kind.list === 'monthly-report' ? MONTHLY : HEADINGS);
  const { figures, base, missing } = kind.about;
  const about = `${documentNumbers(result)}　数据截至 ${dayWords(result.asOf)}`;
  const sentences = targetSentences(result.packs);
  return {
    name: kind.name,
    about,
    columns: [
      { width: PLACE_WIDTH, style: 'wrap' },
      ...FIGURES.map(({ width }) => ({ width, style: 'text-center' as const })),
    ],
    rows: repeatable(function* (): Generator<RowModel> {
      yield titleRow(`${kind.span}移民监测${kind.name}`, WIDTH);
      yield textRow(about, WIDTH);
      yield headerRow(['乡镇 社区/村', ...FIGURES.map(({ header }) => header)], 36);
      for (const one of figures) yield figureRow(one, base);
      if (missing.length > 0) yield line(`新增就业、失业和上期数与${base}比；没有提供的月份：${missing.join('、')}`);
      yield line(changesLine(result));
      yield line(targetsLine(result));
      const next = due.find(
        ({ day, id }) => day >= result.asOf && entries.some((entry) => entry.id === id || id.includes('report')),
      );
      if (next !== undefined && entries.length > 0)
        yield line(`报送期限：${dayWords(next.day)}前（含当日）${next.note === null ? '' : `（${next.note}）`}`);
      for (const [index, heading] of headings.entries()) {
        yield textRow(`${NUMERALS[index] ?? ''}、${heading}`, WIDTH, 'subtitle', 24);
        const lines = filledIn(heading, result, figures.at(-1), sentences);
        for (const text of lines) yield line(text);
        if (lines.length === 0) yield textRow('（由填报人填写）', WIDTH, 'wrap', 44);
      }
      yield signatureRow(['填报人：', '审核人：', '单位负责人：', '（盖章）　　　年　月　日'], WIDTH);
    }),
    freeze: { rows: 3, columns: 1 },
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
  };
}

function figureRow(one: ReportFigures, base: string): RowModel {
  const { township, community } = one;
  const place = community === null ? (township ?? '合计') : `　${community}`;
  const cells = [maskFreeText(place), ...FIGURES.map(({ cell }) => cell(one, base))];
  return community === null ? { cells, style: 'total-label' } : { cells };
}

/** A sentence over the whole width, as high as it needs. */
function line(text: string): RowModel {
  const width = [...text].reduce((sum, character) => sum + (character < '\u2000' ? 1 : 2), 0);
  return textRow(text, WIDTH, 'wrap', 8 + 16 * Math.ceil(width / (LINE - 6)));
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

/** What the figures themselves say under a heading; everything else is for the one who reports. */
function filledIn(
  heading: string,
  result: MonitorResult,
  sum: ReportFigures | undefined,
  sentences: readonly TargetSentence[],
): string[] {
  if (/推进|基本情况/.test(heading)) return [...(sum === undefined ? [] : [standingLine(sum)])];
  if (/完成情况/.test(heading))
    return numbered(sentences.map(({ text, status }) => `${text}（${TARGET_WORDS[status]}）`));
  if (/成效/.test(heading)) return numbered(sentences.filter(({ status }) => status === 'met').map(({ text }) => text));
  if (/问题/.test(heading)) return problemLines(result, sentences);
  return [];
}

function standingLine(sum: ReportFigures): string {
  const unknown = sum.statusUnknown > 0 ? `，另有${sum.statusUnknown}人就业状态不明` : '';
  const { before } = sum;
  const change = before === null ? '' : `，上期${before.employed}人，${changeOf(sum.employed - before.employed)}`;
  return `在册${sum.households}户${sum.members}人，劳动力${sum.labourers}人，已就业${sum.employed}人${change}${unknown}；监测对象${sum.register}户，未消除风险${sum.openRisk}户。`;
}

function changeOf(difference: number): string {
  return difference === 0 ? '持平' : `${difference > 0 ? '增加' : '减少'}${Math.abs(difference)}人`;
}

/** What was promised and missed first, with names; then what was only aimed at; then the households flagged. */
function problemLines({ problems }: MonitorResult, sentences: readonly TargetSentence[]): string[] {
  const missed = sentences.filter(({ status }) => status === 'missed');
  const named = ({ text, names, duty }: TargetSentence): string =>
    `${text}${names === '' ? '' : `。涉及：${names}`}${duty.length === 0 ? '' : `。责任单位：${duty.join('、')}`}`;
  const flags = new Map<string, string[]>();
  for (const one of problems)
    if (one.kind === 'flag' && isOpen(one.progress) && one.progress !== 'unseen' && !one.undecided)
      flags.set(one.name, [...(flags.get(one.name) ?? []), one.who ?? one.householdId ?? '']);
  return numbered([
    ...missed.filter(({ isAim }) => !isAim).map(named),
    ...missed.filter(({ isAim }) => isAim).map((one) => `力争的目标还没有达到：${named(one)}`),
    ...[...flags].map(([name, who]) => `${name}${who.length}户：${maskFreeText(firstOf(who))}`),
  ]);
}

function firstOf(names: readonly string[]): string {
  return `${names.slice(0, 20).join('、')}${names.length > 20 ? `等${names.length}户，全部见名单` : ''}`;
}

function numbered(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${index + 1}. ${text}${/[。；]$/.test(text) ? '' : '。'}`);
}
