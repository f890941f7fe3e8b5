import {
  bareKey,
  isPaidTwice,
  peopleOfText,
  sharedPeople,
  type ClaimedKeys,
  type HouseholdPeople,
} from '../../domain/household-people.js';
import type { History, PaidHousehold } from '../../domain/history.js';
import { chargeOf } from '../store/charge-row.js';
import { ASK_SINGLY } from './charge-sums.js';
import { numberOf, textOf, textOrNull, type Database } from '../store/database.js';
import { readPeople } from '../store/people.js';
import { releases } from './decisions.js';
import type { HouseholdNames } from './household-names.js';
import { fateKey, type LineFate } from './line-fate.js';
import type { BatchStanding } from './standing.js';

/**
 * Households that the counting versions paid and in which any of `people` stood, oldest first. Of a version made before it was kept
 * who stood in them, the head is known, who was paid. A few people are looked up one by one; for many, all is read once.
 */
export function* paidHouseholds(
  database: Database,
  counting: ReadonlyMap<number, BatchStanding>,
  fates: ReadonlyMap<string, LineFate>,
  people: ReadonlySet<string>,
): Generator<PaidHousehold> {
  if (people.size === 0) return;
  const found = people.size > ASK_SINGLY ? readThrough(database, counting, people) : lookUp(database, counting, people);
  for (const { version, householdId, people: stood } of found) {
    const standing = counting.get(version);
    if (standing === undefined) continue;
    yield {
      batch: standing.head.batchId,
      approved: standing.approvedSeq,
      householdId,
      people: stood,
      keys: () => paidKeys(database, version, householdId, fates),
    };
  }
}

interface StoredHousehold extends HouseholdPeople {
  readonly version: number;
}

function* readThrough(
  database: Database,
  counting: ReadonlyMap<number, BatchStanding>,
  people: ReadonlySet<string>,
): Generator<StoredHousehold> {
  for (const version of counting.keys())
    for (const household of peopleOf(database, version))
      if (household.people.some(({ id }) => people.has(id))) yield { version, ...household };
}

function lookUp(
  database: Database,
  counting: ReadonlyMap<number, BatchStanding>,
  people: ReadonlySet<string>,
): StoredHousehold[] {
  const order = new Map([...counting.keys()].map((version, index) => [version, index]));
  const found = new Map<string, StoredHousehold & { readonly ord: number }>();
  const withPeople = new Set([...counting.keys()].filter((version) => isKept(database, version)));
  const kept = `SELECT version, ord, household_id, people FROM household_person JOIN household_people USING (version, ord)
    WHERE person_id = ?`;
  const heads = `SELECT version, line_no AS ord, household_id, id_number FROM line
    WHERE id_number = ? AND payee_kind = 'household' AND household_id IS NOT NULL`;
  const isOld = withPeople.size < counting.size;
  for (const person of people) {
    for (const row of database.all(kept, person)) {
      const [version, ord] = [numberOf(row, 'version'), numberOf(row, 'ord')];
      const household = { householdId: textOf(row, 'household_id'), people: peopleOfText(textOf(row, 'people')) };
      if (withPeople.has(version)) found.set(`${version}/${ord}`, { version, ord, ...household });
    }
    for (const row of isOld ? database.all(heads, person) : []) {
      const [version, ord] = [numberOf(row, 'version'), numberOf(row, 'ord')];
      if (withPeople.has(version) || !counting.has(version)) continue;
      const householdId = textOf(row, 'household_id');
      const key = `${version}/${person}/${householdId}`;
      if (!found.has(key)) found.set(key, { version, ord, ...ofHead(householdId, person) });
    }
  }
  const place = ({ version }: StoredHousehold): number => order.get(version) ?? 0;
  return [...found.values()].sort((a, b) => place(a) - place(b) || a.ord - b.ord);
}

/** Whether it was kept who stood in the households of a version. */
function isKept(database: Database, version: number): boolean {
  return database.get('SELECT 1 AS found FROM household_people WHERE version = ? LIMIT 1', version) !== undefined;
}

function ofHead(householdId: string, id: string): HouseholdPeople {
  return { householdId, people: [{ id, isHead: true, isCounted: false }] };
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
  for (const row of database.iterate(sql, version)) yield ofHead(textOf(row, 'household_id'), textOf(row, 'id_number'));
}

/** By the index of payees and then the charges of these lines: left alone, the database reads all charges of the version. */
const CHARGES_OF_HOUSEHOLD = `FROM line l CROSS JOIN charge c USING (version, line_no)
    WHERE l.payee_id = ? AND l.payee_kind = 'household' AND +l.version = ?`;

/** What a household was paid under, without its number; what the bank did not pay was not paid, what was clawed back was. */
function paidKeys(
  database: Database,
  version: number,
  householdId: string,
  fates: ReadonlyMap<string, LineFate>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const sql = `SELECT c.line_no, c.key ${CHARGES_OF_HOUSEHOLD}`;
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
  history: Pick<History, 'paidHouseholds'>,
  names: HouseholdNames,
): PaidTwice[] {
  const homes = new Map<string, HouseholdPeople[]>();
  for (const household of peopleOf(database, version))
    for (const { id } of household.people) homes.set(id, [...(homes.get(id) ?? []), household]);
  if (homes.size === 0) return [];
  const until = separations(database);
  const found: PaidTwice[] = [];
  for (const then of history.paidHouseholds(() => homes.keys())) {
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
  const sql = `SELECT l.line_no, l.benefit_id, c.* ${CHARGES_OF_HOUSEHOLD} ORDER BY line_no, ord`;
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
