import type { TableKind } from '../../domain/roster.js';
import type { Cell } from '../grid.js';
import { CellProblem, type FieldValue } from '../values/cell-problem.js';
import { cleanText } from '../values/plain-text.js';
import type { ColumnReader } from './column-reader.js';
import type { CellMet, NumberCell } from './household-groups.js';
import type { ActiveMerge } from './merged-cells.js';
import { isSummed, summand } from './totals.js';

const DITTO = /^(?:[〃″〞"“”]|,,|''|同上|同前|上同|ditto|do\.?)$/i;

/** Reads the cells of one row after the other, and keeps what was met until the row's subject is known. */
export class RowValues {
  private readonly kind: TableKind;
  private problems: CellMet[] = [];
  private merges: [ColumnReader, ActiveMerge][] = [];
  private unreadable: string[] = [];
  /** Identity that an unreadable cell gives all the same. */
  private identity: string | null = null;
  /** Data rows so far, the one at hand included. */
  rows = 0;

  constructor(kind: TableKind) {
    this.kind = kind;
  }

  /** The value of one cell, merges counted. */
  read(column: ColumnReader, row: number, cells: readonly Cell[], merges: readonly ActiveMerge[]): FieldValue {
    const merge = merges.length === 0 ? undefined : mergeOver(merges, column.column);
    const cell = merge === undefined ? (cells[column.column] ?? null) : this.mergedCell(merge, column, row, cells);
    if (merge !== undefined && this.isShared(merge, column, cell)) this.merges.push([column, merge]);
    if (cell !== null && cell !== '') column.filled += 1;
    const isOwn = column.field.of === this.kind;
    const reading = column.read(cell, row);
    if (!(reading instanceof CellProblem)) {
      if (reading === null && column.field.required === true) {
        if (isOwn && column.isBlankAgain(this.rows)) this.unreadable.push(column.field.key);
        else this.problems.push([column, null, cell]);
      }
      if (isOwn && isSummed(column.field)) column.add(summand(reading, column.field), true);
      return reading;
    }
    this.problems.push([column, reading, cell]);
    this.identity ??= reading.identity;
    if (reading.severity === 'error' && reading.value === null) this.unreadable.push(column.field.key);
    if (reading.value === null) column.unreadable += 1;
    if (isSummed(column.field)) column.add(summand(reading.value, column.field), reading.value !== null);
    return reading.value;
  }

  /** Gives up what was met since the last call. */
  release(): {
    readonly problems: CellMet[];
    readonly merges: [ColumnReader, ActiveMerge][];
    readonly unreadable: string[];
    readonly identity: string | null;
  } {
    const { problems, merges, unreadable, identity } = this;
    this.problems = [];
    this.merges = [];
    this.unreadable = [];
    this.identity = null;
    return { problems, merges, unreadable, identity };
  }

  /** The value a merged cell gives this row: the merge's own for what rows share, the cell's own otherwise. */
  private mergedCell(merge: ActiveMerge, column: ColumnReader, row: number, cells: readonly Cell[]): Cell {
    const isTop = merge.range.firstRow === row && merge.range.firstColumn === column.column;
    if (isTop) return cells[column.column] ?? null;
    return merge.range.firstColumn === column.column && this.fillsDown(column) ? merge.value : null;
  }

  /** One merged value over several rows (or several mapped columns) that is not theirs together. */
  private isShared(merge: ActiveMerge, column: ColumnReader, cell: Cell): boolean {
    if (merge.value === null || merge.value === '') return false;
    const { firstRow, lastRow, firstColumn } = merge.range;
    if (firstColumn !== column.column) return cell === null && column.field.type === 'money';
    return lastRow > firstRow && !this.fillsDown(column);
  }

  /** Evidence holds for every row that it covers; in a list of households a township is shared, a number is not. */
  private fillsDown({ field }: ColumnReader): boolean {
    if (field.type === 'evidence') return true;
    return this.kind === '住户' ? field.level === 'place' : field.level !== 'row';
  }
}

/** How the household's number stands in a row; `column` is null where the table has none. */
export function numberCell(
  column: ColumnReader | null,
  row: number,
  cells: readonly Cell[],
  merges: readonly ActiveMerge[],
): NumberCell {
  if (column === null) return 'absent';
  const merge = mergeOver(merges, column.column);
  if (merge !== undefined && merge.range.firstRow < row && merge.range.firstColumn === column.column) return 'merged';
  const cell = cells[column.column] ?? null;
  const text = typeof cell === 'string' ? cleanText(cell) : cell;
  if (text === null || text === '') return 'blank';
  return typeof text === 'string' && DITTO.test(text) ? 'ditto' : 'written';
}

/** Whether a cell of one of the columns, merged over rows, begins in this row or goes on from above. */
export function blockAt(
  columns: readonly number[],
  row: number,
  merges: readonly ActiveMerge[],
): 'begins' | 'goes-on' | 'none' {
  let block: 'begins' | 'none' = 'none';
  for (const { range } of merges) {
    if (range.lastRow === range.firstRow || !columns.includes(range.firstColumn)) continue;
    if (range.firstRow < row) return 'goes-on';
    block = 'begins';
  }
  return block;
}

function mergeOver(merges: readonly ActiveMerge[], column: number): ActiveMerge | undefined {
  return merges.find(({ range }) => range.firstColumn <= column && range.lastColumn >= column);
}
