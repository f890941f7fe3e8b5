import type { TableKind } from '../../domain/roster.js';
import type { Field } from '../fields/index.js';
import type { FoundHeader } from '../header/find-header.js';
import type { MatchedColumn } from '../header/matched-column.js';
import type { MergedCells } from './merged-cells.js';

/** Keys that tie a row to a household or an organisation, to a person, and that name them. */
const NUMBER_KEYS = ['householdId', 'creditCode', 'brokerCode', 'institutionCode'];
const PERSON_KEYS = ['personId', 'headId'];
const NAME_KEYS = ['name', 'headName'];

/** Columns that tell the kinds apart. */
export interface RowShape {
  readonly header: FoundHeader;
  /** Columns that became fields, and which. */
  readonly fields: ReadonlyMap<number, Field>;
  /** The column that identifies a row's person or household: most rows are known by it alone. */
  readonly personId: number | null;
  /** All columns of ID numbers, of household numbers and of names. */
  readonly ids: readonly number[];
  readonly numbers: readonly number[];
  readonly names: readonly number[];
  readonly sequence: number | null;
  /** A title row merged over the table's width. */
  readonly isTitleMerge: (row: number, column: number) => boolean;
}

/** The shape of a table: `kind` is what its rows are; columns of the households that its rows carry count too. */
export function rowShape(
  header: FoundHeader,
  kind: TableKind | null,
  columns: readonly MatchedColumn[],
  merged: MergedCells,
): RowShape {
  const fields = new Map(columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])));
  const at = (keys: readonly string[]): number[] =>
    [...fields].flatMap(([column, { key }]) => (keys.includes(key) ? [column] : []));
  const own = [...fields].find(([, { key, of }]) => of === kind && PERSON_KEYS.includes(key));
  return {
    header,
    fields,
    personId: own?.[0] ?? null,
    ids: at(PERSON_KEYS),
    numbers: at(NUMBER_KEYS),
    names: at(NAME_KEYS),
    sequence: columns.find((column) => column.role === 'sequence')?.column ?? null,
    isTitleMerge: (row, column) => merged.isWide(row, column),
  };
}
