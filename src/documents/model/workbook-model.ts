/**
 * A plain description of an output workbook: what io/writers turns into bytes. Rows are an iterable, so that a million
 * lines need not be in memory at once. No styling library, no file.
 */
export interface WorkbookModel {
  readonly title: string;
  /** Full numbers stand in it by right (payments), or because a person asked for them. Masked by the writer otherwise. */
  readonly whole?: boolean;
  readonly sheets: readonly SheetModel[];
}

export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'wrap-plain'
  | 'header'
  | 'text'
  | 'text-center'
  | 'wrap'
  | 'id'
  | 'money'
  | 'integer'
  | 'date'
  | 'total-label'
  | 'total-money'
  | 'total-integer'
  | 'error'
  | 'warning'
  | 'info'
  | 'fixed'
  | 'note'
  | 'signature'
  | 'link'
  | 'example'
  | 'blank-line';

/** A number in a money cell is yuan made from 分 by the writer: give `fen`, not a float. */
export type CellModel = string | number | null | StyledCell;

export interface StyledCell {
  readonly value?: string | number | null;
  /** Money in 分; written as a number with two decimals. Excludes `value`. */
  readonly fen?: number;
  readonly style?: CellStyle;
  /** Link to a place in the same workbook, `'住户'!F17`. */
  readonly link?: string;
  readonly note?: string;
}

export interface RowModel {
  readonly cells: readonly CellModel[];
  /** Points. */
  readonly height?: number;
  /** Style of cells that name none. */
  readonly style?: CellStyle;
  /** A page break after this row. */
  readonly pageBreak?: boolean;
  /** Columns joined within this row, first and last from 0. For rows whose number is not known beforehand. */
  readonly spans?: readonly (readonly [number, number])[];
  /** Columns joined with those of the rows below: column from 0, rows in all. */
  readonly joinsDown?: readonly (readonly [column: number, rows: number])[];
}

export interface ColumnModel {
  /** Characters; a Chinese character takes two. */
  readonly width: number;
  readonly style?: CellStyle;
}

export interface ValidationModel {
  /** `D3:D2000`; never a full column. */
  readonly range: string;
  readonly list?: readonly string[];
  /** Range on another sheet for long lists: `选项!$A$1:$A$40`. */
  readonly listRange?: string;
  readonly prompt?: { readonly title: string; readonly text: string };
}

export interface SheetModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: Iterable<RowModel>;
  /** `A1:L1`. */
  readonly merges?: readonly string[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** `A4:L300`, or `A4:L` for down to the last row. */
  readonly autofilter?: string;
  readonly print?: {
    readonly landscape: boolean;
    readonly fitToWidth: boolean;
    /** Rows repeated on every page, from 1. */
    readonly titleRows?: readonly [number, number];
    readonly footer?: string;
    readonly paper?: 'A4' | 'A3';
    /**
     * Some rows have page breaks. Excel ignores those while it fits pages to a width, so that the writer then computes
     * the scale from the column widths instead.
     */
    readonly manualBreaks?: boolean;
  };
  readonly validations?: readonly ValidationModel[];
  readonly hidden?: boolean;
  /** Full numbers stand in it by right (payments), or because a person asked for them. Masked by the writer otherwise. */
  readonly whole?: boolean;
}
