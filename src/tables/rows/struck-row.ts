import type { Cell } from '../grid.js';
import { isEmpty } from './empty-cell.js';

/**
 * The cells of a row that somebody struck out as a whole, as if it were not; null for any other row, whose struck cells
 * are asked about one by one. A row is struck out where at least two of its cells are, and half of those filled.
 */
export function withoutStrike(cells: readonly Cell[]): readonly Cell[] | null {
  let struck = 0;
  let filled = 0;
  for (const cell of cells) {
    if (isEmpty(cell)) continue;
    filled++;
    if (isStruck(cell)) struck++;
  }
  if (struck < 2 || struck * 2 < filled) return null;
  return Array.from(cells, (cell) => (isStruck(cell) ? cell.struck : (cell ?? null)));
}

function isStruck(cell: Cell | undefined): cell is Cell & { readonly struck: Exclude<Cell, null> } {
  return typeof cell === 'object' && cell !== null && cell.kind === 'shown' && cell.struck !== undefined;
}
