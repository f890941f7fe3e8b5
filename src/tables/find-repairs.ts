import type { TableReading } from './file-reading.js';
import { type Field, fieldByKey } from './fields/index.js';
import type { Sheet } from './grid.js';
import { guessOf, type Repair, repairOf } from './repairs.js';
import type { HeaderUnit } from './values/amount.js';

/** A repair with its place. */
export interface PlacedRepair extends Repair {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** As written. */
  readonly header: string;
  readonly field: Field;
  readonly before: string;
}

/** All repairs of a sheet's tables, and guesses that need a person. Only text cells of `isData` rows are looked at. */
export async function findRepairs(
  sheet: Sheet,
  tables: readonly TableReading[],
  isData: (row: number) => boolean,
): Promise<PlacedRepair[]> {
  const columns = tables
    .filter((table) => table.usable && table.sheet === sheet.name)
    .flatMap(({ columns: list }) => list)
    .flatMap(({ column, header, key, of, moneyUnit }) => {
      const field = key === null || of === null ? undefined : fieldByKey(of, key);
      return field === undefined ? [] : [{ column, header, field, unit: moneyUnit }];
    });
  const found: PlacedRepair[] = [];
  if (columns.length === 0) return found;
  await sheet.scan((row, cells) => {
    if (!isData(row)) return;
    for (const { column, header, field, unit } of columns) {
      const cell = cells[column];
      if (typeof cell !== 'string') continue;
      const repair = either(cell, field, unit);
      for (const one of repair) found.push({ ...one, sheet: sheet.name, row, column, header, field, before: cell });
    }
  });
  return found;
}

/** A cell may be cleaned and still say something that only a person can put right. */
function either(cell: string, field: Field, unit: HeaderUnit): Repair[] {
  return [repairOf(cell, field, unit), guessOf(cell, field, unit)].filter((one) => one !== null);
}
