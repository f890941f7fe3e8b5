import type { Rule } from '../pack/schema.js';
import { bandsReferences, bandsThresholds, evaluateBands } from './bands.js';
import { choiceReferences, evaluateChoice } from './choice.js';
import { evaluateFlat, flatReferences } from './flat.js';
import { evaluatePerUnit, perUnitReferences } from './per-unit.js';
import type { Reference, RuleOutcome, RuleReader, Threshold, Tracer } from './rule-kind.js';
import { evaluateStep, stepReferences, stepThresholds } from './step.js';

/** Works a rule out for one payee. Writes the stages eligible → computed → rule-max when a trace is asked for. */
export function evaluateRule(rule: Rule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  switch (rule.kind) {
    case 'step':
      return evaluateStep(rule, reader, trace);
    case 'choice':
      return evaluateChoice(rule, reader, trace);
    case 'bands':
      return evaluateBands(rule, reader, trace);
    case 'per-unit':
      return evaluatePerUnit(rule, reader, trace);
    case 'flat':
      return evaluateFlat(rule, reader, trace);
  }
}

/** Facts and parameters that a rule names. */
export function ruleReferences(rule: Rule): Reference[] {
  switch (rule.kind) {
    case 'step':
      return stepReferences(rule);
    case 'choice':
      return choiceReferences(rule);
    case 'bands':
      return bandsReferences(rule);
    case 'per-unit':
      return perUnitReferences(rule);
    case 'flat':
      return flatReferences(rule);
  }
}

/** Numbers at which a rule's amount changes. `parameter` gives 分 for yuan. */
export function ruleThresholds(rule: Rule, parameter: (id: string) => number | null): Threshold[] {
  switch (rule.kind) {
    case 'step':
      return stepThresholds(rule, parameter);
    case 'bands':
      return bandsThresholds(rule);
    case 'choice':
    case 'per-unit':
    case 'flat':
      return [];
  }
}
