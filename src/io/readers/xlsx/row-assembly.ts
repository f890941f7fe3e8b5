import type { Cell } from '../../../tables/grid.js';
import { sameCell } from './cell-values.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';

/** Takes every row, also one without cells (`cells` is empty then, and reused). Returns false to stop. */
export type RowTaker = (row: number, cells: readonly Cell[], hidden: boolean) => boolean;

/**
 * Puts cells into rows, whoever parsed them: positions that are not written down follow from the one before, places
 * outside a sheet are refused, and one place never gets two different values.
 */
export class RowAssembly {
  readonly #limits: XlsxLimits;
  readonly #take: RowTaker;
  readonly #cells: Cell[] = [];
  #row = -1;
  #lastRow = 0;
  #column = -1;
  #cellsOfRow = 0;
  #cellsBefore = 0;

  constructor(limits: XlsxLimits, take: RowTaker) {
    this.#limits = limits;
    this.#take = take;
  }

  /** Starts a row, or starts it again; `row` is −1 when it is not written down. */
  begin(row: number): void {
    this.#cells.length = 0;
    this.#row = row;
    this.#column = -1;
    this.#cellsOfRow = 0;
  }

  /** Starts a cell; `column` is −1 and `row` is −1 when there is no reference. Returns its column. */
  place(row: number, column: number): number {
    if (column < 0) column = this.#column + 1;
    else if (row !== this.#row) {
      if (this.#row >= 0) throw new PartFault('corrupt', `a cell of row ${row} in row ${this.#row}`);
      this.#row = row;
    }
    if (column >= this.#limits.columns) throw new PartFault('bomb', `column ${column + 1}`);
    this.#column = column;
    this.#cellsOfRow++;
    return column;
  }

  put(column: number, cell: Cell): void {
    if (cell === null) return;
    const cells = this.#cells;
    if (column >= cells.length) {
      while (cells.length < column) cells.push(null);
      cells.push(cell);
      return;
    }
    const before = cells[column] ?? null;
    if (before !== null && !sameCell(before, cell)) {
      throw new PartFault('corrupt', `two values for column ${column + 1} of row ${this.#row}`);
    }
    cells[column] = cell;
  }

  /** Ends the row and hands it on; false when the taker has had enough. */
  end(hidden: boolean): boolean {
    const row = this.#row >= 0 ? this.#row : this.#lastRow + 1;
    if (row < 1 || row > this.#limits.rows) throw new PartFault(row < 1 ? 'corrupt' : 'bomb', `row ${row}`);
    this.#cellsBefore += this.#cellsOfRow;
    if (this.#cellsBefore > this.#limits.cells) throw new PartFault('bomb', `${this.#cellsBefore} cells`);
    this.#lastRow = row;
    return this.#take(row, this.#cells, hidden);
  }
}
