import { numberOf, textOf, type Database } from './database.js';
import type { BatchStanding } from './standing.js';

/** What counts against a key. */
export interface ChargeSums {
  readonly amount: number;
  readonly count: number;
}

/** Keys that are looked up one by one before all of them are read in one go: a small run on a large ledger stays quick. */
export const ASK_SINGLY = 20_000;

/**
 * Sums of every key over the counting versions, in full: lines that were stopped, reversed or not paid are not taken off
 * here. Added up by SQLite in the order of its index; most keys have the same few sums, so those are shared.
 */
export function loadChargeSums(
  database: Database,
  counting: ReadonlyMap<number, BatchStanding>,
): Map<string, ChargeSums> {
  const sums = new Map<string, ChargeSums>();
  const shared = new Map<string, ChargeSums>();
  const versions = [...counting.keys()].join(',');
  if (versions === '') return sums;
  const sql = `SELECT key, sum(amount) AS amount, sum(count) AS count FROM charge
    WHERE version IN (${versions}) GROUP BY key`;
  for (const row of database.iterate(sql)) {
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
