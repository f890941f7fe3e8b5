import { z } from 'zod';
import { adjustedFen, adjustmentReferences, adjustments, roundingProblems } from './adjustments.js';
import { NO_THRESHOLDS, refuse, type RuleKind } from './rule-kind.js';
import { Id } from './rule-parts.js';

const flatRule = z.strictObject({ kind: z.literal('flat'), amount: Id, ...adjustments });
type FlatRule = z.infer<typeof flatRule>;

/** One fixed amount when the conditions hold. */
export const flat: RuleKind<FlatRule, typeof flatRule> = {
  kind: 'flat',
  zh: '条件都满足就是一个定额（可×月数、人数）',
  en: 'one amount when the conditions hold (times months or heads if need be)',
  example: 'rule: { kind: flat, amount: first-certificate }',
  schema: flatRule,
  references: (rule) => [{ path: 'amount', parameter: rule.amount, unit: 'yuan' }, ...adjustmentReferences(rule)],
  thresholds: NO_THRESHOLDS,
  problems: (rule) => roundingProblems(rule, false),
  evaluate(rule, reader, trace) {
    const amount = reader.parameter(rule.amount);
    if (amount === null) return refuse(trace, 'undecided', 'no-parameter');
    trace?.stage('computed', null, amount, 'flat', { amount });
    return adjustedFen(rule, amount, 'flat', reader, trace);
  },
};
