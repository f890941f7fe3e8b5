import { dayNumber } from '../../domain/calendar.js';
import { formatYuan, formatYuanGrouped } from '../../domain/money.js';
import type { ListSheet } from '../../documents/list-workbook.js';
import type { Lang } from '../../findings/finding.js';
import type { BatchOverview } from '../../ledger/read/batch-overview.js';
import type { Equation, Part } from '../../ledger/read/closing-proof.js';
import { tableLines } from '../terminal/terminal-table.js';
import { batchDocument, equationDocument, stateName } from './batch-lines.js';

/** After how many days without an act a batch that is not closed is named. */
const UNTOUCHED_DAYS = 30;

/** How many days lines have been under way; null where none is. */
export function daysInFlight({ proof, sentOn }: BatchOverview, today: string): number | null {
  return proof.total.inFlight.lines === 0 || sentOn === null ? null : dayNumber(today) - dayNumber(sentOn);
}

/** How many days nothing was done to a batch that still waits for somebody; null where nothing is asked of anybody. */
export function daysUntouched({ summary, lastOn }: BatchOverview, today: string): number | null {
  if (summary.state === 'closed' || summary.state === 'void' || lastOn === '') return null;
  const days = dayNumber(today) - dayNumber(lastOn);
  return days >= UNTOUCHED_DAYS ? days : null;
}

export function overviewDocument(batch: BatchOverview, today: string): Readonly<Record<string, unknown>> {
  return {
    ...batchDocument(batch.summary),
    sums: equationDocument(batch.proof.total),
    approved_on: batch.approvedOn,
    sent_on: batch.sentOn,
    in_flight_days: daysInFlight(batch, today),
    last_act_on: batch.lastOn,
    untouched_days: daysUntouched(batch, today),
  };
}

const PARTS = [
  ['应发', 'due', 'due'],
  ['已付', 'paid', 'paid'],
  ['退回', 'returned', 'returned'],
  ['失败', 'failed', 'failed'],
  ['停发', 'stopped', 'stopped'],
  ['在途', 'in flight', 'inFlight'],
  ['未送', 'not sent', 'notSent'],
  ['追回', 'clawed back', 'clawedBack'],
] as const satisfies readonly (readonly [string, string, keyof Equation])[];

/** Approved and later: their lines have states. */
function counted(batches: readonly BatchOverview[]): readonly BatchOverview[] {
  return batches.filter(({ summary: { state } }) => state !== 'draft' && state !== 'void');
}

/** 应发, 已付 … of each batch that was approved, and of all; empty when none was. */
export function sumLines(batches: readonly BatchOverview[], lang: Lang): string[] {
  const zh = lang === 'zh';
  const own = counted(batches);
  if (own.length === 0) return [];
  const text = ({ lines, amount }: Part): string => (lines === 0 ? '—' : `${lines} / ${formatYuanGrouped(amount)}`);
  const rows = own.map(({ summary, proof }) => [
    summary.batchId,
    ...PARTS.map(([, , part]) => text(proof.total[part])),
  ]);
  const totals = PARTS.map(([, , part]) => text(addAll(own.map(({ proof }) => proof.total[part]))));
  return [
    '',
    ...tableLines(
      ['', ...PARTS.map(([name, english]) => (zh ? name : english))].map((title, i) => ({
        title,
        align: i === 0 ? ('left' as const) : ('right' as const),
      })),
      [...rows, [zh ? '合计' : 'total', ...totals]],
    ),
  ];
}

function addAll(parts: readonly Part[]): Part {
  return parts.reduce((sum, part) => ({ lines: sum.lines + part.lines, amount: sum.amount + part.amount }), {
    lines: 0,
    amount: 0,
  });
}

/** What waits for somebody: lines under way and for how long, batches that nobody touched. */
export function waitingLines(batches: readonly BatchOverview[], today: string, lang: Lang): string[] {
  const zh = lang === 'zh';
  return batches.flatMap((batch) => {
    const { batchId, state } = batch.summary;
    const lines: string[] = [];
    const flight = inFlightWords(batch, today, lang);
    if (flight !== null) lines.push(zh ? `${batchId}：${flight}` : `${batchId}: ${flight}`);
    const idle = daysUntouched(batch, today);
    if (idle !== null)
      lines.push(
        zh
          ? `${batchId}：${stateName(state, lang)}，${idle} 天没有人动过（最后一次 ${batch.lastOn}）`
          : `${batchId}: ${state}, untouched for ${idle} days (since ${batch.lastOn})`,
      );
    return lines;
  });
}

/** `在途 3 笔 9,000.00 元，已 41 天（2024-10-01 起）`; null where nothing is under way. */
export function inFlightWords(batch: BatchOverview, today: string, lang: Lang): string | null {
  const days = daysInFlight(batch, today);
  const { lines, amount } = batch.proof.total.inFlight;
  if (days === null) return null;
  const yuan = formatYuanGrouped(amount);
  return lang === 'zh'
    ? `在途 ${lines} 笔 ${yuan} 元，已 ${days} 天（${batch.sentOn ?? ''} 起）`
    : `${lines} lines in flight, ${yuan} yuan, for ${days} days (since ${batch.sentOn ?? ''})`;
}

/** Sheet 批次: sums by state, who made and approved each, what waits. */
export function overviewSheet(batches: readonly BatchOverview[], today: string): ListSheet {
  return {
    name: '批次',
    title: '批次一览',
    columns: [
      { title: '批次', width: 30 },
      { title: '状态', width: 10 },
      ...PARTS.flatMap(([name]) => [
        { title: `${name}笔数`, width: 8 },
        { title: `${name}金额`, width: 14 },
      ]),
      { title: '制表', width: 10 },
      { title: '审核', width: 10 },
      { title: '审核日期', width: 12 },
      { title: '在途天数', width: 8 },
      { title: '未动天数', width: 8 },
    ],
    rows: batches.map((batch) => [
      batch.summary.batchId,
      stateName(batch.summary.state, 'zh'),
      ...PARTS.flatMap(([, , part]) => {
        const { lines, amount } = batch.proof.total[part];
        return [
          { value: lines, style: 'integer' as const },
          { fen: amount, style: 'money' as const },
        ];
      }),
      batch.summary.maker,
      batch.summary.approver,
      batch.approvedOn,
      { value: daysInFlight(batch, today), style: 'integer' as const },
      { value: daysUntouched(batch, today), style: 'integer' as const },
    ]),
  };
}

/** Yuan of the parts, for JSON of all batches together. */
export function totalsDocument(batches: readonly BatchOverview[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    PARTS.map(([, english, part]) => {
      const { lines, amount } = addAll(counted(batches).map(({ proof }) => proof.total[part]));
      return [english.replaceAll(' ', '_'), { lines, amount: formatYuan(amount) }];
    }),
  );
}
