import { numberOf, textOf, textOrNull, type Database, type SqlRow } from '../store/database.js';
import { LedgerFault } from '../store/ledger-fault.js';

/** What happened to a line, beyond being in its batch. */
export interface LineFate {
  /** Null: in flight, or not sent yet. */
  readonly outcome: 'paid' | 'failed' | 'returned' | 'stopped' | null;
  /** Reversed so far, in 分. */
  readonly reversed: number;
  /** Reversed and not yet given back. */
  readonly open: number;
  readonly code: string | null;
  readonly text: string | null;
  /** Day the bank booked it. */
  readonly day: string | null;
}

/** Fates of lines by {@link fateKey}. */
export type Fates = ReadonlyMap<string, LineFate>;

export const NO_FATE: LineFate = { outcome: null, reversed: 0, open: 0, code: null, text: null, day: null };

/** Fate of a line of opening history: paid, without a bank result of its own. */
export const OPENING_FATE: LineFate = { ...NO_FATE, outcome: 'paid' };

/** Code of a reversal whose money is already back. */
export const RECOVERED = 'recovered';

const KINDS: readonly string[] = ['paid', 'failed', 'returned', 'stopped', 'reversed'];

interface EventRow {
  readonly kind: string;
  readonly amount: number;
  readonly code: string | null;
  readonly text: string | null;
  readonly day: string | null;
}

/** Throws LedgerFault for a kind of event that the schema does not allow. */
export function eventRow(row: SqlRow): EventRow {
  if (!KINDS.includes(textOf(row, 'kind'))) throw new LedgerFault('corrupt', { file: 'line_event' });
  return {
    kind: textOf(row, 'kind'),
    amount: numberOf(row, 'amount'),
    code: textOrNull(row, 'code'),
    text: textOrNull(row, 'text'),
    day: textOrNull(row, 'day'),
  };
}

/** Adds one event to the fate of its line; events must come in the order of their entries. */
export function addEvent(fate: LineFate, event: EventRow): LineFate {
  if (event.kind === 'reversed') {
    const open = event.code === RECOVERED ? 0 : event.amount;
    return { ...fate, reversed: fate.reversed + event.amount, open: fate.open + open };
  }
  const { code, text, day } = event;
  return { ...fate, outcome: event.kind as LineFate['outcome'], code, text, day };
}

/** Fates of the lines of a version that have one, by line number. */
export function fatesOf(database: Database, version: number): Map<number, LineFate> {
  const fates = new Map<number, LineFate>();
  const sql = 'SELECT * FROM line_event WHERE version = ? ORDER BY line_no, seq';
  for (const row of database.iterate(sql, version)) {
    const lineNo = numberOf(row, 'line_no');
    fates.set(lineNo, addEvent(fates.get(lineNo) ?? NO_FATE, eventRow(row)));
  }
  return fates;
}

/**
 * Fates of all lines of all batches that something out of the ordinary happened to: not paid, stopped, reversed. Keyed
 * by {@link fateKey}. Plain payments are the many and are left out.
 */
export function exceptionalFates(database: Database): Map<string, LineFate> {
  const fates = new Map<string, LineFate>();
  // The condition is written as in the partial index, so that the many paid lines are not even looked at.
  const sql = "SELECT * FROM line_event WHERE kind <> 'paid' ORDER BY version, line_no, seq";
  for (const row of database.iterate(sql)) {
    const key = fateKey(numberOf(row, 'version'), numberOf(row, 'line_no'));
    fates.set(key, addEvent(fates.get(key) ?? NO_FATE, eventRow(row)));
  }
  return fates;
}

export function fateKey(version: number, lineNo: number): string {
  return `${version}/${lineNo}`;
}

/** What of a line still counts against caps, in 分: nothing when the bank did not pay it or it was stopped. */
export function countingAmount(amount: number, fate: LineFate): number {
  return isUnpaid(fate) ? 0 : amount - fate.reversed;
}

/** Never paid, or back again: nothing of the line counts. */
export function isUnpaid({ outcome }: LineFate): boolean {
  return outcome === 'failed' || outcome === 'returned' || outcome === 'stopped';
}
