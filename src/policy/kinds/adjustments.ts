import { z } from 'zod';
import { formatYuan, type Fen } from '../../domain/money.js';
import { Condition, conditionReferences, conditionValue } from './condition.js';
import {
  exactNumber,
  isWhole,
  ONE,
  plus,
  ROUND_HOW,
  ROUND_TO,
  rounded,
  shownExact,
  times,
  type Exact,
  type Rounding,
} from './exact.js';
import {
  refuse,
  type Reference,
  type RuleOutcome,
  type RuleProblem,
  type RuleReader,
  type Tracer,
} from './rule-kind.js';
import { Id, Text } from './rule-parts.js';

const Per = z.union([Text, z.strictObject({ count: Text, outOf: z.int().min(2) })]);

const Surcharge = z.union([
  z.strictObject({ when: Condition, percent: Id }),
  z.strictObject({ when: Condition, amount: Id }),
]);

/** What any kind of rule may do with its amount afterwards, in this order. */
export const adjustments = {
  /** Times a count: months, heads; `{ count: months, outOf: 12 }` for a part of a year. */
  per: z.union([Per, z.array(Per).min(1)]).optional(),
  /** More for some: a percentage of the amount so far, or a fixed amount. */
  surcharge: z.array(Surcharge).min(1).optional(),
  /** Rounding, as the document says; needed wherever parts of a 分 may come about. */
  round: z.strictObject({ to: z.enum(ROUND_TO), how: z.enum(ROUND_HOW) }, { error: 'round' }).optional(),
  /** Parameters with the least and the most that is paid. */
  least: Id.optional(),
  most: Id.optional(),
};

export interface Adjustments {
  readonly per?: z.infer<typeof Per> | readonly z.infer<typeof Per>[] | undefined;
  readonly surcharge?: readonly z.infer<typeof Surcharge>[] | undefined;
  readonly round?: Rounding | undefined;
  readonly least?: string | undefined;
  readonly most?: string | undefined;
}

const WHOLE_FEN: Rounding = { to: 'fen', how: 'half-up' };

function counts({ per }: Adjustments): readonly { readonly count: string; readonly outOf: number }[] {
  const list = per === undefined ? [] : Array.isArray(per) ? per : [per];
  return list.map((one: z.infer<typeof Per>) => (typeof one === 'string' ? { count: one, outOf: 1 } : one));
}

/** The facts and parameters that adjustments name. */
export function adjustmentReferences(rule: Adjustments): Reference[] {
  const { surcharge = [], least, most } = rule;
  return [
    ...counts(rule).map(({ count }) => ({ path: 'per', fact: count, type: 'count' }) as const),
    ...surcharge.flatMap((one, i): Reference[] => [
      ...conditionReferences(one.when, `surcharge.${i}.when`),
      'percent' in one
        ? { path: `surcharge.${i}.percent`, parameter: one.percent, unit: ['percent', 'share'] }
        : { path: `surcharge.${i}.amount`, parameter: one.amount, unit: 'yuan' },
    ]),
    ...(least === undefined ? [] : [{ path: 'least', parameter: least, unit: 'yuan' } as const]),
    ...(most === undefined ? [] : [{ path: 'most', parameter: most, unit: 'yuan' } as const]),
  ];
}

/** A percentage, a part of a year or a share may give parts of a 分: the document says how they are rounded. */
export function roundingProblems(rule: Adjustments, mayBreak: boolean): RuleProblem[] {
  const breaks =
    mayBreak ||
    (rule.surcharge ?? []).some((one) => 'percent' in one) ||
    counts(rule).some(({ outOf, count }) => outOf > 1 || count === 'quantity');
  if (!breaks || rule.round !== undefined) return [];
  return [
    {
      path: [],
      zh: '按比例或带小数的数量计算会出现不足一分的零头，应写明怎样取整，如 round: { to: yuan, how: down }',
      en: 'a share or a quantity with decimals may leave parts of a 分: say how they are rounded, like round: { to: yuan, how: down }',
    },
  ];
}

/** The same for an amount in whole 分, which most rules leave as it is. */
export function adjustedFen(
  rule: Adjustments,
  amount: Fen,
  reason: string,
  reader: RuleReader,
  trace: Tracer | null,
): RuleOutcome {
  const { per, surcharge, round, least, most } = rule;
  const asItIs = [per, surcharge, round, least, most].every((one) => one === undefined);
  if (asItIs && amount > 0) return { outcome: 'entitled', amount, shortBy: null, reason };
  return adjusted(rule, exactNumber(amount), reason, reader, trace);
}

/**
 * Applies what the rule says after its amount: times, surcharges, rounding, least and most, each a stage of the trace.
 * An amount that nothing adjusts stays as it is.
 */
export function adjusted(
  rule: Adjustments,
  amount: Exact,
  reason: string,
  reader: RuleReader,
  trace: Tracer | null,
): RuleOutcome {
  let current = amount;
  for (const { count, outOf } of counts(rule)) {
    const value = reader.number(count);
    if (value.low !== value.high || !Number.isFinite(value.low))
      return refuse(trace, 'undecided', value.why ?? 'number-unknown');
    const name = reader.nameOf(count);
    if (value.low <= 0) return refuse(trace, 'not-eligible', 'nothing-counted', { fact: name.zh, factEn: name.en });
    const before = current;
    current = times(current, {
      over: exactNumber(value.low).over,
      under: exactNumber(value.low).under * BigInt(outOf),
    });
    trace?.stage('computed', inFen(before), inFen(current), outOf === 1 ? 'times-count' : 'times-part', {
      each: yuan(before),
      fact: name.zh,
      factEn: name.en,
      count: value.low,
      outOf,
      total: yuan(current),
    });
  }
  const base = current;
  for (const one of rule.surcharge ?? []) {
    const holds = conditionValue(one.when, reader);
    if (holds.is === null) return refuse(trace, 'undecided', holds.why, holds.values ?? {});
    if (!holds.is) continue;
    const before = current;
    const percent = 'percent' in one ? reader.share(one.percent) : ONE;
    const fixed = 'percent' in one ? null : reader.parameter(one.amount);
    if (percent === null || ('amount' in one && fixed === null)) return refuse(trace, 'undecided', 'no-parameter');
    current = plus(current, fixed === null ? times(base, percent) : exactNumber(fixed));
    trace?.stage('computed', inFen(before), inFen(current), fixed === null ? 'surcharge' : 'surcharge-amount', {
      ...(fixed === null ? { percent: shownExact(times(percent, exactNumber(100))) } : { added: formatYuan(fixed) }),
      total: yuan(current),
    });
  }
  return bounded(rule, current, reason, reader, trace);
}

function bounded(
  rule: Adjustments,
  amount: Exact,
  reason: string,
  reader: RuleReader,
  trace: Tracer | null,
): RuleOutcome {
  const least = rule.least === undefined ? null : reader.parameter(rule.least);
  const most = rule.most === undefined ? null : reader.parameter(rule.most);
  if ((rule.least !== undefined && least === null) || (rule.most !== undefined && most === null))
    return refuse(trace, 'undecided', 'no-parameter');
  let paid: Fen = rounded(amount, rule.round ?? WHOLE_FEN);
  if (rule.round !== undefined && !isWholeIn(amount, paid))
    trace?.stage('computed', inFen(amount), paid, 'rounded', {
      exact: yuan(amount),
      paid: formatYuan(paid),
      ...rule.round,
    });
  if (least !== null && paid < least) {
    trace?.stage('rule-max', paid, least, 'under-minimum', { minimum: formatYuan(least) });
    paid = least;
  }
  if (most !== null) {
    const capped = Math.min(paid, most);
    trace?.stage('rule-max', paid, capped, capped < paid ? 'over-cap' : 'within-maximum', { cap: formatYuan(most) });
    paid = capped;
  }
  if (paid <= 0) return refuse(trace, 'not-eligible', 'nothing-due');
  return { outcome: 'entitled', amount: paid, shortBy: null, reason };
}

function isWholeIn(amount: Exact, paid: Fen): boolean {
  return isWhole(amount) && inFen(amount) === paid;
}

/** The nearest 分, for a stage of the trace. */
export function inFen(amount: Exact): Fen {
  return rounded(amount, WHOLE_FEN);
}

/** Yuan of an exact amount of 分, with more decimals where it has them. */
export function yuan(amount: Exact): string {
  if (isWhole(amount)) return formatYuan(inFen(amount));
  return shownExact({ over: amount.over, under: amount.under * 100n });
}
