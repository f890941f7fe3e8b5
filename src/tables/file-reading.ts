import type { TableKind } from '../domain/roster.js';
import type { Finding } from '../findings/finding.js';
import { columnLetter, type FileKind } from './grid.js';
import type { HeaderUnit } from './values/amount.js';

/** How one column was understood. */
export interface ColumnReading {
  /** From 0. */
  readonly column: number;
  /** As written. */
  readonly header: string;
  /** Group headers over it, from the top, as written. */
  readonly path: readonly string[];
  /** Standard header of src/CONTRACT.md §3; null when it is not used. */
  readonly field: string | null;
  /** Property of the record, and the table the field belongs to. */
  readonly key: string | null;
  readonly of: TableKind | null;
  readonly unit: string | null;
  /** How amounts in it count, what is written above the table included. */
  readonly moneyUnit: HeaderUnit;
  /** What an ambiguous word may mean; null when it is not ambiguous. */
  readonly meanings: readonly string[] | null;
}

/** How one sheet, or one of the tables side by side on it, was understood. */
export interface TableReading {
  /** Index of the table in the roster; null when it is not read. */
  readonly index: number | null;
  readonly sheet: string;
  /** Best match, also when the sheet is refused; null when it is none of our tables. */
  readonly table: TableKind | null;
  readonly headerRows: readonly [number, number];
  /** Data rows. */
  readonly rows: number;
  /** The income year that a person gave for it; null where it has the column, or nobody did. */
  readonly year: number | null;
  /** Required columns that it has not. */
  readonly missing: readonly string[];
  /** The one year that stands above its header (2024年度 …), or null. */
  readonly yearAbove: number | null;
  /** Headers of columns that hold values and are not used. */
  readonly unused: readonly string[];
  readonly columns: readonly ColumnReading[];
  /** Its rows are in the roster. */
  readonly usable: boolean;
  /** 成员 rows that also carry columns of 住户. */
  readonly carriesHouseholds: boolean;
  /** Finds the same header again; see mapping-file.ts. */
  readonly fingerprint: string;
  /** First three data rows, one text a column, numbers masked. */
  readonly preview: readonly (readonly string[])[];
}

export interface FileReading {
  readonly file: string;
  readonly kind: FileKind;
  readonly encoding: string | null;
  readonly tables: readonly TableReading[];
  /** Sheets of totals (封面, 汇总表): compared with the roster, not paid from. */
  readonly covers: readonly string[];
  readonly findings: readonly Finding[];
}

/** Whether any table of any file could be used; if not, a run ends with exit code 2. */
export function hasUsableTable(files: readonly FileReading[]): boolean {
  return files.some((file) => file.tables.some((table) => table.usable));
}

/** Nothing of the file was used: what stands in it is in no payment, and nobody knows what it would change. */
export function isUnused({ tables, covers }: FileReading): boolean {
  return covers.length === 0 && !tables.some((table) => table.usable);
}

/** The value of `map --format json` (src/CONTRACT.md §4), findings as the caller renders them. */
export function mapDocument<T>(files: readonly FileReading[], finding: (finding: Finding) => T) {
  return {
    files: files.map((file) => ({
      file: file.file,
      kind: file.kind,
      encoding: file.encoding,
      tables: file.tables.map((table) => ({
        sheet: table.sheet,
        table: table.table,
        header_rows: table.headerRows,
        rows: table.rows,
        columns: table.columns.map(({ column, header, path, field }) => ({
          column: columnLetter(column),
          header,
          path,
          field,
        })),
      })),
      findings: file.findings.map(finding),
    })),
  };
}
