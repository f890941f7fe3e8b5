/**
 * A format-neutral sheet: what every reader gives and all that the header finder and the table reader know.
 * Cells are primitives where they can be (a million rows pass through here); the rare kinds are small objects.
 */
export type Cell = string | number | boolean | null | DateCell | ErrorCell | NoResultCell | ShownCell;

/** A number cell whose format (or type) says it is a date. `iso` is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`. */
export interface DateCell {
  readonly kind: 'date';
  readonly iso: string;
}

/** `#DIV/0!`, `#REF!` …: never text, never a number. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly code: string;
}

/** A formula that was never calculated: not empty and not zero. */
export interface NoResultCell {
  readonly kind: 'no-result';
}

/**
 * A cell that shows something else than it stores: a number format with zeros, letters or a scale, a date of which only
 * a part is shown, a text with struck out or raised parts. What it *shows* counts.
 */
export interface ShownCell {
  readonly kind: 'shown';
  /** What is stored; a day as a date cell has it. */
  readonly value: number | string;
  /** What is shown; null where that cannot be worked out. */
  readonly text: string | null;
  /** The amount shown is another than the one stored: percent, thousands, a point moved, digits struck out. */
  readonly scaled: boolean;
  /** The cell as it would be, were it not struck out whole by its font. */
  readonly struck?: Exclude<Cell, null>;
}

export const NO_RESULT: NoResultCell = { kind: 'no-result' };

/** Inclusive, rows from 1, columns from 0. */
export interface MergeRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** `controls`: control characters or halves of characters were taken out; `too-long`: text no spreadsheet cell holds was cut. */
export type CellDamage = 'controls' | 'too-long';

/** How many cells were damaged in one way, and where the first stands. */
export interface DamagedCells {
  readonly damage: CellDamage;
  readonly count: number;
  readonly row: number;
  readonly column: number;
}

/**
 * Called for each row that has at least one non-empty cell, in sheet order. `cells[i]` is column i; the array may be
 * sparse at the end and is only valid during the call (readers reuse it). Return false to stop reading.
 */
export type RowVisitor = (row: number, cells: readonly Cell[]) => unknown;

export interface Sheet {
  /** Sheet name; for a CSV the file name without its extension. */
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Known before the rows are read. */
  readonly merges: readonly MergeRange[];
  /** Rows hidden by hand or by a filter, from 1; and hidden columns, from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly filtered: boolean;
  /** A text file: its rows have as many cells as were written, and a separator too many moves the others. */
  readonly delimited?: true;
  /** Cells that the last scan had to mend before anybody could read them. */
  readonly damaged?: () => readonly DamagedCells[];
  /** Reads the rows; may be called again from the start. Rejects with a ReadFault when the content is damaged. */
  scan(visit: RowVisitor): Promise<void>;
}

export type FileKind = 'xlsx' | 'xls' | 'xml2003' | 'html' | 'csv' | 'ods';

/** One opened file. A text file (CSV, TSV) has one sheet. */
export interface Workbook {
  readonly file: string;
  readonly kind: FileKind;
  /** Only for text formats: `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `gb18030`. */
  readonly encoding: string | null;
  readonly sheets: readonly Sheet[];
  readonly sha256: string;
  readonly bytes: number;
  /** Things worth a finding that are not fatal: FIL-02, FIL-03, FIL-07, FIL-08 … */
  readonly remarks: readonly ReadRemark[];
  close(): Promise<void>;
}

export interface ReadRemark {
  readonly code: string;
  readonly sheet: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Why a file cannot be read; each has its own what / why / how under check FIL-01. */
export type ReadFaultReason =
  | 'missing'
  | 'directory'
  | 'no-permission'
  | 'empty'
  | 'encrypted'
  | 'truncated'
  | 'corrupt'
  | 'checksum'
  | 'bomb'
  | 'entities'
  | 'picture'
  | 'pdf'
  | 'word'
  | 'slides'
  | 'xlsb'
  | 'archive'
  | 'unknown-format'
  | 'encoding'
  | 'no-sheet'
  | 'no-table'
  | 'frames'
  | 'blank'
  | 'nul-bytes'
  | 'quote'
  | 'row-too-long'
  | 'cell-too-long'
  | 'beyond-sheet'
  | 'too-large'
  | 'web-archive'
  | 'sylk'
  | 'iwork'
  | 'flat-ods'
  | 'unsupported';

/** The file cannot be read as a whole; nothing of it may be used. */
export class ReadFault extends Error {
  readonly reason: ReadFaultReason;
  readonly file: string;
  /** For maintainers; people are told by `reason` and `params`. */
  readonly detail: string;
  /** What the words of the fault are made with: for `too-large` its size and the limit, in MB. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    reason: ReadFaultReason,
    file: string,
    detail = '',
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${file}: ${reason}${detail === '' ? '' : ` (${detail})`}`);
    this.name = 'ReadFault';
    this.reason = reason;
    this.file = file;
    this.detail = detail;
    this.params = params;
  }
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** (17, 5) → `F17`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}
