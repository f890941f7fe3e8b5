import type { RunResult, SettledEntitlement } from '../../batch/run/run-result.js';
import type { BatchState } from '../../domain/batch-state.js';
import type { Finding, Lang } from '../../findings/finding.js';
import type { CorrectedLine } from '../paper/corrected-line.js';
import type { CsvModel } from '../model/csv-model.js';
import type { WorkbookModel } from '../model/workbook-model.js';

export type Stage = SettledEntitlement['stages'][number];
export type CellUse = Stage['cells'][number];

/** A finding in words, already masked unless the run reveals. */
export interface FindingWords {
  /** Kebab-case name of the check: `id-checksum`. */
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

/** What a payee gets in all, under the reading that was chosen and under another one, in 分. */
export interface PayeeReading {
  readonly reading: string;
  readonly chosen: string;
  readonly alternative: string;
  readonly amount: number;
  readonly otherwise: number;
}

/** What the receipt says beside the result itself. Nothing here may depend on the clock or the machine. */
export interface RunOrigin {
  readonly toolVersion: string;
  readonly state: BatchState;
  /** Where the ledger's chain ended when the batch was made; absent without a ledger. */
  readonly ledger?: { readonly entries: number; readonly hash: string };
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Those of which no table could be used. */
  readonly unused?: readonly string[];
  /** The options that shaped the outcome and are not in the result: all-or-nothing, compare lists, map file … */
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** Who pays, as the office set it; places to write by hand where it did not. */
  readonly office?: Office;
}

/** What an office sets once and for all (`butie config`). */
export interface Office {
  readonly unitName: string | null;
  readonly noticePhone: string | null;
}

/** Everything a document of a run is made from. All functions are pure. */
export interface RunDocumentInput {
  readonly result: RunResult;
  readonly origin: RunOrigin;
  readonly lang: Lang;
  /** Findings show ID and account numbers unmasked; recorded in the receipt. */
  readonly reveal: boolean;
  readonly words: (finding: Finding) => FindingWords;
  /** Address of an input cell, `名册.xlsx / 住户!F17`. */
  readonly cellText: (use: CellUse) => string;
  /** What an input cell gave: the name of its column and the value as understood. */
  readonly cellValue: (use: CellUse) => { readonly field: string; readonly value: string | null };
  /** Other readings under which the payee would get another amount. */
  readonly readingsOf: (settled: SettledEntitlement) => readonly PayeeReading[];
  /** Why an entitlement is held, in words, masked; the errors of its rows. */
  readonly heldBecause: (settled: SettledEntitlement) => readonly string[];
  /** Of a reissue: each line beside the one that was not paid. */
  readonly corrected?: readonly CorrectedLine[];
  /** One sentence for a stage of the road from facts to amount, in the run's language. */
  readonly stageText: (stage: Stage) => string;
  /** Keyed hash by which a masked file points to a person; null when there is nothing secret to key it with. */
  readonly payeeKey: (payeeId: string) => string | null;
}

/** What a list of findings is made from: also when nothing was assessed, as in `check`. */
export interface FindingDocumentInput extends Pick<RunDocumentInput, 'lang' | 'reveal' | 'words'> {
  readonly result: Pick<RunResult, 'findings' | 'roster'>;
  readonly origin: Pick<RunOrigin, 'inputs'>;
}

/** One output file of a run. A document is one file here and one line in index.ts. */
export type RunDocument =
  | { readonly file: string; readonly form: 'csv'; readonly build: (input: RunDocumentInput) => CsvModel }
  | { readonly file: string; readonly form: 'workbook'; readonly build: (input: RunDocumentInput) => WorkbookModel }
  /** Text in pieces, UTF-8; each piece is written as it comes. */
  | {
      readonly file: string;
      readonly form: 'text';
      readonly build: (input: RunDocumentInput) => Iterable<string>;
      /** Where a piece is the trace of one payment: its line in payouts.csv; or of a due that a clawback takes whole. */
      readonly tracedLineNo?: (piece: string) => number | 'offset' | null;
    };
