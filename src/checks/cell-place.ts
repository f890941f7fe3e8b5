import type { Roster, RowReference, SourceColumn, TableSource } from '../domain/roster.js';
import { cellPlace as placeOfKey } from '../findings/cell-place.js';
import { NOWHERE, type FindingPlace } from '../findings/finding.js';
import { fieldByHeader } from '../tables/fields/index.js';

/** The column of `field` (its standard header, 身份证号) in a sheet; undefined when the sheet has none. */
export function columnOf(source: TableSource, field: string): SourceColumn | undefined {
  return source.columns.get(keyOf(source, field));
}

function keyOf(source: TableSource, field: string): string {
  return fieldByHeader(source.kind, field)?.key ?? field;
}

/**
 * Where the value of `field` (its standard header) stands in `row`. A field whose column is not in the sheet gives the
 * row alone, with the standard header.
 */
export function cellPlace(roster: Roster, row: RowReference, field: string): FindingPlace {
  const source = roster.tables[row.table];
  return placeOfKey(roster, row, source === undefined ? field : keyOf(source, field), field);
}

/** The value of `field` in `row` could not be read; whoever read it has already said so. */
export function wasUnreadable(roster: Roster, row: RowReference, field: string): boolean {
  if (row.unreadable === undefined) return false;
  const source = roster.tables[row.table];
  return source !== undefined && row.unreadable.includes(keyOf(source, field));
}

/** 分 that a figure of `field` in `row` may be off, because its column shows a larger unit with few decimals. */
export function roundingOf(roster: Roster, row: RowReference, field: string): number {
  const source = roster.tables[row.table];
  return source === undefined ? 0 : (columnOf(source, field)?.step ?? 0) / 2;
}

/** The sheet of this row has a column for `field`; a blank cell and a missing column are two things. */
export function hasColumn(roster: Roster, row: RowReference, field: string): boolean {
  const source = roster.tables[row.table];
  return source !== undefined && columnOf(source, field) !== undefined;
}

/** A place that is a whole file, such as a `--compare` list. */
export function filePlace(file: string): FindingPlace {
  return { ...NOWHERE, file };
}
