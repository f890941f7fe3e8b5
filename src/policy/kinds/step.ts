import { z } from 'zod';
import type { Fen } from '../../domain/money.js';
import { alternatives, chosen, decide, Id, pick, Text } from './rule-parts.js';
import {
  NO_PROBLEMS,
  refuse,
  type Reference,
  type RuleKind,
  type RuleOutcome,
  type RuleReader,
  type Threshold,
  type Tracer,
} from './rule-kind.js';

/**
 * A first amount on reaching a line per head, and a further amount for every full step above it, up to a maximum.
 * 达到 includes the line; 每增加…多… pays for whole steps only.
 */
const stepRule = z.strictObject({
  kind: z.literal('step'),
  /** Money fact whose full steps above the line are counted. */
  base: chosen(Text),
  /** Money fact that must reach the line; the base itself when left out. */
  reach: Text.optional(),
  /** Yes/no fact that opens the first amount without reaching the line. */
  orWhen: Text.optional(),
  /** Count fact: the line and the steps are per head; left out where they are for the payee as a whole. */
  heads: Text.optional(),
  /** Whether a step is counted per head, as the line is, or once for the whole household. */
  stepsPer: chosen(z.enum(['head', 'household'])).default('head'),
  line: Id,
  first: Id,
  every: Id,
  add: Id,
  most: Id,
});
type StepRule = z.infer<typeof stepRule>;

function stepReferences(rule: StepRule): Reference[] {
  return [
    { path: 'base', fact: rule.base, type: 'money' },
    ...(rule.reach === undefined ? [] : [{ path: 'reach', fact: rule.reach, type: 'money' } as const]),
    ...(rule.orWhen === undefined ? [] : [{ path: 'orWhen', fact: rule.orWhen, type: 'yes-no' } as const]),
    ...(rule.heads === undefined ? [] : [{ path: 'heads', fact: rule.heads, type: 'count' } as const]),
    { path: 'stepsPer', chosen: rule.stepsPer },
    ...(['line', 'first', 'every', 'add', 'most'] as const).map(
      // A step of nothing would be taken without end.
      (path) => ({ path, parameter: rule[path], unit: 'yuan', aboveZero: path === 'every' }) as const,
    ),
  ];
}

/** The line and every step until the maximum is reached. */
function stepThresholds(rule: StepRule, parameter: (id: string) => number | null): Threshold[] {
  const line = parameter(rule.line);
  const first = parameter(rule.first);
  const every = parameter(rule.every);
  const add = parameter(rule.add);
  const most = parameter(rule.most);
  if (line === null || first === null || most === null || every === null || add === null || add === 0) return [];
  const steps = Math.max(0, Math.ceil((most - first) / add));
  const fact = rule.reach ?? alternatives(rule.base)[0] ?? '';
  return Array.from({ length: steps + 1 }, (_, step) => ({
    fact,
    per: rule.heads ?? null,
    at: line + step * every,
    unit: 'fen',
  }));
}

/** Why the income of the steps cannot be taken at its least; null where it can. */
function unknownIncome(rule: StepRule, reader: RuleReader): string | null {
  const income = reader.number(pick(rule.base, (id) => reader.reading(id)));
  return income.mustBeKnown !== undefined && income.high > income.low ? income.mustBeKnown : null;
}

/** The reason code of a rule without heads: nothing is multiplied. */
function alone({ heads }: StepRule, reason: string): string {
  return heads === undefined ? `${reason.replace('-of-household', '')}-alone` : reason;
}

/** Numbers of a stage that is not written. */
const NOBODY_READS = {};

function evaluateStep(rule: StepRule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  const line = reader.parameter(rule.line);
  const first = reader.parameter(rule.first);
  const every = reader.parameter(rule.every);
  const add = reader.parameter(rule.add);
  const most = reader.parameter(rule.most);
  if (line === null || first === null || every === null || add === null || most === null)
    return refuse(trace, 'undecided', 'no-parameter');
  const heads = rule.heads === undefined ? { low: 1, high: 1 } : reader.number(rule.heads);
  if (heads.low !== heads.high || heads.low <= 0) return refuse(trace, 'undecided', 'no-size');
  const size = heads.low;
  const needed = line * size;
  const reached = reader.number(rule.reach ?? pick(rule.base, (id) => reader.reading(id)));
  const opened = rule.orWhen === undefined ? null : reader.yesNo(rule.orWhen);

  const facts =
    trace === null ? NOBODY_READS : { income: reached.low, size, line, needed, unproven: reached.unproven ?? 0 };
  if (reached.low < needed && opened?.is !== true) {
    if (reached.high >= needed) return refuse(trace, 'undecided', reached.why ?? 'amount-unknown', facts);
    if (opened !== null && opened.is === null) return refuse(trace, 'undecided', opened.why, facts);
    const short = needed - reached.low;
    return refuse(trace, 'not-eligible', alone(rule, 'below-line'), { ...facts, short }, short);
  }
  const reason = reached.low >= needed ? 'reaches-line' : (opened?.why ?? 'reaches-line');
  trace?.stage('eligible', null, null, reason === 'reaches-line' ? alone(rule, reason) : reason, facts);

  const reading = (id: string): string => reader.reading(id);
  const stepsOf = (fact: string, per: 'head' | 'household'): number =>
    Math.max(0, Math.floor((reader.number(fact).low - needed) / (every * (per === 'head' ? size : 1))));
  const unknown = unknownIncome(rule, reader);
  if (unknown !== null) return refuse(trace, 'undecided', unknown, facts);
  const amountOf = (fact: string, per: 'head' | 'household'): Fen => Math.min(first + stepsOf(fact, per) * add, most);
  const amount = decide(rule.base, (fact) => decide(rule.stepsPer, (per) => amountOf(fact, per), reading), reading);
  if (trace !== null) {
    const per = pick(rule.stepsPer, reading);
    const baseFact = pick(rule.base, reading);
    const steps = stepsOf(baseFact, per);
    const computed: Fen = first + steps * add;
    const because = alone(rule, per === 'head' ? 'steps' : 'steps-of-household');
    const income = reader.number(baseFact).low;
    trace.stage('computed', null, computed, because, { income, size, line, needed, first, steps, every, add });
    trace.stage('rule-max', computed, amount, amount < computed ? 'over-maximum' : 'within-maximum', { most });
  }
  const claims = reached.low >= needed ? undefined : opened?.claims;
  return { outcome: 'entitled', amount, shortBy: null, reason, ...(claims === undefined ? {} : { claims }) };
}

export const step: RuleKind<StepRule, typeof stepRule> = {
  kind: 'step',
  zh: '达到标准（×人数）有起奖金额，超出部分每满一档再加，到最高额为止',
  en: 'a first amount on reaching a line (per head), more for every full step above, up to a maximum',
  example:
    'rule: { kind: step, base: evidenced-wages, heads: household-size, line: wage-line, first: first-bonus, every: step, add: step-bonus, most: bonus-cap }',
  schema: stepRule,
  references: stepReferences,
  thresholds: stepThresholds,
  problems: NO_PROBLEMS,
  evaluate: evaluateStep,
};
