import { chargeKey } from '../../domain/charge.js';
import { textOf, type Database } from '../store/database.js';
import { releases } from './decisions.js';

/**
 * Numbers that mean one household: those that a release declared the same, and a number derived from its head's ID with the
 * household of that head.
 */
export class HouseholdNames {
  private readonly database: Database;
  private readonly neighbours = new Map<string, Set<string>>();
  private derived: ReadonlySet<string> | undefined;

  constructor(database: Database) {
    this.database = database;
    for (const { of, payee, sameAs } of releases(database))
      if (of === 'LED-03' && sameAs !== undefined) this.join(payee, sameAs);
  }

  /** Says who heads a household of this run or draft; a derived number joins it with that head's household. */
  meet(householdId: string, headId: string): void {
    if (householdId !== headId) {
      if (this.derivedNumbers().has(headId)) this.join(householdId, headId);
      return;
    }
    const sql =
      "SELECT DISTINCT household_id FROM line WHERE id_number = ? AND household_id <> ? AND payee_kind = 'household'";
    for (const row of this.database.all(sql, headId, headId)) this.join(householdId, textOf(row, 'household_id'));
  }

  /** Every number of the household, itself first. */
  of(householdId: string): readonly string[] {
    if (!this.neighbours.has(householdId)) return [householdId];
    const found = new Set([householdId]);
    for (const id of found) for (const next of this.neighbours.get(id) ?? []) found.add(next);
    return [...found];
  }

  areOne(a: string, b: string): boolean {
    return a === b || (this.neighbours.has(a) && this.of(a).includes(b));
  }

  /** The keys under which a household's charge may stand, itself first; the key alone where it is about no household. */
  keysOf(key: string): readonly string[] {
    if (this.neighbours.size === 0) return [key];
    const debt = key.startsWith(DEBT) ? this.of(key.slice(DEBT.length)).map((id) => DEBT + id) : null;
    if (debt !== null) return debt;
    const [policy = '', scope = ''] = key.split('|', 2);
    const start = policy.length + scope.length + 2;
    const end = key.lastIndexOf('|');
    if (!key.startsWith(HOUSEHOLD, start)) return [key];
    const id = key.slice(start + HOUSEHOLD.length, end);
    return this.of(id).map((one) => chargeKey(policy, scope, 'household', one, key.slice(end + 1)));
  }

  private join(a: string, b: string): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = this.neighbours.get(one);
      if (known === undefined) this.neighbours.set(one, new Set([other]));
      else known.add(other);
    }
  }

  /** Heads whose ID is the number of a household in the ledger. */
  private derivedNumbers(): ReadonlySet<string> {
    if (this.derived !== undefined) return this.derived;
    const sql = 'SELECT DISTINCT id_number FROM line WHERE id_number IS NOT NULL AND household_id = id_number';
    this.derived = new Set(this.database.all(sql).map((row) => textOf(row, 'id_number')));
    return this.derived;
  }
}

const HOUSEHOLD = 'household:';
const DEBT = 'clawback|household:';
