import { groupBy } from '../domain/group-rows.js';
import type { BusinessRow, HouseholdRow, MemberRow, Roster } from '../domain/roster.js';

/** Who belongs to whom. Each map is built on first use by one pass over the rows, and shared by all checks of a run. */
export interface RosterIndex {
  /** 住户 rows by 户编号, in file order; more than one row is a mistake (HHD-06, HHD-16). */
  readonly households: ReadonlyMap<string, readonly HouseholdRow[]>;
  /** 成员 rows by 户编号, in file order. */
  readonly members: ReadonlyMap<string, readonly MemberRow[]>;
  /** First 成员 row by 18-character ID. */
  readonly persons: ReadonlyMap<string, MemberRow>;
  /** All 成员 rows of the IDs that stand more than once, in file order: a mistake (ROW-01, HHD-05). */
  readonly repeated: ReadonlyMap<string, readonly MemberRow[]>;
  /** 经营 rows by 户编号. */
  readonly businesses: ReadonlyMap<string, readonly BusinessRow[]>;
  /** 经营 rows by 18-character ID of who runs them. */
  readonly owners: ReadonlyMap<string, readonly BusinessRow[]>;
}

class LazyIndex implements RosterIndex {
  readonly #roster: Roster;
  #households: Map<string, HouseholdRow[]> | undefined;
  #members: Map<string, MemberRow[]> | undefined;
  #persons: Map<string, MemberRow> | undefined;
  #repeated: Map<string, MemberRow[]> | undefined;
  #businesses: Map<string, BusinessRow[]> | undefined;
  #owners: Map<string, BusinessRow[]> | undefined;

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  get households(): ReadonlyMap<string, readonly HouseholdRow[]> {
    return (this.#households ??= groupBy(this.#roster.rows.住户, (row) => row.householdId));
  }

  get members(): ReadonlyMap<string, readonly MemberRow[]> {
    return (this.#members ??= groupBy(this.#roster.rows.成员, (row) => row.householdId));
  }

  get persons(): ReadonlyMap<string, MemberRow> {
    return (this.#persons ??= this.#indexPersons().persons);
  }

  get repeated(): ReadonlyMap<string, readonly MemberRow[]> {
    return (this.#repeated ??= this.#indexPersons().repeated);
  }

  /** One row a person is the rule: a million one-row lists would be as much memory again as the index. */
  #indexPersons(): { persons: Map<string, MemberRow>; repeated: Map<string, MemberRow[]> } {
    const persons = new Map<string, MemberRow>();
    const repeated = new Map<string, MemberRow[]>();
    for (const row of this.#roster.rows.成员) {
      if (row.personId === null) continue;
      const first = persons.get(row.personId);
      if (first === undefined) {
        persons.set(row.personId, row);
        continue;
      }
      const rows = repeated.get(row.personId);
      if (rows === undefined) repeated.set(row.personId, [first, row]);
      else rows.push(row);
    }
    this.#persons = persons;
    this.#repeated = repeated;
    return { persons, repeated };
  }

  get businesses(): ReadonlyMap<string, readonly BusinessRow[]> {
    return (this.#businesses ??= groupBy(this.#roster.rows.经营, (row) => row.householdId));
  }

  get owners(): ReadonlyMap<string, readonly BusinessRow[]> {
    return (this.#owners ??= groupBy(this.#roster.rows.经营, (row) => row.personId));
  }
}

/** The index of a roster. It lives as long as its checks: a run has better use for the memory afterwards. */
export function rosterIndex(roster: Roster): RosterIndex {
  return new LazyIndex(roster);
}
