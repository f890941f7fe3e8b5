import { foldKey } from '../../domain/key.js';
import { peopleOfText, type HouseholdPeople } from '../../domain/household-people.js';
import { numberOf, textOf, type Database } from './database.js';

/**
 * What is looked up of a version by somebody who stood in its households, and by a household's number however it was spelt then.
 * Worked out from the rows beside; the verification works it out again.
 */
const INSERT_PERSON = 'INSERT OR IGNORE INTO household_person (person_id, version, ord) VALUES (?, ?, ?)';

/** Writes who stood in which household of a version. Must run inside a write transaction. */
export function insertPersons(database: Database, version: number, households: Iterable<HouseholdPeople>): void {
  const insert = database.prepare(INSERT_PERSON);
  let ord = 0;
  for (const { people } of households) {
    for (const { id } of people) insert.run(id, version, ord);
    ord++;
  }
}

/** Keeps a household's number that is not in the spelling by which numbers are compared. Must run inside a write transaction. */
export function insertSpelling(database: Database, householdId: string): void {
  const folded = foldKey(householdId);
  if (folded === householdId) return;
  const insert = database.prepare('INSERT OR IGNORE INTO household_spelling (folded, household_id) VALUES (?, ?)');
  insert.run(folded, householdId);
}

/** The same for everything that a ledger of an earlier version holds. */
export function fillLookups(database: Database): void {
  const insert = database.prepare(INSERT_PERSON);
  for (const row of database.iterate('SELECT version, ord, people FROM household_people ORDER BY version, ord'))
    for (const { id } of peopleOfText(textOf(row, 'people')))
      insert.run(id, numberOf(row, 'version'), numberOf(row, 'ord'));
  const numbers = `SELECT DISTINCT payee_id FROM line
    WHERE payee_kind = 'household' AND payee_id GLOB '*[^0-9A-Z]*'`;
  for (const row of database.all(numbers)) insertSpelling(database, textOf(row, 'payee_id'));
}

/** Every spelling under which a household's number stands in the ledger, the folded one first. */
export function spellingsOf(database: Database, folded: string): readonly string[] {
  const sql = 'SELECT household_id FROM household_spelling WHERE folded = ?';
  return [folded, ...database.all(sql, folded).map((row) => textOf(row, 'household_id'))];
}

/** Versions of which somebody who stood in a household is not found by their ID, or somebody else is. */
export function versionsWithWrongPersons(database: Database): ReadonlySet<number> {
  const sql = `SELECT version FROM (
      SELECT version, sum(iif(people = '', 0, length(people) - length(replace(people, ';', '')) + 1)) AS persons
        FROM household_people GROUP BY version)
      LEFT JOIN (SELECT version, count(*) AS found FROM household_person GROUP BY version) USING (version)
      WHERE persons <> coalesce(found, 0)
    UNION SELECT p.version FROM household_person p LEFT JOIN household_people h USING (version, ord)
      WHERE h.people IS NULL OR instr(h.people, p.person_id) = 0`;
  return new Set(database.all(sql).map((row) => numberOf(row, 'version')));
}
