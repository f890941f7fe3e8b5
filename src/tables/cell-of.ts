import type { Roster } from '../domain/roster.js';
import { fieldByHeader } from './fields/index.js';
import { cellAddress } from './grid.js';

/** Where a value stands: computed from (table, row, field), never stored with the value. */
export interface CellPlace {
  readonly file: string;
  readonly sheet: string;
  /** `F17`; the row alone (`17`) when the table has no column for the field. */
  readonly cell: string;
  readonly row: number;
  /** From 0; null when the table has no column for the field. */
  readonly column: number | null;
  /** As written; null when the table has no column for the field. */
  readonly header: string | null;
}

/** Cell of a record's field (`field` is the record's property or the standard header). Null when the table index is unknown. */
export function cellOf(
  roster: Roster,
  use: { readonly table: number; readonly row: number; readonly field: string },
): CellPlace | null {
  const table = roster.tables[use.table];
  if (table === undefined) return null;
  const source = table.columns.get(use.field) ?? table.columns.get(fieldByHeader(table.kind, use.field)?.key ?? '');
  return {
    file: table.file,
    sheet: table.sheet,
    cell: source === undefined ? String(use.row) : cellAddress(use.row, source.column),
    row: use.row,
    column: source?.column ?? null,
    header: source?.header ?? null,
  };
}
