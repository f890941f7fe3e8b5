import type { BatchContent, BatchOrigin, BatchSummary } from '../domain/batch.js';
import type { BenefitUse, BudgetRow } from '../domain/budget.js';
import type { BatchState } from '../domain/batch-state.js';
import type { History } from '../domain/history.js';
import type { StandingHold } from '../domain/standing-hold.js';
import type { Act } from './store/act.js';
import { approve, voidBatch, type ApprovedBatch } from './life/approval.js';
import { exportable, markExported, type ExportableBatch, type ExportRecord } from './life/bank-exports.js';
import { recordReturns, type ReturnOutcome, type ReturnRecord } from './life/bank-results.js';
import { actsOn, overviewOf, type BatchOverview } from './read/batch-overview.js';
import { showBatch, traceOf, type BatchDetail } from './read/batch-detail.js';
import { closeBatch } from './life/closing.js';
import type { ClosingProof } from './read/closing-proof.js';
import { reverseLine, stopLines, type Reversal, type ReversalResult } from './life/corrections.js';
import {
  holdPayee,
  recoverLine,
  releasePayee,
  type Recovery,
  type RecoveryResult,
  type ReleaseRequest,
} from './life/decisions.js';
import { openClawbacks, type Clawback } from './read/clawback-list.js';
import { standingHolds } from './read/decisions.js';
import { Database, type OpenOptions } from './store/database.js';
import { saveDraft, type DraftOutcome } from './life/drafts.js';
import { readOutcomes } from './store/outcomes.js';
import { dumpTables, type DumpTable } from './read/dump.js';
import { headNow, headWhenMade, wentThrough, type LedgerHead, type WrittenHead } from './read/ledger-head.js';
import { LedgerHistory } from './read/ledger-history.js';
import { importOpening } from './life/opening.js';
import { migrate } from './store/schema.js';
import { counts, loadStandings, resolveBatch, summaryOf } from './read/standing.js';
import { signedTerms, type SignedTerms } from './read/signed-terms.js';
import { useOfYear } from './read/year-use.js';
import { requireUnaltered, verifyLedger, type Verification } from './read/verify.js';

export interface BatchFilter {
  readonly period?: string;
  readonly policyId?: string;
  readonly state?: BatchState;
}

/**
 * The append-only store of batches, payouts, bank results and reversals (src/CONTRACT.md §5). Every method that writes does so
 * in one transaction, with a moment and a person given by the caller, and throws a LedgerFault when it refuses. `batch`
 * is a batch id or a beginning of one that fits no other.
 */
export class Ledger {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Where the chain ends now; see {@link headNow}. */
  head(): LedgerHead {
    return headNow(this.database);
  }

  /** Where the chain ended when this very content was made; see {@link headWhenMade}. */
  headWhenMade(batchId: string, contentHash: string): LedgerHead {
    return headWhenMade(this.database, batchId, contentHash);
  }

  /** Whether the chain went through a head that was written down; see {@link wentThrough}. */
  wentThrough(head: WrittenHead): boolean {
    return wentThrough(this.database, head);
  }

  /** What was paid, without the batch of key `except` (a batch's own lines are no history for itself). */
  history(except: string | null = null): History {
    this.database.read(() => requireUnaltered(this.database));
    return new LedgerHistory(this.database, except);
  }

  /** Stores a batch as draft; see {@link saveDraft}. */
  saveDraft(content: BatchContent, origin: BatchOrigin, at: string): DraftOutcome {
    return saveDraft(this.database, content, origin, at);
  }

  /** Approves a draft; see {@link approve}. */
  approve(batch: string, act: Act, budget: readonly BudgetRow[] = [], hash?: string | null): ApprovedBatch {
    return approve(this.database, batch, act, budget, hash);
  }

  /** What an approver signs beside the lines; see {@link signedTerms}. */
  terms(batch: string): SignedTerms {
    return signedTerms(this.database, batch);
  }

  /** Voids a draft or approved batch. */
  voidBatch(batch: string, reason: string, act: Act): BatchSummary {
    return voidBatch(this.database, batch, reason, act);
  }

  /** 停发 before export; see {@link stopLines}. */
  stop(batch: string, lines: readonly number[], reason: string, act: Act): void {
    stopLines(this.database, batch, lines, reason, act);
  }

  /** Lines for the bank file of an approved batch; see {@link exportable}. */
  exportable(batch: string): ExportableBatch {
    return exportable(this.database, batch);
  }

  /** Records bank files; see {@link markExported}. */
  markExported(batch: string, record: ExportRecord, act: Act): BatchSummary {
    return markExported(this.database, batch, record, act);
  }

  /** Takes in bank results; see {@link recordReturns}. */
  recordReturns(batch: string, record: ReturnRecord, act: Act): ReturnOutcome {
    return recordReturns(this.database, batch, record, act);
  }

  /** 追回; see {@link reverseLine}. */
  reverse(batch: string, line: number, reversal: Reversal, act: Act): ReversalResult {
    return reverseLine(this.database, batch, line, reversal, act);
  }

  /** Puts somebody on the standing list; see {@link holdPayee}. Gives the payee as recorded. */
  hold(payee: string, reason: string, act: Act): string {
    return holdPayee(this.database, payee, reason, act);
  }

  /** Lets go of one thing that holds a payee; see {@link releasePayee}. */
  release(request: ReleaseRequest, act: Act): string {
    return releasePayee(this.database, request, act);
  }

  /** Who is on the standing list now. */
  holds(): StandingHold[] {
    return [...standingHolds(this.database).values()];
  }

  /** Money of a clawback has come back; see {@link recoverLine}. */
  recover(batch: string, line: number, recovery: Recovery, act: Act): RecoveryResult {
    return recoverLine(this.database, batch, line, recovery, act);
  }

  /** Every clawback with what of it is open. */
  clawbacks(): Clawback[] {
    return this.database.read(() => openClawbacks(this.database));
  }

  /** Proves the equation and closes; see {@link closeBatch}. */
  closeBatch(batch: string, act: Act): ClosingProof {
    return closeBatch(this.database, batch, act);
  }

  /** Opening history from before the ledger; see {@link importOpening}. */
  importOpening(content: BatchContent, origin: BatchOrigin, act: Act): 'created' | 'same' {
    return importOpening(this.database, content, origin, act);
  }

  /** Everything about one batch, its lines with what became of them. */
  show(batch: string): BatchDetail {
    return showBatch(this.database, batch);
  }

  /** Approved and later batches of a year (`YYYY`, by payment month), with everything about them, for reconciliation. */
  ofYear(year: string): BatchDetail[] {
    return this.batches()
      .filter(({ period, state }) => period.startsWith(year) && counts(state))
      .map(({ batchId }) => this.show(batchId));
  }

  /** Batches of the years beside, whose payments a statement of this year may show. */
  ofOtherYears(year: string): BatchDetail[] {
    return [Number(year) - 1, Number(year) + 1].flatMap((other) => this.ofYear(String(other)));
  }

  /** Money of each benefit in a year, without one batch; see {@link useOfYear}. */
  useOfYear(year: string, except: string | null): BenefitUse[] {
    return useOfYear(this.database, year, except);
  }

  /** Stored trace of one line (JSON text), null when there is none. */
  trace(batch: string, line: number): string | null {
    return traceOf(this.database, batch, line);
  }

  /** Traces (JSON text) of what was decided about a payee, household or person of a batch who got no line. */
  outcomes(batch: string, id: string): string[] {
    return this.database.read(() => readOutcomes(this.database, resolveBatch(this.database, batch).head.version, id));
  }

  /** Recomputes chain, contents, balances and caps; see {@link verifyLedger}. */
  verify(): Verification {
    return verifyLedger(this.database);
  }

  /** Everything as tables of rows, ID and account numbers masked unless `reveal`. */
  exportAll(options: { readonly reveal: boolean } = { reveal: false }): DumpTable[] {
    return dumpTables(this.database, options);
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

  /** Batches with where their money is; `period` may be a year. */
  overviews({ period, policyId }: Pick<BatchFilter, 'period' | 'policyId'>): BatchOverview[] {
    return this.database.read(() =>
      [...loadStandings(this.database).values()]
        .filter(
          ({ head }) =>
            (period === undefined ||
              head.period === period ||
              (period.length === 4 && head.period.startsWith(period))) &&
            (policyId === undefined || head.policyId === policyId),
        )
        .map((standing) => overviewOf(this.database, standing)),
    );
  }

  /** Holds and releases of a payee, oldest first; see {@link actsOn}. */
  actsOn(payee: string): ReturnType<typeof actsOn> {
    return actsOn(this.database, payee);
  }

  /** The one batch a name or beginning stands for. */
  find(batch: string): BatchSummary {
    return summaryOf(resolveBatch(this.database, batch));
  }

  /** Writes a whole copy, as it stands at this moment, to a path where nothing is. */
  copyTo(path: string): void {
    this.database.run('VACUUM INTO ?', path);
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
