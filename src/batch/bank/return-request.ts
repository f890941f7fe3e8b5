import type { IsoDay } from '../../domain/calendar.js';
import type { ReturnCoverage } from '../../ledger/life/bank-results.js';
import type { LineDetail } from '../../ledger/read/batch-detail.js';
import type { BankRow } from '../../tables/return-file.js';
import type { BankFileLines } from '../../ledger/read/sent-files.js';

export interface ReturnRequest {
  readonly batchId: string;
  /** Lines of the batch as they stand in the ledger. */
  readonly lines: readonly LineDetail[];
  readonly rows: readonly BankRow[];
  readonly coverage: ReturnCoverage;
  /** First day on which the bank can have booked; null when the batch was not exported. */
  readonly sentOn: IsoDay | null;
  /** Bank files of the batch with their lines; none stands for one file with all lines. */
  readonly files?: readonly BankFileLines[];
  /** The bank file that the user says the return is about. */
  readonly of?: BankFileLines | null;
  /** Batch ids that the file names anywhere. */
  readonly named?: readonly string[];
}
