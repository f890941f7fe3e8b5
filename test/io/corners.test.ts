import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/tables/grid.js';
import { faultOf, readBook, readRows, rowsOf } from './sample-files.js';
import { CORNERS, inputsOf, present } from './shared-inputs.js';

type Expected = string | readonly (readonly (string | number | boolean | null)[])[];

const there = present(CORNERS);
const expected: Readonly<Record<string, Expected>> = there
  ? (JSON.parse(readFileSync(join(CORNERS, 'expected.json'), 'utf8')) as Record<string, Expected>)
  : {};
const at = (name: string): string => join(CORNERS, name);

/** Faults named in the table of right answers by ERR. */
const FAULTS: Readonly<Record<string, string>> = {
  '13-truncated.xlsx': 'truncated',
  '15-bad-crc.xlsx': 'checksum',
  '21-billion-laughs.xlsx': 'entities',
  '39-empty.xlsx': 'empty',
  '54-encrypted-agile.xlsx': 'encrypted',
};

/** Right answers that are those of another file: conversions and renamed copies. */
const SAME_AS: Readonly<Record<string, string>> = {
  '53-lo-01-merged-header.xls': '01-merged-header.xlsx',
  '53-lo-04-date1900.xls': '04-date1900.xlsx',
  '57-xlsx.et': '01-merged-header.xlsx',
  '60-ods.ods': '01-merged-header.xlsx',
};

/** Files with a test of their own below. */
const OWN = new Set([
  '22-csv-utf8.xlsx',
  '41-rare-inline.xlsx',
  '50-biff8-small.xls',
  '53-lo-02-formula-cached.xls',
  '53-lo-08-errors.xls',
  '53-lo-09-hidden.xls',
  '56-biff8.et',
  '61-biff5-sheetjs.xls',
  '63-rare.xls',
]);

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Our cell in the words of expected.json, given the word that stands there. */
function inWords(cell: Cell, word: unknown): unknown {
  if (cell === null || typeof cell !== 'object') {
    if (word === 'N' && typeof cell === 'number') return 'N';
    if (word === '0.5 day' && cell === 0.5) return '0.5 day';
    return cell;
  }
  if (cell.kind === 'date')
    return typeof word === 'string' && `D:${cell.iso}`.startsWith(word) ? word : `D:${cell.iso}`;
  if (cell.kind === 'error') return `E:${cell.code}`;
  // A formula that nobody calculated: null in the table, and never a zero.
  return word === null ? null : 'no-result';
}

async function expectRows(name: string, answer: Expected): Promise<void> {
  const rows = await readRows(at(name));
  if (typeof answer === 'string') throw new Error(`no rows are expected of ${name}`);
  answer.forEach((line, row) => {
    const cells = rows[row] ?? [];
    const width = Math.max(line.length, cells.length);
    const told = Array.from({ length: width }, (_, column) => inWords(cells[column] ?? null, line[column] ?? null));
    expect(told, `row ${row + 1}`).toEqual(Array.from({ length: width }, (_, column) => line[column] ?? null));
  });
}

describe.skipIf(!there)('corner files', () => {
  test('every file has an answer here', () => {
    for (const name of inputsOf(CORNERS))
      expect([name in FAULTS, OWN.has(name), name in SAME_AS, Array.isArray(expected[name])].some(Boolean), name).toBe(
        true,
      );
  });

  const withRows = Object.entries(expected).filter(([name, answer]) => Array.isArray(answer) && !OWN.has(name));
  test.each(withRows)('%s', async (name, answer) => {
    await expectRows(name, answer);
  });

  test.each(Object.entries(SAME_AS))('%s as %s', async (name, other) => {
    await expectRows(name, expected[other] ?? '');
  });

  test.each(Object.entries(FAULTS))('%s is refused: %s', async (name, reason) => {
    expect((await faultOf(at(name))).reason).toBe(reason);
  });

  test('a CSV under the name of a workbook', async () => {
    const book = await readBook(at('22-csv-utf8.xlsx'));
    expect(book).toMatchObject({ kind: 'csv', encoding: 'utf-8' });
    expect(book.remarks).toEqual([{ code: 'FIL-02', sheet: null, params: { found: 'csv', expected: '.xlsx' } }]);
    expect(rowsOf(book.sheets[0])[1]?.[1]).toBe('510101199001011234');
  });

  test('HTML under the name of a workbook says so', async () => {
    for (const name of ['24-html-utf8.xls', '25-html-gb2312.xls'])
      expect((await readBook(at(name))).remarks).toEqual([
        { code: 'FIL-02', sheet: null, params: { found: 'html', expected: '.xls' } },
      ]);
  });

  test.each(['41-rare-inline.xlsx', '63-rare.xls'])('%s: no character is damaged', async (name) => {
    const rows = await readRows(at(name));
    const names = rows.flat().filter((cell) => cell !== null);
    expect(names.length).toBeGreaterThanOrEqual(60_000);
    const damaged = names.filter(
      (cell) => typeof cell !== 'string' || /\ufffd/.test(cell) || LONE_SURROGATE.test(cell),
    );
    expect(damaged).toEqual([]);
    expect(
      names.some((cell) => typeof cell === 'string' && Array.from(cell).some((c) => (c.codePointAt(0) ?? 0) > 0xffff)),
    ).toBe(true);
  });

  test.each(['50-biff8-small.xls', '56-biff8.et'])(
    '%s: texts, dates, lost digits, formulas nobody calculated',
    async (name) => {
      const book = await readBook(at(name));
      expect(book.kind).toBe('xls');
      expect(book.remarks).toEqual([]);
      const [sheet] = book.sheets;
      expect(sheet?.name).toBe('花名册');
      expect(sheet?.rows.get(2)?.slice(0, 7)).toEqual([
        1,
        'HH0000001',
        '张三丰1',
        '510101195102020001',
        { kind: 'date', iso: '1951-02-02' },
        1.25,
        '6228480400000007919',
      ]);
      expect(sheet?.rows.get(2)?.[8]).toEqual({ kind: 'no-result' });
      expect(typeof sheet?.rows.get(8)?.[0]).toBe('number');
      expect(sheet?.merges.map(({ firstRow }) => firstRow)).toEqual([7]);
    },
  );

  test('formulas that LibreOffice calculated on the way to .xls', async () => {
    const rows = await readRows(at('53-lo-02-formula-cached.xls'));
    // D4 asks for the time of day; LibreOffice answered.
    expect(typeof rows[3]?.[3]).toBe('number');
    expect(rows.map((row, i) => (i === 3 ? row.slice(0, 3) : row))).toEqual([
      ['数量', '单价', '合计', '文本'],
      [2, 3.5, 7, '数量单价'],
      [4, 3.5, 14, true],
      [5, 1, 5],
    ]);
  });

  test('errors: #NAME? became #VALUE! in the conversion', async () => {
    const codes = (await readRows(at('53-lo-08-errors.xls')))[0]?.map((cell) =>
      typeof cell === 'object' && cell?.kind === 'error' ? cell.code : cell,
    );
    expect(codes).toEqual(['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#VALUE!', true]);
  });

  test('hidden sheets, rows and columns of an .xls', async () => {
    const book = await readBook(at('53-lo-09-hidden.xls'));
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['封面', 'visible'],
      ['隐藏', 'hidden'],
      ['花名册', 'visible'],
      ['极隐藏', 'hidden'],
    ]);
    expect(book.sheets[2]).toMatchObject({ hiddenRows: [2], hiddenColumns: [1] });
  });

  test('Excel 95 is recognised', async () => {
    const book = await readBook(at('61-biff5-sheetjs.xls'));
    expect(book.kind).toBe('xls');
    expect(book.sheets[0]?.rows.get(4)?.[3]).toBe(12.5);
  });
});
