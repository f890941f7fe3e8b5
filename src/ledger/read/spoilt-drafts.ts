import { jsonOf, numberOf, textOf, type Database } from '../store/database.js';
import { append, entriesOfKind } from '../store/entries.js';
import { storedContentHash, VERSION_COLUMNS, versionOf } from '../store/versions.js';

/**
 * A draft whose texts the database gives back cut off at a U+0000, which earlier programs let in. Its hash can never be
 * worked out again, and it can never be approved: it pays nothing, and it made the whole ledger fail.
 */
export interface SpoiltDraft {
  readonly version: number;
  readonly batchId: string;
  /** Hash of what is stored. */
  readonly storedHash: string;
}

interface MigratePayload {
  readonly spoilt: readonly SpoiltDraft[];
}

/**
 * Says in an entry of its own which drafts are so: never approved, number of lines and sum as they were written. Must run
 * inside the transaction that brings a ledger forward.
 */
export function recordSpoiltDrafts(database: Database): void {
  const known = new Set(spoiltDrafts(database).map(({ version }) => version));
  const approved = new Set(
    database
      .all("SELECT payload FROM entry WHERE kind = 'approve'")
      .map((row) => (jsonOf(row, 'payload') as { readonly version?: number }).version),
  );
  const spoilt: SpoiltDraft[] = [];
  const sql = `SELECT ${VERSION_COLUMNS} FROM version WHERE opening = 0 ORDER BY seq`;
  for (const head of database.all(sql).map(versionOf)) {
    const { version, batchId, contentHash } = head;
    if (known.has(version) || approved.has(version) || !addsUp(database, head)) continue;
    const storedHash = storedContentHash(database, head);
    if (storedHash !== contentHash) spoilt.push({ version, batchId, storedHash });
  }
  if (spoilt.length === 0) return;
  const last = database.get('SELECT at FROM entry ORDER BY seq DESC LIMIT 1');
  const at = last === undefined ? '' : textOf(last, 'at');
  append(database, { kind: 'migrate', batchId: '', at, actor: 'butie' }, { spoilt } satisfies MigratePayload);
}

function addsUp(database: Database, { version, total, lineCount }: ReturnType<typeof versionOf>): boolean {
  const row = database.get(
    'SELECT count(*) AS lines, coalesce(sum(amount), 0) AS total FROM line WHERE version = ?',
    version,
  );
  return row !== undefined && numberOf(row, 'lines') === lineCount && numberOf(row, 'total') === total;
}

/** Drafts that entries say are spoilt. */
export function spoiltDrafts(database: Database): SpoiltDraft[] {
  return entriesOfKind(database, 'migrate').flatMap(({ payload }) => (JSON.parse(payload) as MigratePayload).spoilt);
}
