import { numberOf, textOf, type Database } from '../store/database.js';
import type { BatchStanding } from './standing.js';

/** Whether a line of `batch` is paid again by one of `standings`. */
export function isReissued(
  database: Database,
  standings: Iterable<BatchStanding>,
  batch: string,
  lineNo: number,
): boolean {
  for (const { head } of standings) {
    if (head.reissueOf !== batch) continue;
    const sql = 'SELECT 1 AS found FROM line WHERE version = ? AND reissue_of_line = ? LIMIT 1';
    if (database.get(sql, head.version, lineNo) !== undefined) return true;
  }
  return false;
}

/** The first of `standings`, void ones aside, that took in a file of this sha256; null when none did. */
export function batchOfInput(database: Database, standings: Iterable<BatchStanding>, hash: string): string | null {
  const all = [...standings];
  for (const row of database.all('SELECT version FROM input WHERE sha256 = ? ORDER BY version', hash)) {
    const version = numberOf(row, 'version');
    for (const { head, state } of all) if (head.version === version && state !== 'void') return head.batchId;
  }
  return null;
}

/** The last income year before `year` that any of these versions paid for; null when there is none. */
export function lastYearBefore(
  database: Database,
  policy: string,
  versions: readonly number[],
  year: number,
): number | null {
  const sql = 'SELECT MAX(income_year) AS year FROM line WHERE version = ? AND policy_id = ? AND income_year < ?';
  const years = versions.flatMap((version) => {
    const row = database.get(sql, version, policy, year);
    return row === undefined || row['year'] === null ? [] : [numberOf(row, 'year')];
  });
  return years.length === 0 ? null : Math.max(...years);
}

/** Keys that lines charge of which something was not paid, stopped or reversed. */
export function touchedKeys(database: Database): Set<string> {
  const keys = new Set<string>();
  const sql = `SELECT DISTINCT c.key FROM (SELECT DISTINCT version, line_no FROM line_event WHERE kind <> 'paid') e
    JOIN charge c USING (version, line_no)`;
  for (const row of database.iterate(sql)) keys.add(textOf(row, 'key'));
  return keys;
}
