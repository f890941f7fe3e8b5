import {
  bareKey,
  isPaidTwice,
  sharedPeople,
  type ClaimedKeys,
  type HouseholdPeople,
} from '../../domain/household-people.js';
import type { PaidHousehold } from '../../domain/history.js';
import { chargeOf } from '../store/charge-row.js';
import { numberOf, textOf, textOrNull, type Database } from '../store/database.js';
import { readPeople } from '../store/people.js';
import { releases } from './decisions.js';
import type { HouseholdNames } from './household-names.js';
import { fateKey, type LineFate } from './line-fate.js';
import type { BatchStanding } from './standing.js';

/**
 * Households that the counting versions paid, with who stood in them. Of a version made before that was kept, the head is
 * known, who was paid.
 */
export function* paidHouseholds(
  database: Database,
  counting: ReadonlyMap<number, BatchStanding>,
  fates: ReadonlyMap<string, LineFate>,
): Generator<PaidHousehold> {
  for (const [version, { head, approvedSeq }] of counting) {
    for (const { householdId, people } of peopleOf(database, version))
      yield {
        batch: head.batchId,
        approved: approvedSeq,
        householdId,
        people,
        keys: () => paidKeys(database, version, householdId, fates),
      };
  }
}

/** Who stood in the households of a version; where that was not kept, the heads that its lines name. */
export function* peopleOf(database: Database, version: number): Generator<HouseholdPeople> {
  let kept = false;
  for (const household of readPeople(database, version)) {
    kept = true;
    yield household;
  }
  if (kept) return;
  const sql = `SELECT DISTINCT household_id, id_number FROM line WHERE version = ? AND payee_kind = 'household'
    AND household_id IS NOT NULL AND id_number IS NOT NULL`;
  for (const row of database.iterate(sql, version))
    yield {
      householdId: textOf(row, 'household_id'),
      people: [{ id: textOf(row, 'id_number'), isHead: true, isCounted: false }],
    };
}

/** What a household was paid under, without its number; what the bank did not pay was not paid, what was clawed back was. */
function paidKeys(
  database: Database,
  version: number,
  householdId: string,
  fates: ReadonlyMap<string, LineFate>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const sql = `SELECT c.line_no, c.key FROM line l JOIN charge c USING (version, line_no)
    WHERE l.payee_id = ? AND l.payee_kind = 'household' AND l.version = ?`;
  for (const row of database.all(sql, householdId, version)) {
    const outcome = fates.get(fateKey(version, numberOf(row, 'line_no')))?.outcome ?? null;
    if (outcome !== 'failed' && outcome !== 'returned') keys.add(bareKey(textOf(row, 'key')));
  }
  const offsets = `SELECT c.key FROM offset_entry o JOIN offset_charge c USING (version, offset_no)
    WHERE o.version = ? AND o.payee_kind = 'household' AND o.payee_id = ?`;
  for (const row of database.all(offsets, version, householdId)) keys.add(bareKey(textOf(row, 'key')));
  return keys;
}

/** For each household the last release that says that it is none of those paid until then, by the number of that entry. */
export function separations(database: Database): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  for (const { of, payee, separate, seq } of releases(database))
    if (of === 'LED-03' && separate === true) until.set(payee, seq);
  return until;
}

/** A line of a draft that pays a household again which was paid under another number. */
export interface PaidTwice {
  readonly line: number;
  readonly household: string;
  readonly paidAs: string;
  readonly batch: string;
}

/** LED-03 for a draft, against all that counts now. Must run inside the transaction that approves. */
export function paidTwiceIn(
  database: Database,
  version: number,
  paid: Iterable<PaidHousehold>,
  names: HouseholdNames,
): PaidTwice[] {
  const homes = new Map<string, HouseholdPeople[]>();
  for (const household of peopleOf(database, version))
    for (const { id } of household.people) homes.set(id, [...(homes.get(id) ?? []), household]);
  if (homes.size === 0) return [];
  const until = separations(database);
  const found: PaidTwice[] = [];
  for (const then of paid) {
    for (const now of new Set(then.people.flatMap(({ id }) => homes.get(id) ?? []))) {
      if (names.areOne(now.householdId, then.householdId)) continue;
      if (then.approved < (until.get(now.householdId) ?? 0)) continue;
      const shared = sharedPeople(now.people, then.people);
      const keys = then.keys();
      const again = claimsOf(database, version, now.householdId).find(({ claim }) => isPaidTwice(claim, keys, shared));
      if (again === undefined) continue;
      found.push({ line: again.line, household: now.householdId, paidAs: then.householdId, batch: then.batch });
    }
  }
  return found;
}

function claimsOf(
  database: Database,
  version: number,
  householdId: string,
): { readonly line: number; readonly claim: ClaimedKeys }[] {
  const claims = new Map<number, { benefit: string; pools: string[] }>();
  const sql = `SELECT l.line_no, l.benefit_id, c.* FROM line l JOIN charge c USING (version, line_no)
    WHERE l.payee_id = ? AND l.payee_kind = 'household' AND l.version = ? ORDER BY line_no, ord`;
  for (const row of database.all(sql, householdId, version)) {
    const line = numberOf(row, 'line_no');
    const { key, maxAmount, maxCount } = chargeOf(row);
    const claim = claims.get(line) ?? { benefit: '', pools: [] };
    claims.set(line, claim);
    const isBenefit = bareKey(key).split('|')[1] === textOrNull(row, 'benefit_id');
    if (isBenefit) claim.benefit = bareKey(key);
    else if (maxAmount !== null || maxCount !== null) claim.pools.push(bareKey(key));
  }
  return [...claims].map(([line, claim]) => ({ line, claim }));
}
