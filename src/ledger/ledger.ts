import type { BatchContent, BatchOrigin, BatchSummary } from '../domain/batch.js';
import type { BatchState } from '../domain/batch-state.js';
import type { History } from '../domain/history.js';
import { approve, voidBatch, type Act } from './approval.js';
import { Database, type OpenOptions } from './database.js';
import { saveDraft, type DraftOutcome } from './drafts.js';
import { LedgerHistory } from './ledger-history.js';
import { migrate } from './schema.js';
import { loadStandings, resolveBatch, summaryOf } from './standing.js';

export interface BatchFilter {
  readonly period?: string;
  readonly policyId?: string;
  readonly state?: BatchState;
}

/**
 * The append-only store of batches, payouts, bank results and reversals (CONTRACT §5). Every method that writes does so
 * in one transaction, with a moment and a person given by the caller, and throws a LedgerFault when it refuses. `batch`
 * is a batch id or a beginning of one that fits no other.
 */
export class Ledger {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** What was paid, without the batch of key `except` (a batch's own lines are no history for itself). */
  history(except: string | null = null): History {
    return new LedgerHistory(this.database, except);
  }

  /** Stores a batch as draft; see {@link saveDraft}. */
  saveDraft(content: BatchContent, origin: BatchOrigin, at: string): DraftOutcome {
    return saveDraft(this.database, content, origin, at);
  }

  /** Approves a draft; see {@link approve}. */
  approve(batch: string, act: Act): BatchSummary {
    return approve(this.database, batch, act);
  }

  /** Voids a draft or approved batch. */
  voidBatch(batch: string, reason: string, act: Act): BatchSummary {
    return voidBatch(this.database, batch, reason, act);
  }

  /** Batches in the order they first appeared. */
  batches(filter: BatchFilter = {}): BatchSummary[] {
    return [...loadStandings(this.database).values()]
      .map(summaryOf)
      .filter(
        (batch) =>
          (filter.period === undefined || batch.period === filter.period) &&
          (filter.policyId === undefined || batch.policyId === filter.policyId) &&
          (filter.state === undefined || batch.state === filter.state),
      );
  }

  /** The one batch a name or beginning stands for. */
  find(batch: string): BatchSummary {
    return summaryOf(resolveBatch(this.database, batch));
  }

  /** Closes the file. Not to be confused with {@link closeBatch}. */
  dispose(): void {
    this.database.close();
  }
}

/** Opens the ledger at `path`, making it when `create` is set. Throws LedgerFault. */
export function openLedger(path: string, options: OpenOptions): Ledger {
  const database = Database.open(path, options);
  try {
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return new Ledger(database);
}
