import type { TableReading } from './file-reading.js';
import { type Field, fieldByKey } from './fields/index.js';
import type { Cell, Sheet } from './grid.js';
import { isEmpty } from './rows/empty-cell.js';
import { guessOf, type Repair, repairOf } from './repairs.js';
import type { HeaderUnit } from './values/amount.js';
import { displayText } from './values/plain-text.js';

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

/** More rows than any household has. */
const LARGEST_MERGE = 1000;

interface RepairColumn {
  /** Index in the roster. */
  readonly table: number;
  readonly column: number;
  readonly header: string;
  readonly field: Field;
  readonly unit: HeaderUnit;
  /** For the 户编号 of members. */
  readonly numbers: NumbersAbove | null;
}

/** All repairs of a sheet's tables, and guesses that need a person. Only rows that `isData` of their table are looked at. */
export async function findRepairs(
  sheet: Sheet,
  tables: readonly TableReading[],
  isData: (table: number, row: number) => boolean,
): Promise<PlacedRepair[]> {
  const columns = tables
    .filter((table) => table.sheet === sheet.name)
    .flatMap((table) => table.columns.flatMap((column) => repairColumn(sheet, table, column)));
  const found: PlacedRepair[] = [];
  if (columns.length === 0) return found;
  await sheet.scan((row, cells) => {
    for (const { table, column, header, field, unit, numbers } of columns) {
      if (!isData(table, row)) continue;
      const cell = cells[column] ?? null;
      const place = { sheet: sheet.name, row, column, header, field };
      const filled = numbers?.take(row, cells) ?? null;
      if (filled !== null) found.push({ ...filled, ...place, before: '' });
      if (typeof cell === 'string')
        for (const repair of either(cell, field, unit)) found.push({ ...repair, ...place, before: cell });
    }
  });
  return found;
}

function repairColumn(
  sheet: Sheet,
  table: TableReading,
  { column, header, key, of, moneyUnit }: TableReading['columns'][number],
): RepairColumn[] {
  const field = key === null || of === null ? undefined : fieldByKey(of, key);
  if (field === undefined || table.index === null) return [];
  const isNumber = of === '成员' && key === 'householdId';
  const numbers = isNumber ? new NumbersAbove(sheet, table, column) : null;
  return [{ table: table.index, column, header, field, unit: moneyUnit, numbers }];
}

/**
 * What an empty 户编号 of a member would be filled with: the value merged over it, which it is read as, or the one above,
 * which it is not.
 */
class NumbersAbove {
  readonly #column: number;
  readonly #others: readonly number[];
  readonly #relation: number | null;
  readonly #merged = new Set<number>();
  #last: string | null = null;

  constructor(sheet: Sheet, table: TableReading, column: number) {
    this.#column = column;
    this.#others = table.columns.flatMap((one) => (one.of === '成员' && one.column !== column ? [one.column] : []));
    this.#relation = table.columns.find((one) => one.of === '成员' && one.key === 'relation')?.column ?? null;
    for (const merge of sheet.merges) {
      if (merge.firstColumn !== column) continue;
      const last = Math.min(merge.lastRow, merge.firstRow + LARGEST_MERGE);
      for (let row = merge.firstRow + 1; row <= last; row++) this.#merged.add(row);
    }
  }

  take(row: number, cells: readonly Cell[]): Repair | null {
    const own = cells[this.#column] ?? null;
    if (!isEmpty(own)) {
      this.#last = displayText(own);
      return null;
    }
    if (this.#last === null || this.#others.every((column) => isEmpty(cells[column] ?? null))) return null;
    if (this.#merged.has(row)) return { safe: false, after: this.#last, reason: 'merged-down' };
    // A head begins a household of his own.
    const relation = this.#relation === null ? null : (cells[this.#relation] ?? null);
    if (typeof relation === 'string' && /户主|本人/.test(relation) && !relation.includes('与')) return null;
    return { safe: false, after: this.#last, reason: 'from-above' };
  }
}

/** A cell may be cleaned and still say something that only a person can put right. */
function either(cell: string, field: Field, unit: HeaderUnit): Repair[] {
  return [repairOf(cell, field, unit), guessOf(cell, field, unit)].filter((one) => one !== null);
}
