import type { CsvModel } from './csv-model.js';

/** One column of a table: its name, what kind of text stands in it and what a row says in it, together in one place. */
export interface Column<T> {
  readonly name: string;
  /** Clerks or packs wrote it: neutralised against formulas by the writer. */
  readonly free?: true;
  readonly value: (row: T) => string | number | null;
}

/** A CSV of these columns. `whole`: full numbers stand in it by right; the writer masks otherwise. */
export function csvOf<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: Iterable<T>,
  whole: boolean = false,
): CsvModel {
  return {
    name,
    whole,
    columns: columns.map((column) => ({ name: column.name, freeText: column.free === true })),
    rows: (function* () {
      for (const row of rows) yield columns.map(({ value }) => value(row));
    })(),
  };
}
