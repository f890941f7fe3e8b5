import { chargeKey } from '../../domain/charge.js';
import { foldKey } from '../../domain/key.js';
import { textOf, type Database } from '../store/database.js';
import { spellingsOf } from '../store/lookups.js';
import { releases } from './decisions.js';

/**
 * Numbers that mean one household: those that a release declared the same, a number derived from its head's ID with the
 * household of that head, and a number in whatever spelling it was paid under.
 */
export class HouseholdNames {
  private readonly database: Database;
  private readonly neighbours = new Map<string, Set<string>>();
  private readonly anySpelling: boolean;

  /** `until`: number of the entry before which a release must stand. */
  constructor(database: Database, until = Number.POSITIVE_INFINITY) {
    this.database = database;
    this.anySpelling = database.get('SELECT 1 AS found FROM household_spelling LIMIT 1') !== undefined;
    for (const { of, payee, sameAs, seq } of releases(database)) {
      if (of !== 'LED-03' || sameAs === undefined || seq >= until) continue;
      this.join(payee, sameAs);
      this.meetSpellings(payee);
      this.meetSpellings(sameAs);
    }
  }

  /** Says who heads a household of this run or draft; a derived number joins it with that head's household. */
  meet(householdId: string, headId: string): void {
    this.meetSpellings(householdId);
    if (householdId !== headId) {
      if (this.isDerived(headId)) this.join(householdId, headId);
      return;
    }
    const sql =
      "SELECT DISTINCT household_id FROM line WHERE id_number = ? AND household_id <> ? AND payee_kind = 'household'";
    for (const row of this.database.all(sql, headId, headId)) this.join(householdId, textOf(row, 'household_id'));
  }

  /** Meets every household of the ledger: whatever was ever one household is one. */
  meetAll(): void {
    if (this.anySpelling)
      for (const row of this.database.all('SELECT folded FROM household_spelling'))
        this.meetSpellings(textOf(row, 'folded'));
    const derived = `SELECT DISTINCT id_number FROM line
      WHERE id_number IS NOT NULL AND household_id = id_number AND payee_kind = 'household'`;
    for (const row of this.database.all(derived)) this.meet(textOf(row, 'id_number'), textOf(row, 'id_number'));
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

  private meetSpellings(householdId: string): void {
    if (!this.anySpelling) return;
    for (const spelt of spellingsOf(this.database, foldKey(householdId)))
      if (spelt !== householdId) this.join(householdId, spelt);
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

  /** Whether the ID of a head is the number of a household in the ledger. */
  private isDerived(headId: string): boolean {
    const sql = 'SELECT 1 AS found FROM line WHERE id_number = ? AND household_id = ? LIMIT 1';
    return this.database.get(sql, headId, headId) !== undefined;
  }
}

const HOUSEHOLD = 'household:';
const DEBT = 'clawback|household:';
