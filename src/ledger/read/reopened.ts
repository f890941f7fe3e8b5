import { foldKey } from '../../domain/key.js';
import { numberOf, textOf, type Database } from '../store/database.js';
import { releases } from './decisions.js';
import type { HouseholdNames } from './household-names.js';
import { fateKey, NO_FATE, type Fates, type LineFate } from './line-fate.js';

/** What reversals and stops that nobody let go have opened again. */
export interface Reopened {
  /** Fates of the lines as if these reversals and stops had not been. */
  readonly fates: Fates;
  /** Charge keys of those lines. */
  readonly keys: ReadonlySet<string>;
}

/** Null where nothing was reversed or stopped, or all of it was let go (release of LED-15). */
export function loadReopened(database: Database, fates: Fates, names: HouseholdNames): Reopened | null {
  const letGo = new Map<string, number>();
  for (const { of, payee, seq } of releases(database)) if (of === 'LED-15') letGo.set(payee, seq);
  const isLetGo = (payee: string, seq: number): boolean =>
    letGo.size > 0 && names.of(payee).some((name) => (letGo.get(foldKey(name)) ?? 0) > seq);
  const undone = new Map<string, LineFate>();
  const sql = `SELECT version, line_no, e.seq, e.kind, e.amount, l.payee_id FROM line_event e JOIN line l USING (version, line_no)
    WHERE e.kind <> 'paid' AND e.kind IN ('reversed', 'stopped') ORDER BY version, line_no, e.seq`;
  for (const row of database.iterate(sql)) {
    if (isLetGo(textOf(row, 'payee_id'), numberOf(row, 'seq'))) continue;
    const key = fateKey(numberOf(row, 'version'), numberOf(row, 'line_no'));
    const fate = undone.get(key) ?? fates.get(key) ?? NO_FATE;
    undone.set(
      key,
      textOf(row, 'kind') === 'stopped'
        ? { ...fate, outcome: null }
        : { ...fate, reversed: fate.reversed - numberOf(row, 'amount') },
    );
  }
  if (undone.size === 0) return null;
  const keys = new Set<string>();
  for (const at of undone.keys()) {
    const [version = 0, line = 0] = at.split('/').map(Number);
    for (const row of database.iterate('SELECT key FROM charge WHERE version = ? AND line_no = ?', version, line))
      keys.add(textOf(row, 'key'));
  }
  return { fates: new Map([...fates, ...undone]), keys };
}
