import type { PayeeKind } from '../../domain/charge.js';
import { clawbackKey } from '../../domain/clawback.js';
import { numberOf, textOf, textOrNull, type Database } from '../store/database.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { recoveries } from './decisions.js';
import { fateKey, RECOVERED, type LineFate } from './line-fate.js';

/**
 * What was ever clawed back (追回) and not recovered in money, in 分 by clawback key, before anything was kept back for it.
 * `fates`: those of exceptionalFates.
 */
export function loadClawbacks(database: Database, fates: ReadonlyMap<string, LineFate>): ReadonlyMap<string, number> {
  const owed = new Map<string, number>();
  const rows = database.iterate(
    `SELECT version, line_no, l.payee_kind, l.payee_id, e.amount, e.code
     FROM line_event e JOIN line l USING (version, line_no) WHERE e.kind = 'reversed' AND e.kind <> 'paid'`,
  );
  for (const row of rows) {
    const fate = fates.get(fateKey(numberOf(row, 'version'), numberOf(row, 'line_no')));
    // What the bank never paid out need not come back.
    if (fate?.outcome === 'failed' || fate?.outcome === 'returned') continue;
    if (textOrNull(row, 'code') === RECOVERED) continue;
    const key = clawbackKey(textOf(row, 'payee_kind') as PayeeKind, textOf(row, 'payee_id'));
    owed.set(key, (owed.get(key) ?? 0) + numberOf(row, 'amount'));
  }
  for (const { version, line, amount } of recoveries(database)) {
    const row = database.get('SELECT payee_kind, payee_id FROM line WHERE version = ? AND line_no = ?', version, line);
    if (row === undefined) throw new LedgerFault('corrupt', { file: database.file });
    const key = clawbackKey(textOf(row, 'payee_kind') as PayeeKind, textOf(row, 'payee_id'));
    owed.set(key, (owed.get(key) ?? 0) - amount);
  }
  return owed;
}

/** What of the clawbacks of a version has come back in money, in 分 by line. */
export function recoveredLines(database: Database, version: number): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  const add = (line: number, amount: number): void => {
    sums.set(line, (sums.get(line) ?? 0) + amount);
  };
  const sql =
    "SELECT line_no, amount FROM line_event WHERE version = ? AND kind <> 'paid' AND kind = 'reversed' AND code = ?";
  for (const row of database.all(sql, version, RECOVERED)) add(numberOf(row, 'line_no'), numberOf(row, 'amount'));
  for (const one of recoveries(database)) if (one.version === version) add(one.line, one.amount);
  return sums;
}
