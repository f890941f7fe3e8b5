import type { TraceLine, TraceReading, TraceStage } from '../../documents/run/trace-lines.js';
import type { Lang } from '../../findings/finding.js';
import { parseYuan } from '../../domain/money.js';
import { reasonText } from '../../policy/words/reason-words.js';

/**
 * Why a payee gets this amount for one benefit, or why not, in five lines: the outcome, the clause, the condition, the
 * arithmetic (or how far off), the cells; then their values, the errors that hold it, the readings it hangs on and, where the
 * ledger tells, what became of it (`fate`). Made from the numbers of the trace; a finding's code stands where it holds.
 */
export function paymentLines(trace: TraceLine, lang: Lang, fate: string | null = null): string[] {
  const zh = lang === 'zh';
  return [
    outcomeLine(trace, zh),
    `  ${zh ? '条款' : 'clause'}  ${trace.clause}「${trace.quote}」`,
    `  ${zh ? '条件' : 'condition'}  ${stageWords(trace, ['eligible'], lang) || (zh ? '没有记录' : 'not recorded')}`,
    `  ${zh ? '算法' : 'sum'}  ${arithmetic(trace, lang)}`,
    `  ${zh ? '依据' : 'cells'}  ${cellWords(trace, zh)}`,
    ...valueLines(trace, zh),
    ...(trace.held_because ?? []).map((reason) => `  ${zh ? '错误' : 'error'}  ${reason}`),
    ...(trace.readings ?? []).map((reading) => `  ${zh ? '口径' : 'reading'}  ${readingWords(reading, zh)}`),
    ...(fate === null ? [] : [`  ${zh ? '结果' : 'state'}  ${fate}`]),
  ];
}

/** How many values are shown before the rest is counted. */
const SHOWN_VALUES = 12;

/** What the cells gave: `成员!Q21 年务工收入 24000.00`. */
function valueLines({ cells_used: used = [] }: TraceLine, zh: boolean): string[] {
  if (used.length === 0) return [];
  const words = used
    .slice(0, SHOWN_VALUES)
    .map(
      ({ cell, field, value }) => `${cell.slice(cell.indexOf(' / ') + 3)} ${field} ${value ?? (zh ? '空' : 'blank')}`,
    );
  const more = used.length - words.length;
  const rest = more === 0 ? [] : [zh ? `等 ${used.length} 项` : `and ${more} more`];
  return [`  ${zh ? '数值' : 'values'}  ${[...words, ...rest].join(zh ? '、' : ', ')}`];
}

function readingWords({ reading, chosen, alternative, ...own }: TraceReading, zh: boolean): string {
  return zh
    ? `${reading} 取 ${chosen}，这一户（人、单位）合计 ${own.amount} 元；取 ${alternative} 则为 ${own.amount_otherwise} 元`
    : `${reading} = ${chosen} gives this payee ${own.amount} in all; ${alternative} would give ${own.amount_otherwise}`;
}

function outcomeLine(trace: TraceLine, zh: boolean): string {
  const year = trace.income_year === null ? '' : zh ? `（${trace.income_year} 年度）` : ` (${trace.income_year})`;
  const who = `${trace.household_id ?? trace.payee_id} ${trace.payee_name}`;
  const head = `${who}  ${trace.benefit}${year}`;
  if (trace.held_by.length > 0) {
    const codes = trace.held_by.join('、');
    return zh
      ? `${head}：暂停发放，因为花名册有错误 ${codes}（butie explain ${trace.held_by[0] ?? ''} 看怎么改），改好后再核`
      : `${head}: held by ${codes} (butie explain ${trace.held_by[0] ?? ''}); put it right and run again`;
  }
  if (trace.outcome === 'undecided')
    return zh ? `${head}：无法判定，本次发 0.00 元` : `${head}: cannot be decided, 0.00 this time`;
  if (trace.outcome === 'outside-window')
    return zh ? `${head}：不在政策期内，发 0.00 元` : `${head}: outside the policy window, 0.00`;
  if (trace.outcome !== 'entitled') return zh ? `${head}：不够条件，发 0.00 元` : `${head}: not entitled, 0.00`;
  const cut = trace.amount !== trace.entitlement;
  const entitled = cut ? (zh ? `（应得 ${trace.entitlement} 元）` : ` (entitled to ${trace.entitlement})`) : '';
  const line = trace.line_no === null ? '' : zh ? `，发放表第 ${trace.line_no} 笔` : `, line ${trace.line_no}`;
  return zh ? `${head}：发 ${trace.amount} 元${entitled}${line}` : `${head}: pays ${trace.amount}${entitled}${line}`;
}

function stageWords(trace: TraceLine, names: readonly string[], lang: Lang): string {
  return trace.stages
    .filter((stage) => names.includes(stage.stage))
    .map((stage) => reasonText(stage.because, stage.values, lang))
    .join(lang === 'zh' ? '；' : '; ');
}

function arithmetic(trace: TraceLine, lang: Lang): string {
  const zh = lang === 'zh';
  const steps: string[] = [];
  const computed = trace.stages.find((stage) => stage.stage === 'computed');
  if (computed !== undefined)
    steps.push(`${reasonText(computed.because, computed.values, lang)} = ${computed.after ?? ''}${zh ? ' 元' : ''}`);
  for (const stage of trace.stages) {
    const cut = cutOf(stage);
    if (cut !== null) steps.push(cutWords(stage, cut, zh, lang));
  }
  if (steps.length > 0) return steps.join(zh ? '；' : '; ');
  if (trace.short_by !== null) return zh ? `还差 ${trace.short_by} 元` : `${trace.short_by} short`;
  return zh ? '没有算到金额这一步' : 'no amount was worked out';
}

/** What a stage took off, in yuan text; null when nothing. */
function cutOf({ before, after }: TraceStage): string | null {
  const from = before === null ? null : parseYuan(before);
  const to = after === null ? null : parseYuan(after);
  return from === null || to === null || to >= from ? null : ((from - to) / 100).toFixed(2);
}

function cutWords(stage: TraceStage, cut: string, zh: boolean, lang: Lang): string {
  const after = zh ? `，剩 ${stage.after ?? ''} 元` : `, leaves ${stage.after ?? ''}`;
  const value = (name: string): string => String(stage.values[name] ?? '0.00');
  switch (stage.stage) {
    case 'already-paid':
      if (stage.because === 'clawback-offset') return `${reasonText(stage.because, stage.values, lang)}${after}`;
      return (zh ? `减去已经发过的 ${value('paid')} 元` : `less ${value('paid')} already paid`) + after;
    case 'pool':
    case 'limit':
      return (
        (zh
          ? `受总额限制（最高 ${value('max')} 元，已用 ${value('used')} 元）核减 ${cut} 元`
          : `cut by ${cut}: the limit is ${value('max')}, ${value('used')} is used`) + after
      );
    default:
      return `${reasonText(stage.because, stage.values, lang)}${after}`;
  }
}

const SHOWN_CELLS = 12;

/** `名册.xlsx / 成员!Q21、T21；名册.xlsx / 住户!I9`. */
function cellWords(trace: TraceLine, zh: boolean): string {
  const cells = [...new Set(trace.stages.flatMap((stage) => stage.cells))];
  if (cells.length === 0) return zh ? '没有用到单元格' : 'no cells';
  const sheets = new Map<string, string[]>();
  for (const cell of cells.slice(0, SHOWN_CELLS)) {
    const at = cell.lastIndexOf('!') + 1;
    const sheet = cell.slice(0, at);
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), cell.slice(at)]);
  }
  const words = [...sheets]
    .map(([sheet, addresses]) => sheet + addresses.join(zh ? '、' : ', '))
    .join(zh ? '；' : '; ');
  if (cells.length <= SHOWN_CELLS) return words;
  return zh ? `${words} 等 ${cells.length} 格` : `${words} and ${cells.length - SHOWN_CELLS} more`;
}
