import type { Roster, RowReference } from '../domain/roster.js';
import { NOWHERE, type FindingPlace } from './finding.js';

/**
 * Where a value stands in `row`: `key` is the record's property, `header` its standard header (身份证号), shown when the
 * sheet has no such column; the place is then the row alone.
 */
export function cellPlace(roster: Roster, row: RowReference, key: string, header: string): FindingPlace {
  const source = roster.tables[row.table];
  const column = source?.columns.get(key);
  return {
    table: row.table,
    field: key,
    file: source?.file ?? null,
    sheet: source?.sheet ?? null,
    row: row.row,
    column: column?.column ?? null,
    header: column?.header ?? header,
  };
}

/** The row alone: the finding is about several of its cells, or about none. */
export function rowPlace(roster: Roster, { table, row }: Pick<RowReference, 'table' | 'row'>): FindingPlace {
  const source = roster.tables[table];
  if (source === undefined) return NOWHERE;
  return { ...NOWHERE, table, file: source.file, sheet: source.sheet, row };
}
