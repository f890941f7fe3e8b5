/** A plain description of a CSV output. Free-text columns are neutralised against formulas by the writer. */
export interface CsvModel {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly freeText?: boolean }[];
  /** Full numbers stand in it by right (payments), or because a person asked for them. Masked by the writer otherwise. */
  readonly whole?: boolean;
  readonly rows: Iterable<readonly (string | number | null)[]>;
}
