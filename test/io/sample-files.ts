import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openWorkbook, type OpenOptions } from '../../src/io/readers/index.js';
import { type Cell, type MergeRange, ReadFault, type ReadRemark } from '../../src/tables/grid.js';

/** A folder of this test file's own, removed at the end. Gives a function that writes a file and returns its path. */
export function sampleFolder(): { readonly path: string; write(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), 'butie-io-'));
  afterAll(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

export interface ReadSheet {
  readonly name: string;
  readonly visibility: string;
  readonly merges: readonly MergeRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** By row from 1; trailing blanks cut. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
}

export interface ReadBook {
  readonly kind: string;
  readonly encoding: string | null;
  readonly sha256: string;
  readonly remarks: readonly ReadRemark[];
  readonly sheets: readonly ReadSheet[];
}

/** Opens a file and reads every sheet to its end. */
export async function readBook(path: string, options: OpenOptions = {}): Promise<ReadBook> {
  const workbook = await openWorkbook(path, options);
  try {
    const sheets: ReadSheet[] = [];
    for (const sheet of workbook.sheets) {
      const rows = new Map<number, readonly Cell[]>();
      await sheet.scan((row, cells) => {
        rows.set(row, trimmed(cells));
      });
      sheets.push({ ...sheet, rows });
    }
    return { ...workbook, sheets };
  } finally {
    await workbook.close();
  }
}

function trimmed(cells: readonly Cell[]): Cell[] {
  const kept = Array.from(cells, (cell) => (cell as Cell | undefined) ?? null);
  while (kept.length > 0 && kept.at(-1) === null) kept.pop();
  return kept;
}

/** Rows of the first sheet from 1 to the last, blank rows as []. */
export async function readRows(path: string, options: OpenOptions = {}): Promise<readonly (readonly Cell[])[]> {
  const book = await readBook(path, options);
  return rowsOf(book.sheets[0]);
}

export function rowsOf(sheet: ReadSheet | undefined): readonly (readonly Cell[])[] {
  if (sheet === undefined) return [];
  const last = Math.max(0, ...sheet.rows.keys());
  return Array.from({ length: last }, (_, index) => sheet.rows.get(index + 1) ?? []);
}

/** The fault of a file that cannot be read, opening and reading to the end. Fails when it can be read. */
export async function faultOf(path: string, options: OpenOptions = {}): Promise<ReadFault> {
  try {
    await readBook(path, options);
  } catch (error) {
    if (error instanceof ReadFault) return error;
    throw new Error('not a ReadFault', { cause: error });
  }
  throw new Error(`${path} was read`);
}

/** What a cell stores, whatever its number format makes of it. */
export function stored(cell: unknown): unknown {
  const isShown =
    typeof cell === 'object' && cell !== null && 'kind' in cell && cell.kind === 'shown' && 'value' in cell;
  return isShown ? cell.value : cell;
}
