import type { PayoutLine } from '../../domain/payout.js';

/** A line that is paid again, beside the one that was not paid. */
export interface CorrectedLine {
  readonly line: PayoutLine;
  readonly before: PayoutLine | null;
  /** Why the bank did not pay it, in the bank's words. */
  readonly reason: string;
}
