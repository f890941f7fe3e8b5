import type { Cell } from '../grid.js';

/** Nothing in it, or blanks alone. */
export function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
