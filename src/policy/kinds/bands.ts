import { z } from 'zod';
import { parseYuan, type Fen } from '../../domain/money.js';
import { alternatives, chosen, decide, Text, Yuan } from './rule-parts.js';
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
  return [
    { path: 'base', fact: rule.base, type: 'count' },
    { path: 'bands', chosen: rule.bands },
  ];
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
  const count = reader.number(rule.base);
  const reading = (id: string): string => reader.reading(id);
  const amount = decide(rule.bands, (bands) => bandAmount(bands, count.low), reading);
  const most = decide(rule.bands, (bands) => bandAmount(bands, count.high), reading);
  if (amount !== most)
    return refuse(trace, 'undecided', count.why ?? 'count-unknown', {
      count: count.low,
      ...(Number.isFinite(count.high) ? { possible: count.high } : {}),
    });
  const first = alternatives(rule.bands)[0]?.[0]?.from ?? 0;
  if (amount === 0)
    return refuse(trace, 'not-eligible', 'below-band', { count: count.low, least: first, missing: first - count.low });
  trace?.stage('eligible', null, null, 'in-band', { count: count.low });
  trace?.stage('computed', null, amount, 'band', { count: count.low, amount });
  return { outcome: 'entitled', amount, shortBy: null, reason: 'in-band' };
}
