import type { FindingDraft } from '../../findings/collector.js';
import type { FindingSubject } from '../../findings/finding.js';
import type { Cell, Sheet } from '../grid.js';
import type { FoundHeader } from '../header/find-header.js';
import { displayText } from '../values/plain-text.js';
import { isEmpty } from './empty-cell.js';

/** Half of `12,000` that a separator cut in two. */
const THOUSANDS = /^[-+¥￥]?\d{1,3}$/;
const HUNDREDS = /^\d{3}(?:\.\d+)?(?:元)?$/;

interface WideRow {
  readonly row: number;
  readonly cells: number;
  readonly found: string;
  readonly subject: Partial<FindingSubject>;
}

/**
 * Rows of a text file with more cells than its header: a comma inside a cell has moved everything behind it. Where every
 * row has the same blank cells too many, the program that wrote the file put them there, and nothing has moved.
 */
export class ExtraCells {
  private readonly width: number;
  private readonly amounts: readonly number[];
  private readonly wide: WideRow[] = [];
  private rows = 0;
  /** Width that all rows have so far, with nothing in what is too much. */
  private common: number | null = null;

  /** Null for a sheet whose rows are as wide as the sheet: nothing can move there. `amounts` are the columns of money. */
  static of(sheet: Sheet, header: FoundHeader, amounts: readonly number[]): ExtraCells | null {
    return sheet.delimited === true ? new ExtraCells(header, amounts) : null;
  }

  private constructor(header: FoundHeader, amounts: readonly number[]) {
    this.width = Math.max(header.lastColumn + 1, ...header.lines.map(({ cells }) => cells.length));
    this.amounts = amounts;
  }

  /** Takes a row of data; `subject` is asked for only where the row is too wide. */
  take(row: number, cells: readonly Cell[], subject: () => Partial<FindingSubject>): void {
    this.rows += 1;
    const isWide = cells.length > this.width;
    const blank = isWide && cells.slice(this.width).every(isEmpty) && !this.isCut(cells);
    const width = blank ? cells.length : null;
    if (this.rows === 1) this.common = width;
    else if (width !== this.common) this.common = null;
    if (!isWide) return;
    const found = cells
      .slice(this.width - 1)
      .map(displayText)
      .join(',');
    this.wide.push({ row, cells: cells.length, found, subject: subject() });
  }

  /** One error a row, unless all rows have the same blanks too many. */
  findings(): FindingDraft[] {
    if (this.common !== null) return [];
    return this.wide.map(({ row, cells, found, subject }) => ({
      code: 'SHT-10',
      severity: 'error',
      place: { row, column: this.width },
      subject,
      value: found,
      params: { cells, columns: this.width },
    }));
  }

  /** An amount of three digits at most before a cell of just three: `12,000` without quotation marks. */
  private isCut(cells: readonly Cell[]): boolean {
    const says = (column: number, pattern: RegExp): boolean => pattern.test(displayText(cells[column] ?? null).trim());
    return this.amounts.some((column) => says(column, THOUSANDS) && says(column + 1, HUNDREDS));
  }
}
