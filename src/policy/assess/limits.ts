import { chargeKey, type Payee } from '../../domain/charge.js';
import type { LimitUse } from './assessment.js';
import type { ClaimedBy } from '../kinds/rule-kind.js';
import { alternatives, pick, type Every } from '../kinds/rule-parts.js';
import { periodKey } from './periods.js';
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

/** A limit of a benefit in a period, before anyone's id is in its key. */
export interface LimitTerms extends Omit<LimitUse, 'key'> {
  readonly policy: string;
  readonly scope: string;
  readonly when: string;
  /** Set where payees of one household share it. */
  readonly of?: 'household';
}

/** Whose limits are asked for. */
export interface LimitOwner {
  readonly payee: Payee;
  readonly householdId: string | null;
}

const TIMES_IDS: Readonly<Record<Every, string>> = {
  life: 'limit:once-per-life',
  'income-year': 'limit:once-per-year',
  'calendar-year': 'limit:once-per-year',
  'half-year': 'limit:once-per-half-year',
  quarter: 'limit:once-per-quarter',
  month: 'limit:once-per-month',
  semester: 'limit:once-per-semester',
};

/**
 * What every entitlement to a benefit in a period is subject to: first the benefit and period themselves (what was paid
 * is taken off), then how often it may be paid, then its pools in cutting order. A pool under a reading is charged under
 * every alternative, so that history stays right when the reading changes; only the chosen one has a maximum.
 */
export function limitTerms(benefit: Benefit, { pack, period, settings, parameter }: Surroundings): LimitTerms[] {
  const { clause } = benefit;
  const policy = pack.id;
  const when = periodKey(benefit.every, period);
  const own = { policy, scope: benefit.id, when, clause };
  const limits: LimitTerms[] = [
    { ...own, id: `benefit:${benefit.id}`, kind: 'benefit', maxAmount: null, maxCount: null },
  ];
  if (benefit.times !== undefined) {
    const { most, every } =
      typeof benefit.times === 'number' ? { most: benefit.times, every: benefit.every } : benefit.times;
    limits.push({
      ...own,
      id: TIMES_IDS[every],
      kind: 'limit',
      scope: `${benefit.id}:times`,
      when: periodKey(every, period),
      maxAmount: null,
      maxCount: most,
    });
  }
  for (const other of benefit.excludes ?? []) {
    limits.push({
      id: `exclusion:${other.pack}/${other.benefit}`,
      kind: 'exclusion',
      policy: other.pack,
      scope: other.benefit,
      when: periodKey(other.every ?? benefit.every, period),
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
      const pooled = { policy, scope: pool.id, when: periodKey(one, period), clause: pool.clause };
      const of = pool.of === 'household' ? { of: pool.of } : {};
      limits.push({ ...pooled, ...of, id: `pool:${pool.id}`, kind: 'pool', maxAmount, maxCount: null });
    }
  }
  return limits;
}

/** The limits of one payee. A pool of households is the payee's own where no household is known. */
export function limitsOf(terms: readonly LimitTerms[], owner: LimitOwner): LimitUse[] {
  return terms.map((one) => limitOf(one, owner));
}

function limitOf(
  { id, kind, policy, scope, when, maxAmount, maxCount, clause, of }: LimitTerms,
  { payee, householdId }: LimitOwner,
): LimitUse {
  const shared = of === 'household' && householdId !== null;
  const key = shared
    ? chargeKey(policy, scope, 'household', householdId, when)
    : chargeKey(policy, scope, payee.kind, payee.id, when);
  return { id, kind, key, maxAmount, maxCount, clause };
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

/**
 * Limits of one worker, course or claim: its own key first, then the cap a person has at any payee, then how often the
 * payee may be paid and the pools, which hold over all units.
 */
export function unitLimitsOf(
  benefit: Benefit,
  { pack, period, settings }: Surroundings,
  unit: { readonly personId: string; readonly unitId: string },
  owner: LimitOwner,
  terms: readonly LimitTerms[],
): LimitUse[] {
  const shared = terms
    .filter(
      ({ kind, maxAmount, maxCount }) => kind === 'pool' || (kind === 'limit' && (maxAmount ?? maxCount) !== null),
    )
    .map((one) => limitOf(one, owner));
  const { clause } = benefit;
  const { rule } = benefit;
  if (rule.kind !== 'per-unit') {
    const key = chargeKey(pack.id, benefit.id, 'person', unit.unitId, periodKey(benefit.every, period));
    return [{ id: `benefit:${benefit.id}`, kind: 'benefit', key, maxAmount: null, maxCount: null, clause }, ...shared];
  }
  const counted = rule.unit;
  const when = periodKey(counted.every, period);
  const own: LimitUse = {
    id: counted.times === undefined ? `benefit:${benefit.id}` : 'limit:once-per-person',
    kind: counted.times === undefined ? 'benefit' : 'limit',
    key: chargeKey(pack.id, benefit.id, 'person', unit.unitId, when),
    maxAmount: null,
    maxCount: counted.times ?? null,
    clause,
  };
  if (counted.most === undefined) return [own, ...shared];
  const perPerson = counted.mostPer === undefined || pick(counted.mostPer, (id) => settings.reading(id)) === 'person';
  const cap: LimitUse = {
    id: 'limit:person-cap',
    kind: 'limit',
    key: chargeKey(pack.id, `${benefit.id}:cap`, 'person', unit.personId, when),
    maxAmount: perPerson ? settings.parameter(counted.most, period) : null,
    maxCount: null,
    clause,
  };
  return [own, cap, ...shared];
}
