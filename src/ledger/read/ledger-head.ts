import { GENESIS } from '../store/entries.js';
import { numberOf, textOf, type Database, type SqlRow } from '../store/database.js';

/** The end of the chain at some moment: written down elsewhere, it proves later that nothing before it was replaced. */
export interface LedgerHead {
  readonly entries: number;
  /** Hash of the last entry. */
  readonly hash: string;
}

/** Where the chain ends now. */
export function headNow(database: Database): LedgerHead {
  return headOf(database.get('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1'));
}

/**
 * Where the chain ended when a batch of this very content was made, else where it ends now: the same batch made again says
 * the same.
 */
export function headWhenMade(database: Database, batchId: string, contentHash: string): LedgerHead {
  const sql = `SELECT seq - 1 AS seq, prev AS hash FROM entry WHERE seq = (
    SELECT seq FROM version WHERE batch_id = ? AND content_hash = ? ORDER BY seq DESC LIMIT 1)`;
  const row = database.get(sql, batchId, contentHash);
  return row === undefined ? headNow(database) : headOf(row);
}

/** A head as it was written down: without a number where only the hash is known, with the batch where a receipt says it. */
export interface WrittenHead {
  readonly entries: number | null;
  readonly hash: string;
  readonly batch?: { readonly id: string; readonly contentHash: string };
}

/** Whether the chain went through a head that was written down, and still holds the batch of the receipt. */
export function wentThrough(database: Database, { entries, hash, batch }: WrittenHead): boolean {
  if (batch !== undefined) {
    const sql = 'SELECT seq FROM version WHERE batch_id = ? AND content_hash = ?';
    if (database.get(sql, batch.id, batch.contentHash) === undefined) return false;
  }
  if (hash === GENESIS) return (entries ?? 0) === 0;
  const row = database.get('SELECT seq FROM entry WHERE hash = ?', hash);
  return row !== undefined && (entries === null || numberOf(row, 'seq') === entries);
}

function headOf(row: SqlRow | undefined): LedgerHead {
  return row === undefined
    ? { entries: 0, hash: GENESIS }
    : { entries: numberOf(row, 'seq'), hash: textOf(row, 'hash') };
}
