import type { EntryKind } from '../../domain/batch-state.js';
import { canonicalJson, sha256 } from '../../domain/content-hash.js';
import { numberOf, textOf, type Database, type SqlRow } from './database.js';
import { LedgerFault } from './ledger-fault.js';

/** One link of the chain. `payload` is canonical JSON; `at` the moment as the caller gave it. */
export interface Entry {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly batchId: string;
  readonly at: string;
  readonly actor: string;
  readonly payload: string;
  readonly prev: string;
  readonly hash: string;
}

/** `prev` of the first entry. */
export const GENESIS = '0'.repeat(64);

/** Hash of an entry: everything it says, and the hash before it. */
export function entryHash(entry: Omit<Entry, 'hash'>): string {
  const { seq, kind, batchId, at, actor, payload, prev } = entry;
  return sha256(canonicalJson([seq, kind, batchId, at, actor, payload, prev]));
}

/** A text that a database gives back as another one: NUL and other C0 characters but line breaks and tabs, half a character. */
export function isUnstorable(text: string | null): boolean {
  return text !== null && UNSTORABLE.test(text);
}

// biome-ignore format: one range a line
const UNSTORABLE = /[^\P{Cc}\t\n\r\u007F-\u009F]|\p{Cs}/u;

/** The same inside canonical JSON, where such characters stand escaped. */
const UNSTORABLE_JSON = /(?<!\\)(?:\\\\)*\\u(?:00[01]|d[89a-f])/i;

/** Appends an entry and gives its number. Must run inside a write transaction. */
export function append(
  database: Database,
  entry: Pick<Entry, 'kind' | 'batchId' | 'at' | 'actor'>,
  payload: unknown,
): number {
  if (isUnstorable(entry.actor) || UNSTORABLE_JSON.test(canonicalJson(payload)))
    throw new LedgerFault('bad-content', { detail: '文字里有控制字符 / control character' });
  const last = database.get('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1');
  const link = {
    ...entry,
    seq: last === undefined ? 1 : numberOf(last, 'seq') + 1,
    payload: canonicalJson(payload),
    prev: last === undefined ? GENESIS : textOf(last, 'hash'),
  };
  database.run(
    'INSERT INTO entry (seq, kind, batch_id, at, actor, payload, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    link.seq,
    link.kind,
    link.batchId,
    link.at,
    link.actor,
    link.payload,
    link.prev,
    entryHash(link),
  );
  return link.seq;
}

/** Entry kinds are checked by the schema, so the text of a well ledger is one of them. */
export function entryOf(row: SqlRow): Entry {
  return {
    seq: numberOf(row, 'seq'),
    kind: textOf(row, 'kind') as EntryKind,
    batchId: textOf(row, 'batch_id'),
    at: textOf(row, 'at'),
    actor: textOf(row, 'actor'),
    payload: textOf(row, 'payload'),
    prev: textOf(row, 'prev'),
    hash: textOf(row, 'hash'),
  };
}

/** All entries of a batch, oldest first. */
export function entriesOf(database: Database, batchId: string): Entry[] {
  return database.all('SELECT * FROM entry WHERE batch_id = ? ORDER BY seq', batchId).map(entryOf);
}

/** All entries of a kind, oldest first; what they say is in their payload. */
export function entriesOfKind(database: Database, kind: EntryKind): Entry[] {
  return database.all('SELECT * FROM entry WHERE kind = ? ORDER BY seq', kind).map(entryOf);
}
