import type { BatchSummary } from '../../domain/batch.js';
import { numberOf, textOf, type Database } from '../store/database.js';
import { entriesOf } from '../store/entries.js';
import { proofOf, type ClosingProof } from './closing-proof.js';
import { sentOn } from './sent-files.js';
import { summaryOf, type BatchStanding } from './standing.js';

/** A batch with where its money is, and since when nothing was done to it. */
export interface BatchOverview {
  readonly summary: BatchSummary;
  readonly proof: ClosingProof;
  /** Day of the approval; null before. */
  readonly approvedOn: string | null;
  /** First day on which the bank can have booked; null before the export. */
  readonly sentOn: string | null;
  /** Day of the last entry. */
  readonly lastOn: string;
}

/** What a list of batches says of one. */
export function overviewOf(database: Database, standing: BatchStanding): BatchOverview {
  const { head, approvedSeq } = standing;
  const entries = entriesOf(database, head.batchId);
  const approval = entries.find(({ seq }) => seq === approvedSeq);
  return {
    summary: summaryOf(standing),
    proof: proofOf(database, standing),
    approvedOn: approval === undefined ? null : approval.at.slice(0, 10),
    sentOn: sentOn(entries, head.period),
    lastOn: (entries.at(-1)?.at ?? '').slice(0, 10),
  };
}

/** Every act that names a payee beside batches: holds and releases, oldest first. */
export function actsOn(
  database: Database,
  payee: string,
): { readonly kind: string; readonly at: string; readonly by: string; readonly reason: string }[] {
  const sql = "SELECT kind, at, actor, payload, seq FROM entry WHERE kind IN ('hold', 'release') ORDER BY seq";
  return database
    .all(sql)
    .map((row) => ({
      kind: textOf(row, 'kind'),
      at: textOf(row, 'at'),
      by: textOf(row, 'actor'),
      seq: numberOf(row, 'seq'),
      payload: JSON.parse(textOf(row, 'payload')) as { payee?: string; reason?: string; of?: string },
    }))
    .filter(({ payload }) => payload.payee === payee)
    .map(({ kind, at, by, payload }) => ({
      kind: payload.of === undefined ? kind : `${kind} ${payload.of}`,
      at,
      by,
      reason: payload.reason ?? '',
    }));
}
