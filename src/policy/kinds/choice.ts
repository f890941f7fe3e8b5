import { z } from 'zod';
import { Id, Text } from './rule-parts.js';
import { refuse, type Reference, type RuleOutcome, type RuleReader, type Tracer } from './rule-kind.js';

/** An amount for each word a fact may give; `none` where the document pays nothing. Every word must be listed. */
export const choiceRule = z.strictObject({
  kind: z.literal('choice'),
  by: Text,
  amounts: z.record(Text, z.union([z.literal('none'), Id])),
});
export type ChoiceRule = z.infer<typeof choiceRule>;

export function choiceReferences(rule: ChoiceRule): Reference[] {
  return [
    { path: 'by', fact: rule.by, type: 'choice' },
    ...Object.entries(rule.amounts)
      .filter(([, parameter]) => parameter !== 'none')
      .map(([word, parameter]) => ({ path: `amounts.${word}`, parameter, unit: 'yuan' }) as const),
  ];
}

export function evaluateChoice(rule: ChoiceRule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  const value = reader.choice(rule.by);
  const id = value.is === null ? undefined : rule.amounts[value.is];
  if (id === undefined) return refuse(trace, 'undecided', value.why);
  if (id === 'none') return refuse(trace, 'not-eligible', value.why);
  const amount = reader.parameter(id);
  if (amount === null) return refuse(trace, 'undecided', 'no-parameter');
  trace?.stage('computed', null, amount, value.why, { amount });
  return { outcome: 'entitled', amount, shortBy: null, reason: value.why };
}
