import { canonicalJson, sha256 } from '../../domain/content-hash.js';
import { numberOf, textOf, textOrNull, type Database } from './database.js';

/** Something that happened to a line, as one row of the ledger. */
export interface LineEvent {
  readonly lineNo: number;
  readonly kind: 'paid' | 'failed' | 'returned' | 'stopped' | 'reversed';
  readonly amount: number;
  /** Reason code of a bank result, or how a reversal stands. */
  readonly code: string | null;
  /** The reason in its own words. */
  readonly text: string | null;
  /** Day the bank booked it. */
  readonly day: string | null;
}

/** What a chain entry says about the events it brings: their number, sum and hash. */
export function eventsPayload(events: readonly LineEvent[]): Record<string, unknown> {
  return {
    events: events.length,
    amount: events.reduce((sum, { amount }) => sum + amount, 0),
    eventsHash: eventsHash(events),
  };
}

/** sha256, hex, over events in line order. */
export function eventsHash(events: readonly LineEvent[]): string {
  const rows = [...events].sort((a, b) => a.lineNo - b.lineNo);
  return sha256(
    canonicalJson(rows.map(({ lineNo, kind, amount, code, text, day }) => [lineNo, kind, amount, code, text, day])),
  );
}

/** Must run inside the write transaction of the entry `seq`. */
export function insertEvents(database: Database, seq: number, version: number, events: readonly LineEvent[]): void {
  const insert = database.prepare(
    'INSERT INTO line_event (version, line_no, seq, kind, amount, code, text, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { lineNo, kind, amount, code, text, day } of events)
    insert.run(version, lineNo, seq, kind, amount, code, text, day);
}

/** Events of an entry, in line order. */
export function eventsOf(database: Database, seq: number): LineEvent[] {
  return database.all('SELECT * FROM line_event WHERE seq = ? ORDER BY line_no', seq).map((row) => ({
    lineNo: numberOf(row, 'line_no'),
    kind: textOf(row, 'kind') as LineEvent['kind'],
    amount: numberOf(row, 'amount'),
    code: textOrNull(row, 'code'),
    text: textOrNull(row, 'text'),
    day: textOrNull(row, 'day'),
  }));
}
