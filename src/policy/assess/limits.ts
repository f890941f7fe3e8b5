import { chargeKey, type Payee } from '../../domain/charge.js';
import type { LimitUse } from './assessment.js';
import type { ClaimedBy } from '../kinds/rule-kind.js';
import { alternatives, pick, type Every } from '../kinds/rule-parts.js';
import type { Pack } from '../pack/pack.js';
import type { Benefit } from '../pack/schema.js';
import type { Settings } from '../pack/settings.js';
import type { Period } from '../facts/fact.js';

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

/** A limit of a benefit in a period, before anyone's id is in its key. */
export interface LimitTerms extends Omit<LimitUse, 'key'> {
  readonly policy: string;
  readonly scope: string;
  readonly when: string;
}

/**
 * What every entitlement to a benefit in a period is subject to: first the benefit and period themselves (what was paid
 * is taken off), then how often it may be paid, then its pools in cutting order. A pool under a reading is charged under
 * every alternative, so that history stays right when the reading changes; only the chosen one has a maximum.
 */
export function limitTerms(benefit: Benefit, { pack, period, settings, parameter }: Surroundings): LimitTerms[] {
  const { clause } = benefit;
  const policy = pack.id;
  const when = periodKey(benefit.every, period.year);
  const own = { policy, scope: benefit.id, when, clause };
  const limits: LimitTerms[] = [
    { ...own, id: `benefit:${benefit.id}`, kind: 'benefit', maxAmount: null, maxCount: null },
  ];
  if (benefit.times !== undefined) {
    const id = benefit.every === 'life' ? 'limit:once-per-life' : 'limit:once-per-year';
    limits.push({ ...own, id, kind: 'limit', scope: `${benefit.id}:times`, maxAmount: null, maxCount: benefit.times });
  }
  for (const other of benefit.excludes ?? []) {
    limits.push({
      id: `exclusion:${other.pack}/${other.benefit}`,
      kind: 'exclusion',
      policy: other.pack,
      scope: other.benefit,
      when: periodKey(other.every ?? benefit.every, period.year),
      maxAmount: 0,
      maxCount: null,
      clause,
    });
  }
  for (const pool of pack.pools) {
    if (!pool.order.includes(benefit.id)) continue;
    const every = pick(pool.every, (id) => settings.reading(id));
    for (const one of new Set(alternatives(pool.every))) {
      const maxAmount = one === every ? parameter(pool.most) : null;
      const pooled = { policy, scope: pool.id, when: periodKey(one, period.year), clause: pool.clause };
      limits.push({ ...pooled, id: `pool:${pool.id}`, kind: 'pool', maxAmount, maxCount: null });
    }
  }
  return limits;
}

/** The limits of one payee. */
export function limitsOf(terms: readonly LimitTerms[], { kind: payeeKind, id: payeeId }: Payee): LimitUse[] {
  return terms.map(({ id, kind, policy, scope, when, maxAmount, maxCount, clause }) => {
    const key = chargeKey(policy, scope, payeeKind, payeeId, when);
    return { id, kind, key, maxAmount, maxCount, clause };
  });
}

/** What opened a payment, each used up by it under the benefit's `onceEach`; none where the benefit does not ask. */
export function claimLimitsOf(
  benefit: Benefit,
  { pack, settings }: Surroundings,
  claims: readonly ClaimedBy[],
): LimitUse[] {
  const { onceEach, id, clause } = benefit;
  if (onceEach === undefined) return [];
  const once = pick(onceEach, (reading) => settings.reading(reading));
  return claims.map((claim) => ({
    id: 'limit:once-each',
    kind: 'limit',
    key: chargeKey(pack.id, `${id}:each`, claim.kind, claim.id, 'life'),
    maxAmount: null,
    maxCount: once ? 1 : null,
    counted: true,
    clause,
  }));
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
