/** What a workbook may hold at most. Beyond it the file is refused as a bomb before memory or time is spent on it. */
export interface XlsxLimits {
  /** Entries of the zip directory. */
  readonly entries: number;
  /** Bytes of one small part (workbook, relationships, styles). */
  readonly smallPartBytes: number;
  /** Bytes of one sheet, inflated. */
  readonly sheetBytes: number;
  /** Bytes of everything before and after the rows of a sheet. */
  readonly outlineBytes: number;
  /** Bytes of the string table, inflated. */
  readonly stringBytes: number;
  readonly strings: number;
  /** UTF-16 units of all shared strings together. */
  readonly stringChars: number;
  /** Inflated bytes may be this many times the deflated ones, once they exceed `ratioFrom` bytes. Sheets that are all
   * alike in every row reach 30; bombs begin above 150. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Cell elements of one sheet, empty ones included. */
  readonly cells: number;
  /** UTF-16 units of one cell. Excel's own limit is 32,767; other writers go slightly past it. */
  readonly cellText: number;
  /** Bytes of one row's XML. */
  readonly rowBytes: number;
  readonly merges: number;
}

const MIB = 1 << 20;

export const XLSX_LIMITS: XlsxLimits = {
  entries: 65_535,
  smallPartBytes: 64 * MIB,
  sheetBytes: 3072 * MIB,
  outlineBytes: 128 * MIB,
  stringBytes: 512 * MIB,
  strings: 8_000_000,
  stringChars: 128_000_000,
  ratio: 100,
  ratioFrom: 64 * MIB,
  sheets: 4096,
  rows: 1_048_576,
  columns: 16_384,
  cells: 100_000_000,
  cellText: 40_000,
  rowBytes: 32 * MIB,
  merges: 1_000_000,
};
