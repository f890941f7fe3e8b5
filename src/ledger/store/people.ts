import { createHash } from 'node:crypto';
import { peopleOfText, peopleText, type HouseholdPeople } from '../../domain/household-people.js';
import { numberOf, textOf, type Database } from './database.js';

/** sha256, hex, over who stood in the households of a batch, in their order; null where there is none. */
export function peopleHash(households: Iterable<HouseholdPeople>): string | null {
  const hash = createHash('sha256');
  let any = false;
  for (const { householdId, people } of households) {
    any = true;
    hash.update(`${JSON.stringify(householdId)} ${peopleText(people)}\n`);
  }
  return any ? hash.digest('hex') : null;
}

/** Writes who stood in the households of a version. Must run inside a write transaction, after its entry. */
export function insertPeople(database: Database, version: number, households: Iterable<HouseholdPeople>): void {
  const insert = database.prepare(
    'INSERT INTO household_people (version, ord, household_id, people) VALUES (?, ?, ?, ?)',
  );
  let ord = 0;
  for (const { householdId, people } of households) insert.run(version, ord++, householdId, peopleText(people));
}

/** Households of a version with who stood in them; none where the version was made before this was kept. */
export function* readPeople(database: Database, version: number): Generator<HouseholdPeople> {
  const sql = 'SELECT household_id, people FROM household_people WHERE version = ? ORDER BY ord';
  for (const row of database.iterate(sql, version))
    yield { householdId: textOf(row, 'household_id'), people: peopleOfText(textOf(row, 'people')) };
}

/** Hash of what is stored now, to compare with what the entry says; null where nothing is stored. */
export function storedPeopleHash(database: Database, version: number): string | null {
  const hash = createHash('sha256');
  let last = -1;
  const sql = 'SELECT ord, household_id, people FROM household_people WHERE version = ? ORDER BY ord';
  for (const row of database.iterate(sql, version)) {
    if (numberOf(row, 'ord') !== ++last) return '';
    hash.update(`${JSON.stringify(textOf(row, 'household_id'))} ${textOf(row, 'people')}\n`);
  }
  return last < 0 ? null : hash.digest('hex');
}
