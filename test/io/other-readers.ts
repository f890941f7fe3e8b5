import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import type { Cell } from '../../src/tables/grid.js';

/** A cell as another library gives it, in words that can be compared with ours; null for an empty one. */
export type Told = string | null;

export interface OtherSheet {
  readonly name: string;
  /** Address (`F17`) → cell. */
  readonly cells: ReadonlyMap<string, Told>;
  readonly dateCells: ReadonlySet<string>;
}

/** Our cell in the same words. Dates are told as day numbers, so that the other side need not know about formats. */
export function tell(cell: Cell): Told {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return `t:${cell}`;
  if (typeof cell === 'number') return `n:${cell}`;
  if (typeof cell === 'boolean') return `b:${cell}`;
  // Other libraries give what is stored, whatever the format makes of it.
  if (cell.kind === 'shown') return typeof cell.value === 'number' ? `n:${cell.value}` : `n:${serialOf(cell.value)}`;
  if (cell.kind === 'date') return `n:${serialOf(cell.iso)}`;
  return cell.kind === 'error' ? `e:${cell.code}` : 'no-result';
}

/** Day number of 1900 of an ISO date, by another road than the reader's. */
function serialOf(iso: string): number {
  const milliseconds = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`);
  const serial = (milliseconds - Date.UTC(1899, 11, 30)) / 86_400_000;
  return serial < 61 ? serial - 1 : serial;
}

/** Reads with SheetJS; throws what it throws. */
export function readWithSheetJs(path: string): readonly OtherSheet[] {
  const book = XLSX.read(readFileSync(path), { type: 'buffer', dense: false, raw: true, cellNF: true });
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] as Record<string, XLSX.CellObject> | undefined;
    const cells = new Map<string, Told>();
    const dateCells = new Set<string>();
    for (const [address, cell] of Object.entries(sheet ?? {})) {
      if (address.startsWith('!')) continue;
      const told = tellSheetJs(cell);
      if (told !== null) cells.set(address, told);
    }
    return { name, cells, dateCells };
  });
}

function tellSheetJs(cell: XLSX.CellObject): Told {
  switch (cell.t) {
    case 's':
      return cell.v === '' ? null : `t:${String(cell.v)}`;
    case 'n':
      return `n:${String(cell.v)}`;
    case 'b':
      return `b:${String(cell.v)}`;
    case 'e':
      return `e:${cell.w ?? ''}`;
    default:
      return null;
  }
}

/** Reads with exceljs' whole-workbook reader (never its stream); throws what it throws. */
export async function readWithExcelJs(path: string): Promise<readonly OtherSheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.map((sheet) => {
    const cells = new Map<string, Told>();
    const dateCells = new Set<string>();
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        // exceljs repeats the value in every cell of a merge.
        if (cell.isMerged && cell.master.address !== cell.address) return;
        const told = tellExcelJs(cell.value);
        if (told !== null) cells.set(cell.address, told);
      });
    });
    return { name: sheet.name, cells, dateCells };
  });
}

function tellExcelJs(value: ExcelJS.CellValue): Told {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return `t:${value}`;
  if (typeof value === 'number') return `n:${value}`;
  if (typeof value === 'boolean') return `b:${value}`;
  if (value instanceof Date) return `n:${serialOf(value.toISOString().slice(0, 19))}`;
  if ('error' in value) return `e:${value.error}`;
  if ('richText' in value) return `t:${value.richText.map(({ text }) => text).join('')}`;
  if ('hyperlink' in value) return tellExcelJs(value.text);
  if ('result' in value) return tellExcelJs(value.result ?? null);
  return null;
}
