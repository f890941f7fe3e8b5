import type { Cell, MergeRange } from '../grid.js';
import { cellAddress } from '../grid.js';

/** A merge that covers the row at hand. */
export interface ActiveMerge {
  readonly range: MergeRange;
  /** Value of its top left cell. */
  value: Cell;
}

/** Merged cells of the data area, met row by row. Work is proportional to the merges, not to rows × merges. */
export class MergedCells {
  private readonly waiting: readonly MergeRange[];
  private next = 0;
  private active: ActiveMerge[] = [];

  constructor(merges: readonly MergeRange[], fromRow: number, firstColumn: number, lastColumn: number) {
    this.waiting = merges
      .filter(
        (merge) => merge.firstRow >= fromRow && merge.firstColumn <= lastColumn && merge.lastColumn >= firstColumn,
      )
      .sort((a, b) => a.firstRow - b.firstRow);
  }

  /** Merges that cover this row; rows must come in order. */
  at(row: number, cells: readonly Cell[]): readonly ActiveMerge[] {
    if (this.active.length > 0) this.active = this.active.filter(({ range }) => range.lastRow >= row);
    for (
      let merge = this.waiting[this.next];
      merge !== undefined && merge.firstRow <= row;
      merge = this.waiting[this.next]
    ) {
      this.next += 1;
      if (merge.lastRow >= row)
        this.active.push({ range: merge, value: merge.firstRow === row ? (cells[merge.firstColumn] ?? null) : null });
    }
    return this.active;
  }

  /** Whether a row starts with a cell merged over most of the table. */
  isWide(row: number, column: number): boolean {
    for (let index = this.next; index < this.waiting.length; index++) {
      const merge = this.waiting[index];
      if (merge === undefined || merge.firstRow > row) break;
      if (isOver(merge, row, column)) return true;
    }
    return this.active.some(({ range }) => isOver(range, row, column));
  }
}

function isOver(merge: MergeRange, row: number, column: number): boolean {
  return (
    merge.firstRow <= row &&
    merge.lastRow >= row &&
    merge.firstColumn <= column &&
    merge.lastColumn >= column &&
    merge.lastColumn - merge.firstColumn >= 2
  );
}

/** `C5:C7`. */
export function rangeText(range: MergeRange): string {
  return `${cellAddress(range.firstRow, range.firstColumn)}:${cellAddress(range.lastRow, range.lastColumn)}`;
}
