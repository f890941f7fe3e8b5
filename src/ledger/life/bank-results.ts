import { MOVES } from '../../domain/batch-state.js';
import type { BatchState } from '../../domain/batch-state.js';
import { requireName, type Act } from '../store/act.js';
import { numberOf, textOf, type Database } from '../store/database.js';
import { append } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { eventsPayload, insertEvents, type LineEvent } from '../store/line-events.js';
import { fatesOf, NO_FATE, type LineFate } from '../read/line-fate.js';
import { requireState, resolveBatch, type BatchStanding } from '../read/standing.js';

/** What a return file claims to hold. Has no default (src/CONTRACT.md §5). */
export type ReturnCoverage = 'full' | 'failures' | 'successes';

/** A final answer of the bank about one line. */
export interface LineResult {
  readonly lineNo: number;
  readonly outcome: 'paid' | 'failed' | 'returned';
  /** Reason code; null when paid. */
  readonly code: string | null;
  /** The bank's own words; null when there are none. */
  readonly text: string | null;
  /** `YYYY-MM-DD`; null when the bank gave none. */
  readonly day: string | null;
}

export interface ReturnRecord {
  readonly file: string;
  readonly sha256: string;
  readonly coverage: ReturnCoverage;
  readonly results: readonly LineResult[];
}

export interface ReturnOutcome {
  readonly batchId: string;
  readonly state: BatchState;
  /** New results written. */
  readonly recorded: number;
  /** Results the ledger knew already. */
  readonly unchanged: number;
  /** Lines still without a result, those that were left out of the current files too. */
  readonly inFlight: number;
}

/**
 * Takes in bank results. What is known already changes nothing, and the same file twice writes nothing. A payment may
 * come back later (paid → failed or returned); a failure never turns into a payment, because the money may have been paid
 * again meanwhile: throws LedgerFault `bad-result`. When every line that was sent has its answer the batch is settled.
 */
export function recordReturns(database: Database, batch: string, record: ReturnRecord, act: Act): ReturnOutcome {
  const actor = requireName(act.by);
  return database.write(() => {
    const standing = resolveBatch(database, batch);
    requireState(standing, MOVES.result.from, { zh: '登记银行结果', en: 'take bank results' });
    const { batchId, version, lineCount } = standing.head;
    const fates = fatesOf(database, version);
    const open = (): number => lineCount - answered(fates);
    const known = importedBefore(database, batchId, record);
    if (known)
      return { batchId, state: standing.state, recorded: 0, unchanged: record.results.length, inFlight: open() };
    const events = newEvents(database, standing, record.results, fates);
    const unchanged = record.results.length - events.length;
    if (events.length === 0) return { batchId, state: standing.state, recorded: 0, unchanged, inFlight: open() };
    const { file, sha256, coverage } = record;
    const payload = { file, sha256, coverage, ...eventsPayload(events) };
    insertEvents(database, append(database, { kind: 'result', batchId, at: act.at, actor }, payload), version, events);
    for (const { lineNo, kind } of events)
      fates.set(lineNo, { ...(fates.get(lineNo) ?? NO_FATE), outcome: kind === 'reversed' ? null : kind });
    const inFlight = open();
    const settles = standing.state === 'exported' && inFlight === 0;
    if (settles) append(database, { kind: 'settle', batchId, at: act.at, actor }, { lines: lineCount });
    return { batchId, state: settles ? 'settled' : standing.state, recorded: events.length, unchanged, inFlight };
  });
}

function answered(fates: ReadonlyMap<number, LineFate>): number {
  let count = 0;
  for (const fate of fates.values()) if (fate.outcome !== null) count++;
  return count;
}

/** True when this very file was taken in for this batch; throws when it was for another (BNK-10). */
function importedBefore(database: Database, batchId: string, { sha256, coverage }: ReturnRecord): boolean {
  const sql = `SELECT batch_id, json_extract(payload, '$.coverage') AS coverage FROM entry
    WHERE kind = 'result' AND json_extract(payload, '$.sha256') = ?`;
  let same = false;
  for (const row of database.all(sql, sha256)) {
    const other = textOf(row, 'batch_id');
    if (other !== batchId) throw new LedgerFault('file-of-other-batch', { other, batch: batchId });
    if (textOf(row, 'coverage') === coverage) same = true;
  }
  return same;
}

function newEvents(
  database: Database,
  { head }: BatchStanding,
  results: readonly LineResult[],
  fates: ReadonlyMap<number, LineFate>,
): LineEvent[] {
  const events: LineEvent[] = [];
  const seen = new Set<number>();
  for (const { lineNo, outcome, code, text, day } of results) {
    const row = database.get('SELECT amount FROM line WHERE version = ? AND line_no = ?', head.version, lineNo);
    if (row === undefined) throw new LedgerFault('unknown-line', { batch: head.batchId, line: lineNo });
    if (seen.has(lineNo)) throw new LedgerFault('bad-result', { line: lineNo, detail: { zh: '重复', en: 'twice' } });
    seen.add(lineNo);
    const before = head.opening ? 'paid' : (fates.get(lineNo)?.outcome ?? null);
    if (before === 'stopped')
      throw new LedgerFault('bad-result', {
        line: lineNo,
        detail: { zh: '已停发，没有送银行', en: 'was stopped and never sent' },
      });
    const unpaid = before === 'failed' || before === 'returned';
    if (unpaid && outcome === 'paid')
      throw new LedgerFault('bad-result', {
        line: lineNo,
        detail: { zh: '此前登记为未付，现为成功', en: 'was recorded as not paid' },
      });
    if (unpaid || before === outcome) continue;
    events.push({ lineNo, kind: outcome, amount: numberOf(row, 'amount'), code, text, day });
  }
  return events;
}
