import { foldKey } from '../../domain/key.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { StandingHold } from '../../domain/standing-hold.js';
import type { Database } from '../store/database.js';
import { readPeople } from '../store/people.js';
import { standingHolds } from './decisions.js';
import { HouseholdNames } from './household-names.js';

/**
 * Lines of a version whose payee is on the standing list now, by line number: the payee or their household; of a household also
 * its head, and a member where the account is not the head's own.
 */
export function heldLines(
  database: Database,
  version: number,
  lines: readonly PayoutLine[],
): ReadonlyMap<number, StandingHold> {
  const held = new Map<number, StandingHold>();
  const holds = standingHolds(database);
  if (holds.size === 0) return held;
  const names = new HouseholdNames(database);
  const members = new Map<string, readonly string[]>();
  for (const { householdId, people } of readPeople(database, version)) {
    const own = people.map(({ id }) => id).filter((id) => holds.has(id));
    if (own.length > 0) members.set(householdId, own);
  }
  for (const { lineNo, payee, householdId, idNumber, account } of lines) {
    const isOthers = payee.kind === 'household' && account.accountName !== null && account.accountName !== payee.name;
    const wanted = [
      payee.id,
      ...(householdId === null ? [] : names.of(householdId)),
      ...(payee.kind === 'household' && idNumber !== null ? [idNumber] : []),
      ...(isOthers ? (members.get(payee.id) ?? []) : []),
    ];
    const hold = wanted.map((id) => holds.get(foldKey(id))).find((one) => one !== undefined);
    if (hold !== undefined) held.set(lineNo, hold);
  }
  return held;
}
