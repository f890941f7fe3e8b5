import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Cell, cellAddress } from '../../src/tables/grid.js';
import { type OtherSheet, readWithExcelJs, readWithSheetJs, type Told, tell } from './other-readers.js';
import { type ReadBook, readBook } from './sample-files.js';
import { CORNERS, inputsOf, WILD } from './shared-inputs.js';

/** Where another library differs and why it is the one that is wrong, or simply poorer. One line each. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'sheetjs 02-formula-cached.xlsx Sheet1!D4': 'a formula without a result is shown as an empty cell',
  'exceljs 02-formula-cached.xlsx Sheet1!D4': 'a formula without a result is shown as an empty cell',
  'exceljs 04-date1900.xlsx *': 'reads t="d" as 1905, and is a day off for times and before 1 March 1900',
  'exceljs 10-phonetic.xlsx Sheet1!B1': 'loses an inline text with phonetic runs',
  'sheetjs 33-escapes.xlsx Sheet1!A1': 'gives up the CR of _x000D_',
  'sheetjs 33-escapes.xlsx Sheet1!C1': 'cuts &#x20BB7; to 16 bits and shows another character',
  'exceljs 33-escapes.xlsx Sheet1!E1': 'loses CDATA',
  'sheetjs 44-attr-order-quotes.xlsx *': 'takes the blank in </t > and </c > for text',
  'sheetjs 50-biff8-small.xls *': 'a formula that nobody calculated is shown as an empty cell',
  'sheetjs 56-biff8.et *': 'a formula that nobody calculated is shown as an empty cell',
  'sheetjs rd_calamine_hidden_sheets.xlsx Chart': 'lists a chart sheet, which has no cells',
  'exceljs rd_easyexcel_t09_x005f.xlsx Sheet1!A1': 'resolves the escaped escape _x005f_x000D_',
  'exceljs rd_hutool_time_only.xlsx *': 'makes a time without a day a date of 1899, a day off',
  'exceljs rd_php_hidden_merge.xlsx *': 'hides values that stand in covered cells of a merge',
};

/** Files on which another library fails altogether. */
const FAILS: Readonly<Record<string, string>> = {
  'exceljs 27-prefixed-ns.xlsx': 'prefixed names',
  'exceljs rd_easyexcel_t02_merged_title.xlsx': 'prefixed names',
  'exceljs rd_easyexcel_t04_vmerge_groups.xlsx': 'prefixed names',
};

/** Damaged or protected: refused by us on purpose (their tests stand in corners and wild). */
const REFUSED = /^(13-|15-|21-|39-|54-|enc_)/;

function explained(library: string, file: string, place: string): boolean {
  return `${library} ${file} ${place}` in EXPLAINED || `${library} ${file} *` in EXPLAINED;
}

/** Equal, or a date whose day number we round to the second. */
function agree(cell: Cell, theirs: Told): boolean {
  const ours = tell(cell);
  if (ours === theirs) return true;
  const dated = typeof cell === 'object' && cell?.kind === 'date';
  return (
    dated && theirs?.startsWith('n:') === true && Math.abs(Number(ours?.slice(2)) - Number(theirs.slice(2))) < 1e-5
  );
}

function differences(library: string, file: string, book: ReadBook, theirs: readonly OtherSheet[]): string[] {
  const found: string[] = [];
  const told = (place: string, text: string): void => {
    if (!explained(library, file, place)) found.push(`${place}: ${text}`);
  };
  for (const { name } of theirs)
    if (!book.sheets.some((sheet) => sheet.name === name)) told(name, 'a sheet we do not show');
  for (const sheet of book.sheets) {
    const other = theirs.find(({ name }) => name === sheet.name);
    if (other === undefined) {
      told(sheet.name, 'a sheet they do not show');
      continue;
    }
    const seen = new Set<string>();
    for (const [row, cells] of sheet.rows)
      cells.forEach((cell, column) => {
        const address = cellAddress(row, column);
        seen.add(address);
        const theirCell = other.cells.get(address) ?? null;
        if (!agree(cell, theirCell)) told(`${sheet.name}!${address}`, `${String(tell(cell))} / ${String(theirCell)}`);
      });
    for (const [address, cell] of other.cells)
      if (!seen.has(address)) told(`${sheet.name}!${address}`, `nothing / ${String(cell)}`);
  }
  return found;
}

const files = [CORNERS, WILD].flatMap((folder) =>
  inputsOf(folder)
    .filter((name) => /\.(xlsx|xls|et|ods)$/.test(name) && !REFUSED.test(name))
    .map((name) => join(folder, name)),
);

describe.skipIf(files.length === 0)('cell by cell against other libraries', () => {
  test.each(files.map((path) => [basename(path), path]))('%s', async (name, path) => {
    const book = await readBook(path);
    // Given bytes, SheetJS decodes CSV and HTML as Latin-1.
    if (book.kind === 'csv' || book.kind === 'html') return;
    expect(differences('sheetjs', name, book, readWithSheetJs(path))).toEqual([]);
    if (book.kind !== 'xlsx') return;
    if (`exceljs ${name}` in FAILS) await expect(readWithExcelJs(path)).rejects.toThrow(TypeError);
    else expect(differences('exceljs', name, book, await readWithExcelJs(path))).toEqual([]);
  });
});
