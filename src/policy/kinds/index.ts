import { z } from 'zod';
import { bands } from './bands.js';
import { choice } from './choice.js';
import { difference } from './difference.js';
import { flat } from './flat.js';
import { perUnit } from './per-unit.js';
import { prices } from './prices.js';
import { rate } from './rate.js';
import type {
  Reference,
  RuleKind,
  RuleOutcome,
  RuleProblem,
  RuleReader,
  RuleTerms,
  Threshold,
  Tracer,
} from './rule-kind.js';
import { step } from './step.js';

/** The closed set of kinds: one file each. */
const KINDS = { step, choice, bands, 'per-unit': perUnit, flat, rate, difference, prices } as const;

/** A rule of a pack, of any kind. */
export const Rule = z.discriminatedUnion(
  'kind',
  [
    step.schema,
    choice.schema,
    bands.schema,
    perUnit.schema,
    flat.schema,
    rate.schema,
    difference.schema,
    prices.schema,
  ],
  { error: 'rule-kind' },
);
export type Rule = z.infer<typeof Rule>;

/** Every kind, for lists of what a pack may say. */
export const RULE_KINDS: readonly RuleKind<never>[] = Object.values(KINDS);

function kindOf(rule: Rule): RuleKind<Rule> {
  return KINDS[rule.kind];
}

/** Works a rule out for one payee. Writes the stages eligible → computed → rule-max when a trace is asked for. */
export function evaluateRule(rule: Rule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  return kindOf(rule).evaluate(rule, reader, trace);
}

/** Facts and parameters that a rule names. */
export function ruleReferences(rule: Rule): Reference[] {
  return kindOf(rule).references(rule);
}

/** Numbers at which a rule's amount changes. `parameter` gives 分 for yuan. */
export function ruleThresholds(rule: Rule, parameter: (id: string) => number | null): Threshold[] {
  return kindOf(rule).thresholds(rule, parameter);
}

/** What is wrong with a rule that its schema cannot see. */
export function ruleProblems(rule: Rule, terms: RuleTerms): RuleProblem[] {
  return kindOf(rule).problems(rule, terms);
}
