import { formatYuan } from '../domain/money.js';
import { TABLE_KINDS, type Roster, type TableKind } from '../domain/roster.js';
import { fieldByHeader, fieldByKey, type Field } from './fields/index.js';

/** What a cell gave to a calculation: the standard name of its field and the value as it was understood. */
export interface CellValue {
  readonly field: string;
  /** Yuan with two decimals, whole numbers, dates, words; null where the cell is blank or there is none. */
  readonly value: string | null;
}

type Rows = readonly (object | undefined)[];

/**
 * Values of cells by (table, row, field). One pass over the roster lays its rows out by row number; looking one up is then
 * no search at all, so that every number of a batch can be kept with what it was made from.
 */
export function cellValues(
  roster: Roster,
): (use: { readonly table: number; readonly row: number; readonly field: string }) => CellValue {
  let rows: ReadonlyMap<TableKind, readonly Rows[]> | null = null;
  return ({ table, row, field }) => {
    rows ??= layOut(roster);
    const own = roster.tables[table]?.kind;
    const kinds: readonly TableKind[] = own === undefined ? [] : own === '成员' ? ['成员', '住户'] : [own];
    for (const kind of kinds) {
      const known = fieldByKey(kind, field) ?? fieldByHeader(kind, field);
      const record = rows.get(kind)?.[table]?.[row];
      if (known === undefined || record === undefined) continue;
      return { field: known.header, value: shown(known, (record as Readonly<Record<string, unknown>>)[known.key]) };
    }
    return { field, value: null };
  };
}

function layOut({ rows }: Roster): ReadonlyMap<TableKind, readonly Rows[]> {
  const laid = new Map<TableKind, (object | undefined)[][]>();
  for (const kind of TABLE_KINDS) {
    const tables: (object | undefined)[][] = [];
    for (const each of rows[kind]) (tables[each.table] ??= [])[each.row] = each;
    laid.set(kind, tables);
  }
  return laid;
}

function shown({ type }: Field, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return type === 'money' ? formatYuan(value) : String(value);
  return typeof value === 'string' ? value : null;
}
