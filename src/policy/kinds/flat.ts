import { z } from 'zod';
import { Id } from './rule-parts.js';
import { refuse, type Reference, type RuleOutcome, type RuleReader, type Tracer } from './rule-kind.js';

/** One fixed amount when the conditions hold. */
export const flatRule = z.strictObject({ kind: z.literal('flat'), amount: Id });
export type FlatRule = z.infer<typeof flatRule>;

export function flatReferences(rule: FlatRule): Reference[] {
  return [{ path: 'amount', parameter: rule.amount, unit: 'yuan' }];
}

export function evaluateFlat(rule: FlatRule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  const amount = reader.parameter(rule.amount);
  if (amount === null) return refuse(trace, 'undecided', 'no-parameter');
  trace?.stage('computed', null, amount, 'flat', { amount });
  return { outcome: 'entitled', amount, shortBy: null, reason: 'flat' };
}
