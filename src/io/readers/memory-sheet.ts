import { type Cell, type MergeRange, ReadFault, type RowVisitor, type Sheet } from '../../tables/grid.js';

/** A sheet of a small file, read as a whole. `rows[i]` is row i + 1; rows and cells may be missing. */
export interface SheetContent {
  readonly name: string;
  readonly visibility?: Sheet['visibility'];
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly merges: readonly MergeRange[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly filtered?: boolean;
}

/** Places of a sheet between its first and last columns, over all rows. Honest sheets of the old formats stay below. */
const PLACES = 30_000_000;

/**
 * The sheet over rows in memory. Blank text counts as no cell, as in the other readers.
 * Throws ReadFault `bomb` when few cells are spread over so much room that walking through it would take for ever.
 */
export function memorySheet(file: string, content: SheetContent): Sheet {
  let places = 0;
  content.rows.forEach((row) => (places += row?.length ?? 0));
  if (places > PLACES) throw new ReadFault('bomb', file, `${places} places on one sheet`);
  return {
    name: content.name,
    visibility: content.visibility ?? 'visible',
    merges: content.merges,
    hiddenRows: content.hiddenRows ?? [],
    hiddenColumns: content.hiddenColumns ?? [],
    filtered: content.filtered ?? false,
    scan: (visit) => {
      scanRows(content.rows, visit);
      return Promise.resolve();
    },
  };
}

function scanRows(rows: SheetContent['rows'], visit: RowVisitor): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined) continue;
    const cells: Cell[] = [];
    let filled = false;
    for (let column = 0; column < row.length; column++) {
      const cell = row[column] ?? null;
      cells.push(cell === '' ? null : cell);
      filled ||= cell !== null && cell !== '';
    }
    if (filled && visit(index + 1, cells) === false) return;
  }
}
