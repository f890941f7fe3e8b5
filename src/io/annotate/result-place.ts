import { RESULT_HEADER, type ResultColumn } from '../../documents/model/workbook-marks.js';
import type { Cell, Sheet } from '../../tables/grid.js';

/** Where the result column of a sheet goes. */
export interface ResultPlace {
  readonly column: number;
  /** The column is there already, from an earlier run. */
  readonly existing: boolean;
  /** Rows below the header in which it holds something now. */
  readonly filled: readonly number[];
  /** Last row of the data. */
  readonly lastRow: number;
}

const LAST_COLUMN = 16_383;

/** Finds the column of an earlier run, else the first free one behind the table; null when there is no room. */
export async function placeResult(sheet: Sheet, result: ResultColumn): Promise<ResultPlace | null> {
  const [first, last] = result.headerRows;
  const taken = new Set<number>();
  const rowsOf = new Map<number, number[]>();
  const own: number[] = [];
  let lastRow = result.lastRow ?? last;
  await sheet.scan((row, cells) => {
    if (row < first) return;
    if (result.lastRow === null) lastRow = row;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? null;
      if (row <= last && isOwnHeader(cell)) own.push(column);
      if (column <= result.after || cell === null) continue;
      taken.add(column);
      if (row <= last) continue;
      const rows = rowsOf.get(column);
      if (rows === undefined) rowsOf.set(column, [row]);
      else rows.push(row);
    }
  });
  const [old] = own;
  if (old !== undefined) return { column: old, existing: true, filled: rowsOf.get(old) ?? [], lastRow };
  for (const merge of sheet.merges)
    if (merge.lastRow >= first)
      for (let column = Math.max(result.after + 1, merge.firstColumn); column <= merge.lastColumn; column++)
        taken.add(column);
  const next = result.after + 1;
  const column = taken.has(next) ? Math.max(...taken) + 1 : next;
  return column > LAST_COLUMN ? null : { column, existing: false, filled: [], lastRow };
}

function isOwnHeader(cell: Cell): boolean {
  return typeof cell === 'string' && cell.replace(/\s/g, '') === RESULT_HEADER;
}
