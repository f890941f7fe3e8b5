import { z } from 'zod';
import { parseYuan, type Fen } from '../../domain/money.js';
import { alternatives, chosen, pick, Text, Yuan } from './rule-parts.js';
import { refuse, type Reference, type RuleOutcome, type RuleReader, type Threshold, type Tracer } from './rule-kind.js';

const Band = z.strictObject({
  from: z.int({ error: 'band-edge' }).min(0, { error: 'band-edge' }),
  /** Included; `up` for everything from here on. */
  to: z.union([z.int({ error: 'band-edge' }), z.literal('up')], { error: 'band-edge' }),
  amount: Yuan,
});
export type Band = z.infer<typeof Band>;

/** One amount for each band of a count. Bands are closed, follow each other by one, and only the one that fits pays. */
export const bandsRule = z.strictObject({
  kind: z.literal('bands'),
  base: Text,
  bands: chosen(z.array(Band).min(1)),
});
export type BandsRule = z.infer<typeof bandsRule>;

export function bandsReferences(rule: BandsRule): Reference[] {
  return [{ path: 'base', fact: rule.base, type: 'count' }];
}

export function bandsThresholds(rule: BandsRule): Threshold[] {
  const edges = new Set(alternatives(rule.bands).flatMap((bands) => bands.map((band) => band.from)));
  return [...edges].map((at) => ({ fact: rule.base, per: null, at, unit: 'one' }));
}

/** Amount of the band a count falls in; 0 below the first. */
export function bandAmount(bands: readonly Band[], count: number): Fen {
  const band = bands.find(({ from, to }) => count >= from && (to === 'up' || count <= to));
  return band === undefined ? 0 : (parseYuan(band.amount) ?? 0);
}

export function evaluateBands(rule: BandsRule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  const bands = pick(rule.bands, (id) => reader.reading(id));
  const count = reader.number(rule.base);
  const first = bands[0]?.from ?? 0;
  const amount = bandAmount(bands, count.low);
  const most = bandAmount(bands, count.high);
  if (amount !== most)
    return refuse(trace, 'undecided', count.why ?? 'count-unknown', {
      count: count.low,
      ...(Number.isFinite(count.high) ? { possible: count.high } : {}),
    });
  if (amount === 0)
    return refuse(trace, 'not-eligible', 'below-band', { count: count.low, least: first, missing: first - count.low });
  trace?.stage('eligible', null, null, 'in-band', { count: count.low });
  trace?.stage('computed', null, amount, 'band', { count: count.low, amount });
  return { outcome: 'entitled', amount, shortBy: null, reason: 'in-band' };
}
