import type { PayeeKind } from './charge.js';
import type { HouseholdPeople } from './household-people.js';
import type { Fen } from './money.js';
import type { StandingHold } from './standing-hold.js';

/** One earlier line that counts: approved or later, not failed or returned at the bank, not wholly reversed. */
export interface PaidLine {
  readonly batch: string;
  readonly line: number;
  readonly policy: string;
  readonly benefit: string;
  readonly payeeKind: PayeeKind;
  readonly payeeId: string;
  readonly householdId: string | null;
  readonly personId: string | null;
  readonly accountNumber: string | null;
  readonly accountName: string | null;
  /** Amount that still counts (reversals taken off). */
  readonly amount: Fen;
  /** Sent, or about to be, and the bank has not answered: it still counts. */
  readonly inFlight: boolean;
  /** Payment month of the batch, `YYYY-MM`. */
  readonly period: string;
}

/** A line that counts, with what people read of it. */
export interface PeriodLine extends PaidLine {
  readonly payeeName: string;
}

export interface ChargedLine extends PaidLine {
  /** What of the line counts against the key, in 分 (reversals taken off). */
  readonly charged: Fen;
}

export interface Charged {
  readonly amount: Fen;
  readonly count: number;
  /** The lines behind it, oldest first, each with what it charged to this key. */
  readonly lines: readonly ChargedLine[];
}

/** A household that a counting batch paid, and who stood in it then. */
export interface PaidHousehold extends HouseholdPeople {
  readonly batch: string;
  /** Number of the entry that approved it. */
  readonly approved: number;
  /** Charge keys under which it was paid, without the household (household-people.ts). */
  readonly keys: () => ReadonlySet<string>;
}

/**
 * What was paid before, as the rules see it. A batch's own lines are no history for itself (src/CONTRACT.md §5): whoever opens
 * the history names the batch key to leave out.
 */
export interface History {
  /** What counts against a limit or pool; zero and no lines when nothing was ever charged. */
  charged(key: string): Charged;
  /** Says who heads a household of the run: a number made from the head's ID is the household of that head. */
  meet(householdId: string, headId: string): void;
  /** Households that were paid and in which any of these people stood, oldest first; they are asked for only where somebody was paid. */
  paidHouseholds(people: () => Iterable<string>): Iterable<PaidHousehold>;
  /** Whether two numbers mean one household, or a release said since that the first is none of those paid before. */
  areToldApart(householdId: string, then: PaidHousehold): boolean;
  /** Who is on the standing list (停发名单), by payee as typed and by every number of a held household. */
  standingHold(payee: string): StandingHold | null;
  /** Nobody is on the standing list. */
  readonly holdsNobody: boolean;
  /**
   * The same history as if nothing had been reversed or stopped, except what a release let go; null where nothing was.
   * What is due by this history but not by that one is due again.
   */
  readonly undisturbed: History | null;
  /** Whether a reversed or stopped line that nobody let go charged this key. */
  isReopened(key: string): boolean;
  /** Last counting line of a payee for a policy if it went to another account than this one, else null. */
  paidToOtherAccount(
    policy: string,
    payeeKind: PayeeKind,
    payeeId: string,
    accountNumber: string | null,
  ): PaidLine | null;
  /** Open clawback (追回) of a payee in 分, 0 when none. */
  openClawback(payeeKind: PayeeKind, payeeId: string): Fen;
  /** Line whose last bank result failed for an account reason and was not yet reissued (BNK-18). */
  failedForAccount(
    policy: string,
    payeeKind: PayeeKind,
    payeeId: string,
  ): { readonly line: PaidLine; readonly reason: string } | null;
  /** Batch that already took in this file content (sha256), for FIL-04; null when none. */
  batchOfInput(sha256: string): string | null;
  /**
   * Everything approved under a policy for one income year (null: benefits without one), or for the last year before it
   * that was paid, oldest first: for 新增 / 退出 / 变更.
   */
  periodLines(policy: string, incomeYear: number | null, which: 'same' | 'before'): readonly PeriodLine[];
  /** Lines of the last batch of this policy and name that reached approval. */
  previousLines(policy: string, name: string): readonly PaidLine[];
}

const NOTHING: Charged = { amount: 0, count: 0, lines: [] };

/** Nothing was ever paid. */
export const EMPTY_HISTORY: History = {
  charged: () => NOTHING,
  meet: () => undefined,
  paidHouseholds: () => [],
  areToldApart: () => false,
  standingHold: () => null,
  holdsNobody: true,
  undisturbed: null,
  isReopened: () => false,
  paidToOtherAccount: () => null,
  openClawback: () => 0,
  failedForAccount: () => null,
  batchOfInput: () => null,
  periodLines: () => [],
  previousLines: () => [],
};
