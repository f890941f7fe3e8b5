import type { Roster, RowReference } from '../domain/roster.js';
import type { FindingPlace } from '../findings/finding.js';

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

/** The value of `field` in `row` could not be read; whoever read it has already said so. */
export function wasUnreadable(row: RowReference, field: string): boolean {
  return row.unreadable?.includes(field) ?? false;
}

/** The sheet of this row has a column for `field`; a blank cell and a missing column are two things. */
export function hasColumn(roster: Roster, row: RowReference, field: string): boolean {
  return roster.tables[row.table]?.columns.has(field) ?? false;
}

/** A place that is a whole file, such as a `--compare` list. */
export function filePlace(file: string): FindingPlace {
  return { file, sheet: null, row: null, column: null, header: null };
}
