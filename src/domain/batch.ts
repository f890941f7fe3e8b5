import type { BatchState } from './batch-state.js';
import type { OffsetEntry } from './clawback.js';
import type { HouseholdPeople } from './household-people.js';
import type { Fen } from './money.js';
import type { PayoutLine } from './payout.js';

/** What a batch is: the same content gives the same hash, whatever the files were called and whenever it ran. */
export interface BatchContent {
  /** `policy.period.name`. */
  readonly batchId: string;
  readonly policyId: string;
  readonly policyVersion: string;
  /** sha256 of the pack's text. */
  readonly packHash: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly name: string;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly lines: readonly PayoutLine[];
  /** Dues that open clawbacks take whole, approved with the lines; absent when there is none. */
  readonly offsets?: readonly OffsetEntry[];
  /** Sum of the lines. */
  readonly total: Fen;
  /** sha256 over the canonical JSON of lines, offsets, pack hash, readings and parameters. */
  readonly contentHash: string;
  /** Set when this batch pays again what failed or came back in another one. */
  readonly reissueOf: string | null;
}

/** What goes beside the content into the ledger and takes no part in the hash. */
export interface BatchOrigin {
  readonly maker: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Input files of which no table could be used: the batch is not approved until they are mended or left out. */
  readonly unused?: readonly string[];
  /** The receipt (batch.json) as it was written, for the auditor. */
  readonly receipt: string;
  /** Trace of each line, so that `explain` needs no other file. */
  readonly traces: TracePack;
  /** What was decided about those who get no line, so that a no is as well explained as a yes. */
  readonly outcomes?: OutcomePack;
  /** Who stands in the households that are paid, so that nobody is paid again under another number. */
  readonly people?: Iterable<HouseholdPeople>;
}

/** Traces of lines `first` … `last`, packed (ledger/store/traces). */
export interface TraceBlock {
  readonly first: number;
  readonly last: number;
  readonly data: Uint8Array;
}

export interface TracePack {
  /** sha256 over the plain text of the blocks, hex. */
  readonly hash: string;
  readonly blocks: readonly TraceBlock[];
}

/** Outcomes `first` … `last`, packed, with the marks of whom they speak of (ledger/store/outcomes). */
export interface OutcomeBlock extends TraceBlock {
  readonly marks: Uint8Array;
}

export interface OutcomePack {
  /** sha256 over marks and plain text of the blocks, hex. */
  readonly hash: string;
  readonly blocks: readonly OutcomeBlock[];
}

export interface BatchSummary {
  readonly batchId: string;
  readonly policyId: string;
  readonly period: string;
  readonly name: string;
  readonly state: BatchState;
  readonly lines: number;
  readonly total: Fen;
  readonly contentHash: string;
  readonly maker: string;
  readonly approver: string | null;
}
