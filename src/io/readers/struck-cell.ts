import type { Cell } from '../../tables/grid.js';

/** A value in a font that is struck out: it is stored, and not shown. */
export function struckOut(cell: Exclude<Cell, null>): Cell {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'object') return { kind: 'shown', value: cell, text: null, scaled: true, struck: cell };
  if (cell.kind === 'date') return { kind: 'shown', value: cell.iso, text: null, scaled: true, struck: cell };
  return cell.kind === 'shown' ? { ...cell, text: null, scaled: true, struck: cell } : cell;
}
