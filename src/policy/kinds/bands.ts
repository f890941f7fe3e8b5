import { z } from 'zod';
import { formatYuan, parseYuan, type Fen } from '../../domain/money.js';
import { adjustedFen, adjustmentReferences, adjustments, roundingProblems } from './adjustments.js';
import { bandProblems, edge } from './band-problems.js';
import { alternatives, AMOUNT_PATTERN, chosen, decide, Text } from './rule-parts.js';
import {
  refuse,
  type NumberValue,
  type RuleKind,
  type RuleOutcome,
  type RuleReader,
  type Tracer,
} from './rule-kind.js';

const Edge = z.union([z.int().min(0), z.string().regex(AMOUNT_PATTERN)], { error: 'band-edge' });

const Band = z.strictObject({
  /** Included: a whole number, or a quoted amount where the base is money. */
  from: Edge,
  /** Included; `up` for everything from here on. */
  to: z.union([Edge, z.literal('up')], { error: 'band-edge' }),
  /** Amount, or the parameter that holds it. */
  amount: z
    .string({ error: 'amount-quoted' })
    .regex(/^(\d+\.\d{2}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/, { error: 'amount-form' }),
});
export type Band = z.infer<typeof Band>;

const bandsRule = z.strictObject({
  kind: z.literal('bands'),
  base: Text,
  bands: chosen(z.array(Band).min(1)),
  ...adjustments,
});
type BandsRule = z.infer<typeof bandsRule>;

function isMoney(rule: BandsRule): boolean {
  return alternatives(rule.bands).some((bands) => bands.some(({ from }) => typeof from === 'string'));
}

/** Amount of the band a number falls in; 0 below the first, -1 without a value for the period. */
function bandAmount(bands: readonly Band[], count: number, reader: RuleReader): Fen {
  const band = bands.find(({ from, to }) => count >= edge(from) && (to === 'up' || count <= edge(to)));
  if (band === undefined) return 0;
  return parseYuan(band.amount) ?? reader.parameter(band.amount) ?? NO_VALUE;
}

const NO_VALUE = -1;

/** One amount for each band of a number. Bands are closed, follow each other by one, and only the one that fits pays. */
export const bands: RuleKind<BandsRule, typeof bandsRule> = {
  kind: 'bands',
  zh: '按人数、年龄、月数或金额所在的档次，一档一个金额',
  en: 'one amount for the band a count, an age or an amount falls in',
  example:
    'rule: { kind: bands, base: age, bands: [{ from: 80, to: 89, amount: at-eighty }, { from: 90, to: up, amount: at-ninety }] }',
  schema: bandsRule,
  references: (rule) => [
    { path: 'base', fact: rule.base, type: isMoney(rule) ? 'money' : 'count' },
    { path: 'bands', chosen: rule.bands },
    ...alternatives(rule.bands)
      .flat()
      .filter(({ amount }) => !AMOUNT_PATTERN.test(amount))
      .map(({ amount }) => ({ path: 'bands', parameter: amount, unit: 'yuan' }) as const),
    ...adjustmentReferences(rule),
  ],
  thresholds: (rule) => {
    const edges = new Set(alternatives(rule.bands).flatMap((list) => list.map(({ from }) => edge(from))));
    const unit = isMoney(rule) ? 'fen' : 'one';
    return [...edges].filter((at) => at > 0).map((at) => ({ fact: rule.base, per: null, at, unit }));
  },
  problems: (rule) => [...bandProblems(rule.bands), ...roundingProblems(rule, false)],
  evaluate(rule, reader, trace) {
    const count = reader.number(rule.base);
    const reading = (id: string): string => reader.reading(id);
    const at = (number: number): Fen => decide(rule.bands, (list) => bandAmount(list, number, reader), reading);
    const [amount, most] = [at(count.low), at(count.high)];
    if (amount !== most)
      return refuse(trace, 'undecided', count.why ?? unknownReason(rule.base, reader), {
        count: count.low,
        ...(Number.isFinite(count.high) ? { possible: count.high } : {}),
      });
    if (amount === NO_VALUE) return refuse(trace, 'undecided', 'no-parameter');
    return told(rule, count, amount, reader, trace);
  },
};

function unknownReason(base: string, reader: RuleReader): string {
  return reader.unitOf(base) === null ? 'count-unknown' : 'number-unknown';
}

function told(rule: BandsRule, count: NumberValue, amount: Fen, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  const first = edge(alternatives(rule.bands)[0]?.[0]?.from ?? 0);
  const money = isMoney(rule);
  // Between two bands of whole numbers lies 2.5.
  if (amount === 0 && count.low > first && !Number.isInteger(count.low))
    return refuse(trace, 'undecided', 'between-bands', { count: count.low });
  if (!money && reader.unitOf(rule.base) === null) {
    if (amount === 0)
      return refuse(trace, 'not-eligible', 'below-band', {
        count: count.low,
        least: first,
        missing: first - count.low,
      });
    trace?.stage('eligible', null, null, 'in-band', { count: count.low });
    trace?.stage('computed', null, amount, 'band', { count: count.low, amount });
    return adjustedFen(rule, amount, 'in-band', reader, trace);
  }
  const shown = (value: number): string | number => (money ? formatYuan(value) : value);
  const name = reader.nameOf(rule.base);
  const values = { fact: name.zh, factEn: name.en, found: shown(count.low) };
  if (amount === 0)
    return refuse(
      trace,
      'not-eligible',
      'below-number-band',
      { ...values, from: shown(first), off: shown(Math.max(0, first - count.low)) },
      money && count.low < first ? first - count.low : null,
    );
  trace?.stage('computed', null, amount, 'number-band', { ...values, amount });
  return adjustedFen(rule, amount, 'number-band', reader, trace);
}
