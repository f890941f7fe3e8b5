/** A plain description of a CSV output. Free-text columns are neutralised against formulas by the writer. */
export interface CsvModel {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly freeText?: boolean }[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}
