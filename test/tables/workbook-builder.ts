import type { Cell, FileKind, MergeRange, ReadRemark, RowVisitor, Sheet, Workbook } from '../../src/tables/grid.js';

/** What a built sheet may carry besides its cells; everything has a harmless default. */
export interface GridSheetOptions {
  /** Ranges as the spreadsheet shows them, `A1:C2`. */
  readonly merges?: readonly string[];
  readonly visibility?: Sheet['visibility'];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly filtered?: boolean;
}

export interface GridWorkbookOptions {
  readonly file?: string;
  readonly kind?: FileKind;
  readonly encoding?: string | null;
  readonly sha256?: string;
  readonly remarks?: readonly ReadRemark[];
  /** By sheet name; a bare list of ranges counts for every sheet that is not named in `sheets`. */
  readonly merges?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  readonly sheets?: Readonly<Record<string, GridSheetOptions>>;
}

/** `row[0]` is column A. Rows without a non-empty cell are skipped, as readers do. `undefined` is an empty cell. */
export type GridRows = readonly (readonly (Cell | undefined)[])[];

/** A date cell: `date('2023-09-12')`. */
export function date(iso: string): Cell {
  return { kind: 'date', iso };
}

/** An error cell: `errorCell('#REF!')`. */
export function errorCell(code: string): Cell {
  return { kind: 'error', code };
}

/** `A1:C2` → rows from 1, columns from 0, inclusive. Throws on anything else. */
export function range(text: string): MergeRange {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text);
  if (match === null) throw new Error(`not a range: ${text}`);
  return {
    firstColumn: columnNumber(match[1] ?? ''),
    firstRow: Number(match[2]),
    lastColumn: columnNumber(match[3] ?? ''),
    lastRow: Number(match[4]),
  };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/**
 * A workbook in memory for tests: `gridWorkbook({ 住户: [['户编号', …], ['HH1', …]] }, { merges: ['A1:C1'] })`.
 * Its scan reuses one array for every row, as the contract of `RowVisitor` allows readers to do.
 */
export function gridWorkbook(
  sheets: Readonly<Record<string, GridRows>>,
  options: GridWorkbookOptions = {},
): Workbook & { readonly scans: () => number } {
  let scans = 0;
  const built = Object.entries(sheets).map(([name, rows]): Sheet => {
    const own = options.sheets?.[name] ?? {};
    const shared = Array.isArray(options.merges)
      ? (options.merges as readonly string[])
      : ((options.merges as Readonly<Record<string, readonly string[]>> | undefined)?.[name] ?? []);
    return {
      name,
      visibility: own.visibility ?? 'visible',
      merges: (own.merges ?? shared).map(range),
      hiddenRows: own.hiddenRows ?? [],
      hiddenColumns: own.hiddenColumns ?? [],
      filtered: own.filtered ?? false,
      scan: (visit: RowVisitor) => {
        scans += 1;
        const reused: Cell[] = [];
        for (const [index, row] of rows.entries()) {
          if (!row.some((cell) => cell !== null && cell !== undefined && cell !== '')) continue;
          reused.length = 0;
          for (const cell of row) reused.push(cell ?? null);
          if (visit(index + 1, reused) === false) break;
        }
        return Promise.resolve();
      },
    };
  });
  return {
    file: options.file ?? '测试.xlsx',
    kind: options.kind ?? 'xlsx',
    encoding: options.encoding ?? null,
    sheets: built,
    sha256: options.sha256 ?? '0'.repeat(64),
    bytes: 0,
    remarks: options.remarks ?? [],
    close: () => Promise.resolve(),
    scans: () => scans,
  };
}
