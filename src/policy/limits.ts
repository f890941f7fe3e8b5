import { chargeKey, type Payee } from '../domain/charge.js';
import type { LimitUse } from './assessment.js';
import { alternatives, pick, type Every } from './kinds/rule-parts.js';
import type { Pack } from './pack.js';
import type { Benefit } from './schema.js';
import type { Settings } from './settings.js';
import type { Period } from './facts/fact.js';

/** Where limits are worked out: the pack, the period, and the parameters in force. */
export interface Surroundings {
  readonly pack: Pack;
  readonly period: Period;
  readonly settings: Settings;
  readonly parameter: (id: string) => number | null;
}

/** Period part of a charge key: the year, or `life`. */
export function periodKey(every: Every, year: number | null): string {
  return every === 'life' || year === null ? 'life' : String(year);
}

/**
 * What an entitlement is subject to: first its own benefit and period (what was paid for it is taken off), then how often
 * it may be paid, then its pools in cutting order. A pool under a reading is charged under every alternative, so that
 * history stays right when the reading changes; only the chosen one has a maximum.
 */
export function limitsOf(
  benefit: Benefit,
  payee: Payee,
  { pack, period, settings, parameter }: Surroundings,
): LimitUse[] {
  const own = chargeKey(pack.id, benefit.id, payee.kind, payee.id, periodKey(benefit.every, period.year));
  const limits: LimitUse[] = [
    { id: `benefit:${benefit.id}`, kind: 'benefit', key: own, maxAmount: null, maxCount: null, clause: benefit.clause },
  ];
  if (benefit.times !== undefined) {
    const id = benefit.every === 'life' ? 'limit:once-per-life' : 'limit:once-per-year';
    limits.push({
      id,
      kind: 'limit',
      key: chargeKey(pack.id, `${benefit.id}:times`, payee.kind, payee.id, periodKey(benefit.every, period.year)),
      maxAmount: null,
      maxCount: benefit.times,
      clause: benefit.clause,
    });
  }
  for (const other of benefit.excludes ?? []) {
    const when = periodKey(other.every ?? benefit.every, period.year);
    limits.push({
      id: `exclusion:${other.pack}/${other.benefit}`,
      kind: 'exclusion',
      key: chargeKey(other.pack, other.benefit, payee.kind, payee.id, when),
      maxAmount: 0,
      maxCount: null,
      clause: benefit.clause,
    });
  }
  for (const pool of pack.pools) {
    if (!pool.order.includes(benefit.id)) continue;
    const every = pick(pool.every, (id) => settings.reading(id));
    for (const one of new Set(alternatives(pool.every))) {
      const key = chargeKey(pack.id, pool.id, payee.kind, payee.id, periodKey(one, period.year));
      const maxAmount = one === every ? parameter(pool.most) : null;
      limits.push({ id: `pool:${pool.id}`, kind: 'pool', key, maxAmount, maxCount: null, clause: pool.clause });
    }
  }
  return limits;
}

/** Limits of one worker or course: its own key first, then the cap a person has at any payee. */
export function unitLimitsOf(
  pack: Pack,
  benefit: Benefit,
  unit: { readonly personId: string; readonly unitId: string },
  period: Period,
  settings: Settings,
): LimitUse[] {
  if (benefit.rule.kind !== 'per-unit') return [];
  const rule = benefit.rule.unit;
  const key = (id: string): string => chargeKey(pack.id, benefit.id, 'person', id, periodKey(rule.every, period.year));
  const own: LimitUse = {
    id: rule.times === undefined ? `benefit:${benefit.id}` : 'limit:once-per-person',
    kind: rule.times === undefined ? 'benefit' : 'limit',
    key: key(unit.unitId),
    maxAmount: null,
    maxCount: rule.times ?? null,
    clause: benefit.clause,
  };
  if (rule.most === undefined) return [own];
  const perPerson = rule.mostPer === undefined || pick(rule.mostPer, (id) => settings.reading(id)) === 'person';
  const maxAmount = perPerson ? settings.parameter(rule.most, period) : null;
  return [
    own,
    {
      id: 'limit:person-cap',
      kind: 'limit',
      key: chargeKey(pack.id, `${benefit.id}:cap`, 'person', unit.personId, periodKey(rule.every, period.year)),
      maxAmount,
      maxCount: null,
      clause: benefit.clause,
    },
  ];
}
