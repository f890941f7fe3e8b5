import {
  isPaidTwice,
  bareKey,
  sharedPeople,
  type ClaimedKeys,
  type SharedPerson,
} from '../../domain/household-people.js';
import type { History, PaidHousehold } from '../../domain/history.js';
import type { StandingHold } from '../../domain/standing-hold.js';
import type { Finding } from '../../findings/finding.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import type { HouseholdGroup } from '../../policy/assess/roster-groups.js';
import type { Holds } from './holding.js';
import { peopleOf } from './household-people.js';

/** A household that was paid the same under another number. */
export interface PaidElsewhere {
  readonly batch: string;
  readonly household: string;
  readonly shared: readonly SharedPerson[];
}

/** Codes by which the ledger holds a payment. */
const LEDGER_CODES: ReadonlySet<string> = new Set(['LED-03', 'LED-15', 'LED-16']);

/**
 * Holds of the roster's own errors with those of the ledger beside them: a household that was paid under another number (LED-03),
 * and whoever is on the standing list (LED-16).
 */
export class LedgerHolds implements Holds {
  readonly #roster: Holds;
  readonly #twice: ReadonlyMap<string, PaidElsewhere>;
  readonly #standing: (entitlement: Entitlement) => StandingHold | null;
  readonly #held = new Set<string>();

  constructor(roster: Holds, entitlements: readonly Entitlement[], history: History) {
    this.#roster = roster;
    meetHeads(entitlements, history);
    this.#twice = paidElsewhere(entitlements, roster, history);
    this.#standing = history.holdsNobody ? () => null : (entitlement) => standingHoldOf(entitlement, history);
    for (const entitlement of entitlements) {
      const home = entitlement.householdId;
      if (home !== null && this.#ledgerCodes(entitlement).length > 0) this.#held.add(home);
    }
  }

  get households(): ReadonlySet<string> {
    return this.#held.size === 0 ? this.#roster.households : new Set([...this.#roster.households, ...this.#held]);
  }

  /** Whether the ledger holds anybody who would be paid. */
  get holdsSomebody(): boolean {
    return this.#held.size > 0;
  }

  heldBy(entitlement: Entitlement): readonly string[] {
    const own = this.#roster.heldBy(entitlement);
    const ledger = this.#ledgerCodes(entitlement);
    return ledger.length === 0 ? own : [...own, ...ledger];
  }

  effectOf(finding: Finding): ReturnType<Holds['effectOf']> {
    if (finding.severity === 'error' && LEDGER_CODES.has(finding.code)) return 'held';
    return this.#roster.effectOf(finding);
  }

  /** The other household of a payment that LED-03 holds. */
  paidElsewhere({ payee }: Entitlement): PaidElsewhere | null {
    return payee.kind === 'household' ? (this.#twice.get(payee.id) ?? null) : null;
  }

  standingHold(entitlement: Entitlement): StandingHold | null {
    return this.#standing(entitlement);
  }

  #ledgerCodes(entitlement: Entitlement): readonly string[] {
    const codes: string[] = [];
    if (this.paidElsewhere(entitlement) !== null) codes.push('LED-03');
    if (this.#standing(entitlement) !== null) codes.push('LED-16');
    return codes;
  }
}

function meetHeads(entitlements: readonly Entitlement[], history: History): void {
  const seen = new Set<string>();
  for (const { payee, idNumber } of entitlements) {
    if (payee.kind !== 'household' || idNumber === null || seen.has(payee.id)) continue;
    seen.add(payee.id);
    history.meet(payee.id, idNumber);
  }
}

/** The first payment of another household that each household's claims repeat. */
function paidElsewhere(
  entitlements: readonly Entitlement[],
  roster: Holds,
  history: History,
): ReadonlyMap<string, PaidElsewhere> {
  const found = new Map<string, PaidElsewhere>();
  let homes: ReadonlyMap<string, readonly Claimant[]> = new Map();
  const claimants = (): Iterable<string> => {
    homes = claimantsByPerson(entitlements, roster);
    return homes.keys();
  };
  for (const then of history.paidHouseholds(claimants)) {
    for (const now of claimantsIn(then, homes)) {
      const { id } = now.household;
      if (found.has(id) || id === then.householdId || history.areToldApart(id, then)) continue;
      const shared = sharedPeople(peopleOf(now.household), then.people);
      const keys = then.keys();
      if (!now.entitlements.some((entitlement) => isPaidTwice(claimOf(entitlement), keys, shared))) continue;
      found.set(id, { batch: then.batch, household: then.householdId, shared });
    }
  }
  return found;
}

interface Claimant {
  readonly household: HouseholdGroup;
  readonly entitlements: readonly Entitlement[];
}

/** Households that claim something, by everybody who stands in them. */
function claimantsByPerson(
  entitlements: readonly Entitlement[],
  roster: Holds,
): ReadonlyMap<string, readonly Claimant[]> {
  const claimants = new Map<string, { household: HouseholdGroup; entitlements: Entitlement[] }>();
  for (const entitlement of entitlements) {
    const { payee, household, outcome } = entitlement;
    if (payee.kind !== 'household' || outcome !== 'entitled' || household === null || household === undefined) continue;
    if (roster.heldBy(entitlement).length > 0) continue;
    const known = claimants.get(payee.id);
    if (known === undefined) claimants.set(payee.id, { household, entitlements: [entitlement] });
    else known.entitlements.push(entitlement);
  }
  const homes = new Map<string, readonly Claimant[]>();
  for (const claimant of claimants.values())
    for (const { id } of peopleOf(claimant.household)) homes.set(id, [...(homes.get(id) ?? []), claimant]);
  return homes;
}

function claimantsIn(
  { householdId, people }: PaidHousehold,
  homes: ReadonlyMap<string, readonly Claimant[]>,
): ReadonlySet<Claimant> {
  const claimants = new Set<Claimant>();
  for (const { id } of people)
    for (const one of homes.get(id) ?? []) if (one.household.id !== householdId) claimants.add(one);
  return claimants;
}

function claimOf({ limits }: Entitlement): ClaimedKeys {
  const pools: string[] = [];
  let benefit = '';
  for (const { kind, key, maxAmount } of limits) {
    if (kind === 'benefit') benefit = bareKey(key);
    else if (kind === 'pool' && maxAmount !== null) pools.push(bareKey(key));
  }
  return { benefit, pools };
}

/**
 * Who is held: the payee; of a held household every member; of a held head or account holder the household.
 */
function standingHoldOf(entitlement: Entitlement, history: History): StandingHold | null {
  const { payee, householdId, idNumber, household, account } = entitlement;
  const own = history.standingHold(payee.id);
  if (own !== null || payee.kind === 'organisation') return own;
  if (payee.kind === 'person') return householdId === null ? null : history.standingHold(householdId);
  const head = idNumber === null ? null : history.standingHold(idNumber);
  if (head !== null) return head;
  for (const { personId, name, accountNumber } of household?.members ?? []) {
    if (personId === null || account.accountNumber === null) continue;
    const isHolder = account.accountNumber === accountNumber || (name !== null && account.accountName === name);
    const hold = isHolder ? history.standingHold(personId) : null;
    if (hold !== null) return hold;
  }
  return null;
}
