/** Rows by key, each group in their order. Rows without the key are left out. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  // A list that grew keeps room for seventeen; of a list for each of 300 000 households that is most of its memory.
  for (const [key, group] of groups) if (group.length > 1) groups.set(key, group.slice());
  return groups;
}

/**
 * Only the groups of two rows and more, in order of their second row. Where nearly every key is alone this costs a fraction of
 * {@link groupBy}: no list is made for a single row.
 */
export function repeatedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const firsts = new Map<string, Row>();
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [first, row]);
    else group.push(row);
  }
  return groups;
}
