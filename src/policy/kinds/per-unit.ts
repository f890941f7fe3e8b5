import { z } from 'zod';
import { chosen, Every, Id, pick, Text } from './rule-parts.js';
import {
  NO_PROBLEMS,
  NO_THRESHOLDS,
  refuse,
  type Reference,
  type RuleKind,
  type RuleOutcome,
  type RuleReader,
  type RuleUnit,
  type Tracer,
} from './rule-kind.js';

/** An amount for every worker or day, with a cap for each worker or trainee that holds across payees and batches. */
const perUnitRule = z.strictObject({
  kind: z.literal('per-unit'),
  units: Text,
  rate: Id,
  unit: z.strictObject({
    name: Text,
    nameEn: Text,
    every: Every,
    /** How often one unit may be paid for, at whatever payee. */
    times: z.int().min(1).optional(),
    /** Parameter with the most one person (or one course) may bring. */
    most: Id.optional(),
    mostPer: chosen(z.enum(['person', 'course'])).optional(),
  }),
});
type PerUnitRule = z.infer<typeof perUnitRule>;

function perUnitReferences(rule: PerUnitRule): Reference[] {
  return [
    { path: 'units', fact: rule.units, type: 'units' },
    { path: 'rate', parameter: rule.rate, unit: 'yuan' },
    { path: 'unit.mostPer', chosen: rule.unit.mostPer },
    ...(rule.unit.most === undefined ? [] : [{ path: 'unit.most', parameter: rule.unit.most, unit: 'yuan' } as const]),
  ];
}

function evaluatePerUnit(rule: PerUnitRule, reader: RuleReader, trace: Tracer | null): RuleOutcome {
  const rate = reader.parameter(rule.rate);
  const most = rule.unit.most === undefined ? Number.POSITIVE_INFINITY : reader.parameter(rule.unit.most);
  if (rate === null || most === null) return refuse(trace, 'undecided', 'no-parameter');
  const perCourse = rule.unit.mostPer !== undefined && pick(rule.unit.mostPer, (id) => reader.reading(id)) === 'course';
  const value = reader.units(rule.units);
  const units: RuleUnit[] = [];
  let outside = 0;
  let unknown = value.unknown;
  let computed = 0;
  let quantity = 0;
  for (const unit of value.units) {
    const inside = reader.inWindow(unit.met);
    if (inside === null) unknown += 1;
    else if (!inside) outside += 1;
    else {
      const used = perCourse ? 0 : Math.min(most, unit.usedBefore * rate);
      const raw = unit.quantity * rate;
      const amount = Math.min(raw, most - used);
      computed += raw;
      quantity += unit.quantity;
      if (amount > 0) units.push({ personId: unit.personId, unitId: unit.unitId, amount });
    }
  }
  const amount = units.reduce((sum, unit) => sum + unit.amount, 0);
  if (amount === 0) {
    const counts = { unknown, outside };
    if (value.missing) return refuse(trace, 'undecided', 'table-missing', counts);
    if (unknown > 0) return refuse(trace, 'undecided', 'units-unknown', counts);
    return outside > 0
      ? refuse(trace, 'outside-window', 'met-outside-window', counts)
      : refuse(trace, 'not-eligible', 'no-units', counts);
  }
  trace?.stage('eligible', null, null, 'units-count', { units: units.length, unknown, outside });
  trace?.stage('computed', null, computed, 'rate-times', { quantity, rate });
  trace?.stage('rule-max', computed, amount, amount < computed ? 'unit-cap' : 'within-maximum', {
    ...(Number.isFinite(most) ? { most } : {}),
  });
  return { outcome: 'entitled', amount, shortBy: null, reason: 'units-count', units };
}

export const perUnit: RuleKind<PerUnitRule, typeof perUnitRule> = {
  kind: 'per-unit',
  zh: '中介输出的每一个人、机构培训的每一天多少钱；每人在各家合计有上限',
  en: 'an amount for each worker placed or day taught, with a cap for each person at any payee',
  example:
    'rule: { kind: per-unit, units: placed-workers, rate: worker-amount, unit: { name: 务工人员, nameEn: worker, every: life, times: 1 } }',
  schema: perUnitRule,
  references: perUnitReferences,
  thresholds: NO_THRESHOLDS,
  problems: NO_PROBLEMS,
  evaluate: evaluatePerUnit,
};
