import type { Cell } from '../grid.js';

/** Nothing in it, or blanks alone. */
export function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as a person sees it: a text where it shows something else than it stores. */
export function seen(cell: Cell | undefined): Cell {
  if (cell === undefined) return null;
  if (typeof cell !== 'object' || cell?.kind !== 'shown') return cell;
  return cell.text ?? cell.value;
}
