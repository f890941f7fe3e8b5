import type { SheetModel } from './workbook-model.js';

/** What a mark says about a cell; each has its own fill. */
export type MarkKind = 'error' | 'warning' | 'fixed';

export interface CellMark {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly kind: MarkKind;
  /** Lines of the note; null for a fill alone. */
  readonly note: string | null;
  /** New text of the cell; what stands there stays when absent. */
  readonly text?: string;
}

/** The column that says for each row what was found in it. */
export interface ResultColumn {
  /** Rows its header takes. */
  readonly headerRows: readonly [number, number];
  /** Last column of the tables on this sheet, from 0: the result goes behind it. */
  readonly after: number;
  readonly texts: ReadonlyMap<number, string>;
  /** Last row of the tables' data, totals and footers left out; null when it is not known. */
  readonly lastRow: number | null;
}

export interface SheetMarks {
  readonly sheet: string;
  readonly cells: readonly CellMark[];
  readonly result: ResultColumn | null;
}

/** What the writer has to say for itself once the sheets are done. */
export interface MarkOutcome {
  /** The copy was made from the values alone, because the file cannot be changed in place. */
  readonly rebuilt: boolean;
  /** Cells that were left because a formula makes them: `住户!F17`. */
  readonly formulas: ReadonlySet<string>;
}

/** A copy of a clerk's workbook to be made: marks on her sheets and one sheet of ours. */
export interface WorkbookMarks {
  readonly sheets: readonly SheetMarks[];
  /** The sheet to add, or to put in place of the one of that name from an earlier run. */
  readonly added: {
    readonly name: string;
    /** First of all and shown when the file is opened; else behind the others. */
    readonly first: boolean;
    readonly build: (outcome: MarkOutcome) => SheetModel;
  };
  /** Takes away what an earlier run marked and is no longer so. */
  readonly replacesMarks: boolean;
}

/** What our part of a note begins with; what stands above it is the clerk's. */
export const NOTE_MARKER = '【校验】';
export const RESULT_HEADER = '校验结果（系统生成）';
export const RESULT_SHEET = '校验结果';
export const CHANGES_SHEET = '修改记录';
