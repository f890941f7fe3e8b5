import { MOVES } from '../../domain/batch-state.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import { requireName, requirePeople, type Act } from '../store/act.js';
import { numberOf, type Database } from '../store/database.js';
import { append, entriesOf } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import type { Words } from '../../findings/finding.js';
import { eventsPayload, insertEvents, type LineEvent } from '../store/line-events.js';
import { addEvent, eventRow, NO_FATE, OPENING_FATE, RECOVERED, type LineFate } from '../read/line-fate.js';
import { notSent } from '../read/sent-files.js';
import { requireState, resolveBatch, type BatchStanding } from '../read/standing.js';

const OUTCOME_NAMES = {
  paid: { zh: '已付', en: 'paid' },
  failed: { zh: '失败', en: 'failed' },
  returned: { zh: '退回', en: 'returned' },
  stopped: { zh: '已停发', en: 'stopped' },
} as const;

/** What a line is, for messages. */
export function outcomeName(outcome: LineFate['outcome']): Words {
  return outcome === null ? { zh: '在途', en: 'in flight' } : OUTCOME_NAMES[outcome];
}

/** Amount and fate of one line of a version. Throws LedgerFault when there is no such line. */
export function lineStanding(
  database: Database,
  { head }: BatchStanding,
  lineNo: number,
): { amount: Fen; fate: LineFate } {
  const row = database.get('SELECT amount FROM line WHERE version = ? AND line_no = ?', head.version, lineNo);
  if (row === undefined) throw new LedgerFault('unknown-line', { batch: head.batchId, line: lineNo });
  const events = database.all(
    'SELECT * FROM line_event WHERE version = ? AND line_no = ? ORDER BY seq',
    head.version,
    lineNo,
  );
  const fate = events.map(eventRow).reduce(addEvent, head.opening ? OPENING_FATE : NO_FATE);
  return { amount: numberOf(row, 'amount'), fate };
}

/**
 * 停发: takes lines out of an approved batch before export, or after it lines that the current bank files no longer hold;
 * all of them or, on any fault, none.
 */
export function stopLines(database: Database, batch: string, lines: readonly number[], reason: string, act: Act): void {
  const actor = requireName(act.by);
  const wanted = [...new Set(lines)].sort((a, b) => a - b);
  if (wanted.length === 0) throw new LedgerFault('no-lines');
  database.write(() => {
    const standing = resolveBatch(database, batch);
    const unsent = notSent(entriesOf(database, standing.head.batchId));
    const states = wanted.every(unsent) ? (['approved', 'exported'] as const) : (['approved'] as const);
    requireState(standing, states, { zh: '停发', en: 'stop' });
    const { batchId, version } = standing.head;
    const events = wanted.map((lineNo): LineEvent => {
      const { amount, fate } = lineStanding(database, standing, lineNo);
      if (fate.outcome !== null)
        throw new LedgerFault('line-state', {
          batch: batchId,
          line: lineNo,
          status: outcomeName(fate.outcome),
          action: { zh: '停发', en: 'stop' },
        });
      return { lineNo, kind: 'stopped', amount, code: null, text: reason, day: null };
    });
    const payload = { lines: wanted, reason, ...eventsPayload(events) };
    insertEvents(database, append(database, { kind: 'stop', batchId, at: act.at, actor }, payload), version, events);
  });
}

export interface Reversal {
  readonly reason: string;
  /** Part of the line to claw back, in 分; the whole of what is left when absent. */
  readonly amount?: Fen;
  /** The money is already back: nothing stays owed. */
  readonly recovered?: boolean;
}

export interface ReversalResult {
  readonly batchId: string;
  readonly line: number;
  readonly amount: Fen;
  /** What of the line still counts as paid. */
  readonly left: Fen;
}

/**
 * 追回: a clawback entry for a line that was sent (paid, or in flight). What is reversed counts for no cap any more and
 * is owed by the payee until recovered or kept back from a later payout. Never an edit.
 */
export function reverseLine(
  database: Database,
  batch: string,
  lineNo: number,
  { reason, amount, recovered = false }: Reversal,
  act: Act,
): ReversalResult {
  const { actor, checkedBy } = requirePeople(act);
  return database.write(() => {
    const standing = resolveBatch(database, batch);
    requireState(standing, MOVES.reverse.from, { zh: '追回', en: 'reverse' });
    const { batchId, version } = standing.head;
    const { amount: paid, fate } = lineStanding(database, standing, lineNo);
    const left = paid - fate.reversed;
    if ((fate.outcome !== null && fate.outcome !== 'paid') || left === 0)
      throw new LedgerFault('line-state', {
        batch: batchId,
        line: lineNo,
        status: left === 0 ? { zh: '已全部追回', en: 'clawed back in full' } : outcomeName(fate.outcome),
        action: { zh: '追回', en: 'reverse' },
      });
    const taken = amount ?? left;
    if (!Number.isSafeInteger(taken) || taken <= 0 || taken > left)
      throw new LedgerFault('reversal-amount', { left: formatYuan(left), amount: formatYuan(taken) });
    const events: LineEvent[] = [
      { lineNo, kind: 'reversed', amount: taken, code: recovered ? RECOVERED : null, text: reason, day: null },
    ];
    const payload = { line: lineNo, reason, recovered, checkedBy, ...eventsPayload(events) };
    insertEvents(database, append(database, { kind: 'reverse', batchId, at: act.at, actor }, payload), version, events);
    return { batchId, line: lineNo, amount: taken, left: left - taken };
  });
}
