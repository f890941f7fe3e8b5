import type { FindingDraft } from '../../findings/collector.js';
import type { Cell } from '../grid.js';

/** Gaps beyond this many are one more finding no better. */
const GAPS_TOLD = 10;

/** Follows the 序号 column: a number left out may be a row left out. */
export class Sequence {
  private readonly column: number | null;
  private last: number | null = null;
  private gaps = 0;

  constructor(column: number | null) {
    this.column = column;
  }

  /** The number of a row, or null when it has none. */
  numberIn(cells: readonly Cell[]): number | null {
    if (this.column === null) return null;
    const cell = cells[this.column] ?? null;
    const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell.trim() || 'x') : Number.NaN;
    return Number.isInteger(number) ? number : null;
  }

  /** Takes the next data row; gives SHT-04 when its number does not follow. */
  follow(row: number, cells: readonly Cell[]): FindingDraft | null {
    const number = this.numberIn(cells);
    if (number === null) return null;
    const expected = (this.last ?? number - 1) + 1;
    this.last = number;
    if (number === expected || number === 1) return null;
    this.gaps += 1;
    if (this.gaps > GAPS_TOLD) return null;
    return {
      code: 'SHT-04',
      severity: 'warning',
      place: { row, column: this.column },
      value: String(number),
      params: { found: number, expected },
    };
  }
}
