import type { IsoDay } from '../../domain/calendar.js';
import type { Fen } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { FindingPlace } from '../../findings/finding.js';

/** What the bank says about a payment. `unknown`: blank, 处理中 or words nobody knows; never taken for an answer. */
export type BankResult = 'paid' | 'failed' | 'returned' | 'unknown';

/** One row of a bank's file as read; null where nothing is stated. */
export interface BankRow {
  readonly place: Partial<FindingPlace>;
  /** Places of single columns, for findings about them. */
  readonly at: (field: 'lineNo' | 'name' | 'account' | 'amount' | 'result' | 'reason' | 'day') => Partial<FindingPlace>;
  readonly lineNo: number | null;
  /** A line number was written that is no whole number. */
  readonly lineNoText: string;
  readonly batch: string | null;
  readonly name: string | null;
  readonly account: string | null;
  readonly amount: Fen | null;
  /** The amount as written, for messages. */
  readonly amountText: string;
  /** A failure that names no amount: 实发 0.00 or a list without money. */
  readonly silent: boolean;
  /** What was booked where it is another amount than the one ordered. */
  readonly booked: Fen | null;
  /** Null when the file has no such column. */
  readonly result: BankResult | null;
  readonly resultText: string;
  /** True when the result is one of the known words for "not answered yet", a blank included. */
  readonly pending: boolean;
  readonly reason: string | null;
  readonly day: IsoDay | null;
  /** A date was written that is no day. */
  readonly dayText: string;
  /** Statements: money that left the payer's account or came into it, or in words nobody knows; null when the file does not say. */
  readonly direction: 'out' | 'in' | 'unclear' | null;
  /** The bank's own number of the transaction. */
  readonly serial: string | null;
  /** 摘要, 附言, 用途. */
  readonly remark: string | null;
  /** Everything the row says, to know the same row again. */
  readonly fingerprint: string;
}

export interface BankRows {
  readonly rows: readonly BankRow[];
  readonly findings: readonly FindingDraft[];
  /** Batch ids that titles, sheets or rows of the file name. */
  readonly batches: readonly string[];
}
