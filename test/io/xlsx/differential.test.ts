import { readdirSync, readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type Cell, cellAddress, ReadFault } from '../../../src/tables/grid.js';
import { CORNERS, present, WILD } from '../shared-inputs.js';
import { openFile } from './workbook-builder.js';

const SHARED = new URL('../../../../shared/', import.meta.url).pathname;
const there = present(WILD) && present(CORNERS);
const FILES = there
  ? ['wild', 'corners'].flatMap((folder) =>
      readdirSync(SHARED + folder)
        .filter((name) => /\.xlsx$|^57-xlsx\.et$/.test(name))
        .map((name) => `${folder}/${name}`),
    )
  : [];

/** A workbook as a flat map: `sheet!A1` → the value in a common spelling. */
type Flat = Map<string, string>;

const spell = (value: string | number | boolean): string =>
  typeof value === 'number' ? `#${value}` : `${typeof value}:${value}`;

async function ours(path: string): Promise<Flat | 'refused'> {
  const flat: Flat = new Map();
  try {
    const book = await openFile(path);
    for (const sheet of book.sheets) {
      await sheet.scan((row, cells) => {
        cells.forEach((cell, column) => {
          const spelt = ourSpelling(cell);
          if (spelt !== null) flat.set(`${sheet.name}!${cellAddress(row, column)}`, spelt);
        });
      });
    }
    await book.close();
    return flat;
  } catch (error) {
    if (error instanceof ReadFault) return 'refused';
    throw error;
  }
}

function ourSpelling(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell !== 'object') return spell(cell);
  // Other libraries give what is stored, whatever the format makes of it.
  if (cell.kind === 'shown') return typeof cell.value === 'number' ? spell(cell.value) : `#${serialOf(cell.value)}`;
  if (cell.kind === 'date') return `#${serialOf(cell.iso)}`;
  return cell.kind === 'error' ? `error:${cell.code}` : null;
}

/** Day number in the 1900 system, for comparing with readers that give numbers. */
function serialOf(iso: string): number {
  const days = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`) / 86_400_000 + 25_569;
  return days < 61 ? days - 1 : days;
}

function bySheetJs(path: string): Flat | 'refused' {
  const flat: Flat = new Map();
  try {
    const book = sheetjs.read(readFileSync(path), { dense: false });
    for (const name of book.SheetNames) {
      const sheet = book.Sheets[name];
      if (sheet === undefined) return 'refused';
      for (const [address, cell] of Object.entries(sheet)) {
        if (address.startsWith('!')) continue;
        const { t, v, w } = cell as sheetjs.CellObject;
        if (t === 'e') flat.set(`${name}!${address}`, `error:${w ?? ''}`);
        else if (t !== 'z' && v !== undefined && v !== '') flat.set(`${name}!${address}`, spell(v as string | number));
      }
    }
    return flat;
  } catch {
    return 'refused';
  }
}

async function byExceljs(path: string): Promise<Flat | 'refused'> {
  const flat: Flat = new Map();
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.readFile(path);
  } catch {
    return 'refused';
  }
  if (book.worksheets.length === 0) return 'refused';
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        // exceljs repeats the value of a merge in all its cells.
        if (cell.type === exceljs.ValueType.Merge) return;
        const spelt = exceljsSpelling(cell.value);
        if (spelt !== null) flat.set(`${sheet.name}!${cell.address}`, spelt);
      });
    });
  }
  return flat;
}

function exceljsSpelling(value: exceljs.CellValue | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'object') return spell(value);
  // exceljs counts on through the 29 February 1900 that never was.
  if (value instanceof Date) return `#${value.getTime() / 86_400_000 + 25_569}`;
  if ('error' in value) return `error:${value.error}`;
  if ('richText' in value) return spell(value.richText.map((run) => run.text).join(''));
  if ('text' in value) return exceljsSpelling(value.text);
  return 'result' in value ? exceljsSpelling(value.result) : null;
}

/** Where the two differ, as `address: ours / theirs`; numbers count as equal to the second of a day. */
function differences(a: Flat, b: Flat): string[] {
  const found: string[] = [];
  for (const address of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(address), b.get(address)];
    if (x === y) continue;
    const close =
      x?.startsWith('#') === true &&
      y?.startsWith('#') === true &&
      Math.abs(Number(x.slice(1)) - Number(y.slice(1))) < 1 / 86_000;
    if (!close) found.push(`${address}: ${x ?? '–'} / ${y ?? '–'}`);
  }
  return found.sort();
}

/** Cells that differ, and why; `refuses` where one of the two does not read the file at all. Nothing else may differ. */
interface Explained {
  readonly why: string;
  readonly cells?: readonly string[];
  readonly refuses?: 'we' | 'they';
}

const SHEETJS: Readonly<Record<string, Explained>> = {
  'wild/rd_calamine_hidden_sheets.xlsx': {
    why: 'shows the cached data of a chart as cells; a chart sheet has none',
    cells: ['Chart!A1', 'Chart!A2', 'Chart!A3', 'Chart!B1', 'Chart!B2', 'Chart!B3'],
  },
  'corners/15-bad-crc.xlsx': { why: 'does not compare checksums', refuses: 'we' },
  'corners/21-billion-laughs.xlsx': { why: 'keeps the entity as text; we refuse document types', refuses: 'we' },
  'corners/22-csv-utf8.xlsx': { why: 'reads a CSV as Latin-1; ours comes here for zip files only', refuses: 'we' },
  'corners/39-empty.xlsx': { why: 'makes an empty workbook of nothing', refuses: 'we' },
  'corners/33-escapes.xlsx': {
    why: 'drops the carriage return of _x000D_; takes &#x20BB7; modulo 65,536',
    cells: ['Sheet1!A1', 'Sheet1!C1'],
  },
  'corners/44-attr-order-quotes.xlsx': {
    why: 'does not know white space before > in an end tag',
    cells: ['Sheet1!A1', 'Sheet1!B1'],
  },
};

const EXCELJS: Readonly<Record<string, Explained>> = {
  'wild/rd_easyexcel_t02_merged_title.xlsx': { why: 'does not know namespace prefixes', refuses: 'they' },
  'wild/rd_easyexcel_t04_vmerge_groups.xlsx': { why: 'does not know namespace prefixes', refuses: 'they' },
  'wild/rd_easyexcel_t09_x005f.xlsx': { why: 'undoes _x000D_ but not _x005f_', cells: ['Sheet1!A1'] },
  'wild/rd_php_hidden_merge.xlsx': { why: 'drops values covered by a merge', cells: ['Sheet1!B2', 'Sheet1!C2'] },
  'corners/04-date1900.xlsx': { why: 'takes the year of an ISO date for a serial number', cells: ['Sheet1!G2'] },
  'corners/10-phonetic.xlsx': { why: 'loses an inline string with a phonetic run', cells: ['Sheet1!B1'] },
  'corners/15-bad-crc.xlsx': { why: 'does not compare checksums', refuses: 'we' },
  'corners/27-prefixed-ns.xlsx': { why: 'does not know namespace prefixes', refuses: 'they' },
  'corners/33-escapes.xlsx': { why: 'loses CDATA', cells: ['Sheet1!E1'] },
};

function compare(mine: Flat | 'refused', theirs: Flat | 'refused', explained: Explained | undefined): void {
  if (mine === 'refused' || theirs === 'refused') {
    const refuses = mine === theirs ? undefined : mine === 'refused' ? 'we' : 'they';
    expect(refuses).toBe(explained?.refuses);
    return;
  }
  const found = differences(mine, theirs);
  expect(
    found.map((line) => line.replace(/: .*$/s, '')),
    found.join('\n'),
  ).toEqual(explained?.cells ?? []);
}

describe.skipIf(!there)('other readers', () => {
  it.each(FILES)('SheetJS reads %s as we do', async (file) => {
    compare(await ours(SHARED + file), bySheetJs(SHARED + file), SHEETJS[file]);
  });

  it.each(FILES)('exceljs reads %s as we do', async (file) => {
    compare(await ours(SHARED + file), await byExceljs(SHARED + file), EXCELJS[file]);
  });

  it('explains only files that are there', () => {
    expect([...Object.keys(SHEETJS), ...Object.keys(EXCELJS)].filter((file) => !FILES.includes(file))).toEqual([]);
  });
});
