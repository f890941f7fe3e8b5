import type { Roster, RowReference } from '../domain/roster.js';
import type { FindingPlace } from './finding.js';

/**
 * Where the value of `field` (its standard header, 身份证号) stands in `row`. A field whose column is not in the sheet
 * gives the row alone, with the standard header.
 */
export function cellPlace(roster: Roster, row: RowReference, field: string): FindingPlace {
  const source = roster.tables[row.table];
  const column = source?.columns.get(field);
  return {
    file: source?.file ?? null,
    sheet: source?.sheet ?? null,
    row: row.row,
    column: column?.column ?? null,
    header: column?.header ?? field,
  };
}
