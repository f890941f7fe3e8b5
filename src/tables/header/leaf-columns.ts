import type { Cell, MergeRange } from '../grid.js';
import { normaliseHeader } from './normalise.js';

/** One buffered row. */
export interface HeadRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** One column of the table with the words over it. */
export interface LeafColumn {
  /** From 0. */
  readonly column: number;
  /** As written, without blanks at the ends. */
  readonly header: string;
  /** Group headers from the top, as written. */
  readonly path: readonly string[];
}

/** Merges by their first row, for looking up what covers a cell of the head. */
export class MergeLookup {
  readonly merges: readonly MergeRange[];

  constructor(merges: readonly MergeRange[], firstRow: number, lastRow: number) {
    this.merges = merges.filter((merge) => merge.lastRow >= firstRow && merge.firstRow <= lastRow);
  }

  /** The merge that covers the cell, or undefined. */
  at(row: number, column: number): MergeRange | undefined {
    return this.merges.find(
      (merge) =>
        merge.firstRow <= row && merge.lastRow >= row && merge.firstColumn <= column && merge.lastColumn >= column,
    );
  }
}

/** Header words are text: a number or a date in the head is not part of a column's name. */
export function headText(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

/**
 * Leaf columns of the header block `rows` (consecutive sheet rows), from `firstColumn` to `lastColumn`: the lowest text
 * over each column with the group headers above it. A merged cell speaks for all it covers; without merges a group
 * header also speaks for the empty cells to its right that have a header of their own below.
 */
export function leafColumns(
  rows: readonly HeadRow[],
  merges: MergeLookup,
  firstColumn: number,
  lastColumn: number,
): LeafColumn[] {
  const grid = rows.map(({ row, cells }) => {
    const words: string[] = [];
    for (let column = firstColumn; column <= lastColumn; column++) {
      const merge = merges.at(row, column);
      const own = headText(cells[column]);
      if (merge === undefined) words.push(own);
      else {
        const top = rows.find((head) => head.row === merge.firstRow);
        words.push(headText(top?.cells[merge.firstColumn]) || own);
      }
    }
    return words;
  });
  carryGroupsRight(grid, rows, merges, firstColumn);
  const leaves: LeafColumn[] = [];
  for (let index = 0; index <= lastColumn - firstColumn; index++) {
    const words: string[] = [];
    for (const line of grid) {
      const word = line[index] ?? '';
      if (word !== '' && words.at(-1) !== word) words.push(word);
    }
    const header = withUnit(words);
    if (header !== undefined) leaves.push({ column: firstColumn + index, header, path: words });
  }
  return leaves;
}

/** The last word; `（元）` in a row of its own belongs to the word above it. */
function withUnit(words: string[]): string | undefined {
  const last = words.pop();
  if (last === undefined || words.length === 0) return last;
  const bare = last.replace(/\s+/g, '');
  const isUnit = /^[（(].+[)）]$/.test(bare) && normaliseHeader(`值${bare}`).unit !== null;
  return isUnit ? `${words.pop() ?? ''}${bare}` : last;
}

function carryGroupsRight(grid: string[][], rows: readonly HeadRow[], merges: MergeLookup, firstColumn: number): void {
  for (const [depth, line] of grid.entries()) {
    if (depth === grid.length - 1) return;
    const row = rows[depth]?.row ?? 0;
    const hasBelow = (index: number): boolean =>
      grid.slice(depth + 1).some((lower, below) => {
        const word = lower[index] ?? '';
        return word !== '' && merges.at(rows[depth + 1 + below]?.row ?? 0, firstColumn + index)?.firstRow !== row;
      });
    for (let index = 1; index < line.length; index++) {
      const left = line[index - 1] ?? '';
      const covered = merges.at(row, firstColumn + index) ?? merges.at(row, firstColumn + index - 1);
      if (line[index] === '' && left !== '' && covered === undefined && hasBelow(index) && hasBelow(index - 1))
        line[index] = left;
    }
  }
}
