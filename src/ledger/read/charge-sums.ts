import type { Charged, ChargedLine } from '../../domain/history.js';
import { numberOf, textOf, type Database, type SqlRow } from '../store/database.js';

/** What counts against a key. */
export interface ChargeSums {
  readonly amount: number;
  readonly count: number;
}

/** Answers that are looked up one by one before all of their kind are read in one go: a small run on a large ledger stays quick. */
export const ASK_SINGLY = 5000;

/** Keys of one benefit or pool and one period, as chargeKey builds them: `policy|scope|` … `|2024`. */
interface KeyGroup {
  asked: number;
  sums: ReadonlyMap<string, ChargeSums> | undefined;
}

/**
 * Sums of charge keys over the counting versions, in full: lines that were stopped, reversed or not paid are not taken
 * off here. Once many keys of one benefit and period were asked for, all of that group are read in the order of the index.
 */
export class ChargeBook {
  private readonly database: Database;
  /** Counting versions, as an SQL list. */
  private readonly versions: string;
  private readonly groups = new Map<string, Map<string, KeyGroup>>();

  constructor(database: Database, versions: Iterable<number>) {
    this.database = database;
    this.versions = [...versions].join(',');
  }

  /** The sums of a key, null when it was never charged; undefined when they are better looked up singly. */
  sumsOf(key: string): ChargeSums | null | undefined {
    if (this.versions === '') return null;
    const scopeEnd = key.indexOf('|', key.indexOf('|') + 1) + 1;
    const periodStart = key.lastIndexOf('|');
    if (scopeEnd === 0 || periodStart < scopeEnd) return undefined;
    const scope = key.slice(0, scopeEnd);
    const period = key.slice(periodStart);
    const group = this.groupOf(scope, period);
    if (group.sums === undefined) {
      if (++group.asked <= ASK_SINGLY) return undefined;
      group.sums = this.load(scope, period);
    }
    return group.sums.get(key) ?? null;
  }

  private groupOf(scope: string, period: string): KeyGroup {
    let periods = this.groups.get(scope);
    if (periods === undefined) {
      periods = new Map();
      this.groups.set(scope, periods);
    }
    let group = periods.get(period);
    if (group === undefined) {
      // SQLite counts characters, we count UTF-16 units: only where both are one is a period cut off safely.
      group = { asked: /^\|[\w-]+$/.test(period) ? 0 : Number.NEGATIVE_INFINITY, sums: undefined };
      periods.set(period, group);
    }
    return group;
  }

  /** Added up by SQLite in the order of its index; most keys have the same few sums, so those are shared. */
  private load(scope: string, period: string): ReadonlyMap<string, ChargeSums> {
    const sums = new Map<string, ChargeSums>();
    const shared = new Map<string, ChargeSums>();
    const sql = `SELECT key, sum(amount) AS amount, sum(count) AS count FROM charge
      WHERE key >= ? AND key < ? AND substr(key, ?) = ? AND version IN (${this.versions}) GROUP BY key`;
    for (const row of this.database.iterate(sql, scope, after(scope), -period.length, period)) {
      const amount = numberOf(row, 'amount');
      const count = numberOf(row, 'count');
      const same = `${amount}/${count}`;
      let sum = shared.get(same);
      if (sum === undefined) {
        sum = { amount, count };
        shared.set(same, sum);
      }
      sums.set(textOf(row, 'key'), sum);
    }
    return sums;
  }
}

/** The first text after all those that begin with `prefix`, which ends in `|`: `}` is the next character. */
function after(prefix: string): string {
  return `${prefix.slice(0, -1)}}`;
}

/** Sums of payout lines with those of offsets added; null when nothing counts. */
export function withOffsets(sums: ChargeSums | null, offsets: readonly SqlRow[]): ChargeSums | null {
  if (offsets.length === 0) return sums;
  return offsets.reduce<ChargeSums>(
    (total, row) => ({ amount: total.amount + numberOf(row, 'amount'), count: total.count + numberOf(row, 'count') }),
    sums ?? { amount: 0, count: 0 },
  );
}

/** What counts against a key; its lines are read when someone asks for them. */
export class LedgerCharged implements Charged {
  readonly amount: number;
  readonly count: number;
  readonly #read: () => readonly ChargedLine[];

  constructor(amount: number, count: number, read: () => readonly ChargedLine[]) {
    this.amount = amount;
    this.count = count;
    this.#read = read;
  }

  get lines(): readonly ChargedLine[] {
    return this.#read();
  }
}
