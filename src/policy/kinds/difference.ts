import { z } from 'zod';
import { formatYuan } from '../../domain/money.js';
import { adjustedFen, adjustmentReferences, adjustments, roundingProblems } from './adjustments.js';
import { refuse, type RuleKind } from './rule-kind.js';
import { Id, Text } from './rule-parts.js';

const differenceRule = z.strictObject({
  kind: z.literal('difference'),
  /** Parameter with the standard that is made up to. */
  standard: Id,
  /** Count fact by which the standard is multiplied; once where left out. */
  heads: Text.optional(),
  /** Money fact that is there already. */
  base: Text,
  ...adjustments,
});
type DifferenceRule = z.infer<typeof differenceRule>;

/** What is missing to a standard: the standard (times heads) less what is there; nothing where that is as much. */
export const difference: RuleKind<DifferenceRule, typeof differenceRule> = {
  kind: 'difference',
  zh: '补差：标准（×人数）减去已有的，不足的补足',
  en: 'what is missing to a standard (times heads)',
  example: 'rule: { kind: difference, standard: post-wage, base: monthly-wage, per: months, most: month-cap }',
  schema: differenceRule,
  references: (rule) => [
    { path: 'standard', parameter: rule.standard, unit: 'yuan' },
    ...(rule.heads === undefined ? [] : [{ path: 'heads', fact: rule.heads, type: 'count' } as const]),
    { path: 'base', fact: rule.base, type: 'money' },
    ...adjustmentReferences(rule),
  ],
  thresholds: (rule, parameter) => {
    const at = parameter(rule.standard);
    return at === null ? [] : [{ fact: rule.base, per: rule.heads ?? null, at, unit: 'fen' }];
  },
  problems: (rule) => roundingProblems(rule, false),
  evaluate(rule, reader, trace) {
    const standard = reader.parameter(rule.standard);
    if (standard === null) return refuse(trace, 'undecided', 'no-parameter');
    const heads = rule.heads === undefined ? { low: 1, high: 1 } : reader.number(rule.heads);
    if (heads.low !== heads.high || heads.low <= 0) return refuse(trace, 'undecided', 'no-size');
    const needed = standard * heads.low;
    const base = reader.number(rule.base);
    const values = {
      standard: formatYuan(standard),
      size: heads.low,
      needed: formatYuan(needed),
      found: formatYuan(base.low),
    };
    if (base.low >= needed) return refuse(trace, 'not-eligible', 'no-difference', values);
    if (base.low !== base.high) return refuse(trace, 'undecided', base.why ?? 'number-unknown');
    const missing = needed - base.low;
    trace?.stage('computed', null, missing, 'difference', { ...values, missing: formatYuan(missing) });
    return adjustedFen(rule, missing, 'difference', reader, trace);
  },
};
