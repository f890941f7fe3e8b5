import type { BatchSummary } from '../../domain/batch.js';
import type { OffsetEntry } from '../../domain/clawback.js';
import type { Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { proofOf, type ClosingProof } from './closing-proof.js';
import { numberOf, textOf, type Database } from '../store/database.js';
import { entriesOf, type Entry } from '../store/entries.js';
import { fatesOf, NO_FATE, OPENING_FATE } from './line-fate.js';
import { readOffsets } from './offsets.js';
import { notSent, sentFiles, sentOn, type BankFileLines } from './sent-files.js';
import { counts, loadStandings, resolveBatch, summaryOf, type BatchStanding } from './standing.js';
import { readTrace } from '../store/traces.js';
import { readLines, type VersionHead } from '../store/versions.js';

/** `planned`: not approved yet, or void. `not-sent`: left out of the current bank files after standing in earlier ones. */
export type LineStatus = 'planned' | 'in-flight' | 'paid' | 'failed' | 'returned' | 'stopped' | 'not-sent';

/** Chinese names of line states. */
export const LINE_STATUS_NAMES: Readonly<Record<LineStatus, string>> = {
  planned: '未审核',
  'in-flight': '在途',
  paid: '已付',
  failed: '失败',
  returned: '退回',
  stopped: '停发',
  'not-sent': '未送',
};

export interface LineDetail {
  readonly line: PayoutLine;
  readonly status: LineStatus;
  /** Reversed so far, in 分. */
  readonly reversed: Fen;
  /** Reason code and words of a failure, a return or a stop. */
  readonly code: string | null;
  readonly text: string | null;
  /** Day the bank booked it. */
  readonly day: string | null;
  /** Batch and line that pays it again; null when it was not reissued. */
  readonly reissuedIn: { readonly batchId: string; readonly line: number } | null;
}

export interface BatchDetail {
  readonly summary: BatchSummary;
  readonly head: VersionHead;
  /** The receipt as it was written. */
  readonly receipt: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly lines: readonly LineDetail[];
  /** Dues that a debt took whole: no lines of the bank's. */
  readonly offsets: readonly OffsetEntry[];
  /** Everything that was ever done to the batch, oldest first. */
  readonly entries: readonly Entry[];
  /** First day on which the bank can have booked; null before the export. */
  readonly sentOn: string | null;
  /** Bank files of all exports; only those of the last are current. */
  readonly files: readonly BankFileLines[];
  readonly proof: ClosingProof;
}

/** Everything about one batch. */
export function showBatch(database: Database, batch: string): BatchDetail {
  return database.read(() => {
    const standing = resolveBatch(database, batch);
    const { head } = standing;
    const entries = entriesOf(database, head.batchId);
    const receipt = database.get('SELECT receipt FROM version WHERE seq = ?', head.version);
    const inputs = database.all('SELECT file, sha256 FROM input WHERE version = ? ORDER BY ord', head.version);
    return {
      summary: summaryOf(standing),
      head,
      receipt: receipt === undefined ? '' : textOf(receipt, 'receipt'),
      inputs: inputs.map((row) => ({ file: textOf(row, 'file'), sha256: textOf(row, 'sha256') })),
      lines: lineDetails(database, standing),
      offsets: readOffsets(database, head.version),
      entries,
      sentOn: sentOn(entries, head.period),
      files: sentFiles(entries),
      proof: proofOf(database, standing),
    };
  });
}

/** Trace of a line as it was stored, as JSON text; null when there is none. */
export function traceOf(database: Database, batch: string, lineNo: number): string | null {
  return readTrace(database, resolveBatch(database, batch).head.version, lineNo);
}

export function lineDetails(database: Database, standing: BatchStanding): LineDetail[] {
  const { head, state } = standing;
  const fates = fatesOf(database, head.version);
  const reissues = reissuesOf(database, head.batchId);
  const unsent = notSent(entriesOf(database, head.batchId));
  const details: LineDetail[] = [];
  for (const line of readLines(database, head.version)) {
    const fate = fates.get(line.lineNo) ?? (head.opening ? OPENING_FATE : NO_FATE);
    details.push({
      line,
      status: counts(state) ? (fate.outcome ?? (unsent(line.lineNo) ? 'not-sent' : 'in-flight')) : 'planned',
      reversed: fate.reversed,
      code: fate.code,
      text: fate.text,
      day: fate.day,
      reissuedIn: reissues.get(line.lineNo) ?? null,
    });
  }
  return details;
}

/** Which lines of a batch are paid again elsewhere, drafts included, void batches not. */
export function reissuesOf(database: Database, batchId: string): Map<number, { batchId: string; line: number }> {
  const reissues = new Map<number, { batchId: string; line: number }>();
  for (const { head, state } of loadStandings(database).values()) {
    if (head.reissueOf !== batchId || state === 'void') continue;
    const sql = 'SELECT line_no, reissue_of_line FROM line WHERE version = ? AND reissue_of_line IS NOT NULL';
    for (const row of database.iterate(sql, head.version))
      reissues.set(numberOf(row, 'reissue_of_line'), { batchId: head.batchId, line: numberOf(row, 'line_no') });
  }
  return reissues;
}
