import { TABLE_KINDS, type Roster, type RosterRows, type RowReference, type TableKind } from './roster.js';

/** A row with the table that it was read from. */
export type RowOfTable = { readonly [K in TableKind]: { readonly kind: K; readonly row: RosterRows[K] } }[TableKind];

type Address = Pick<RowReference, 'table' | 'row'>;

/**
 * Finds rows by (table, row). Only the rows that are `wanted` are kept, from one pass over the lists that they stand in, so that
 * a few addresses among a million rows cost no index of all. A header, a total or a footer is no row of the roster.
 */
export function rowLookup(roster: Roster, wanted: Iterable<Address>): (address: Address) => RowOfTable | null {
  const found = new Map<number, RowOfTable | null>();
  const kinds = new Set<TableKind>();
  for (const address of wanted) {
    const kind = roster.tables[address.table]?.kind;
    if (kind === undefined) continue;
    kinds.add(kind);
    found.set(keyOf(address), null);
  }
  for (const kind of TABLE_KINDS) if (kinds.has(kind)) take(kind, roster.rows[kind], found);
  return (address) => found.get(keyOf(address)) ?? null;
}

function take<K extends TableKind>(
  kind: K,
  rows: readonly RosterRows[K][],
  found: Map<number, RowOfTable | null>,
): void {
  for (const row of rows) {
    const key = keyOf(row);
    if (found.has(key)) found.set(key, { kind, row } as RowOfTable);
  }
}

/** Row numbers stay below 2 ** 32. */
function keyOf({ table, row }: Address): number {
  return table * 2 ** 32 + row;
}
