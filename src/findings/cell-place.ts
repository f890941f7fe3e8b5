import type { Roster, RowReference } from '../domain/roster.js';
import type { FindingPlace } from './finding.js';

/**
 * Where a value stands in `row`: `key` is the record's property, `header` its standard header (身份证号), shown when the
 * sheet has no such column; the place is then the row alone.
 */
export function cellPlace(roster: Roster, row: RowReference, key: string, header: string): FindingPlace {
  const source = roster.tables[row.table];
  const column = source?.columns.get(key);
  return {
    file: source?.file ?? null,
    sheet: source?.sheet ?? null,
    row: row.row,
    column: column?.column ?? null,
    header: column?.header ?? header,
  };
}
