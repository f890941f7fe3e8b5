import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../src/tables/grid.js';
import { present, WILD } from '../shared-inputs.js';
import { openFile, rowsOf } from './workbook-builder.js';

const there = present(WILD);

async function cell(book: Workbook, sheet: number, row: number, column: number): Promise<unknown> {
  return (await rowsOf(book, sheet)).get(row)?.[column] ?? null;
}

/** What index.tsv says about reading itself; headers and footers are other tests' business. */
const EXPECTED: Readonly<Record<string, (book: Workbook) => Promise<void>>> = {
  'anon_magicodes_students_problems.xlsx': async (book) => {
    const rows = await rowsOf(book);
    const numbers = [...rows.values()].slice(1).map((cells) => cells[1]);
    expect(rows.get(1)).toHaveLength(16);
    expect(numbers).toHaveLength(16);
    expect(numbers.every((number) => typeof number === 'string')).toBe(true);
    expect(new Set(numbers).size).toBe(15);
  },
  'bank_wechat_preamble.xlsx': async (book) => {
    expect(book.sheets).toHaveLength(2);
    expect((await rowsOf(book, 0)).get(18)).toHaveLength(11);
    expect(await cell(book, 0, 19, 5)).toBe('¥28.16');
    expect(await cell(book, 1, 19, 5)).toBe(28.16);
  },
  'misc_excelmatch_3sheets.xlsx': async (book) => {
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['员工信息表', '考勤表', '薪资表']);
    for (const sheet of [0, 1, 2]) expect((await rowsOf(book, sheet)).size).toBe(4);
    expect(await cell(book, 0, 2, 3)).toEqual({ kind: 'date', iso: '2020-01-15' });
  },
  'pay_tidaybreak_header_row5.xlsx': async (book) => {
    expect((await rowsOf(book)).get(5)).toHaveLength(23);
    expect((await rowsOf(book)).size).toBe(6);
  },
  'rd_calamine_hidden_sheets.xlsx': (book) => {
    // The chart sheet has no cells and is left out.
    expect(book.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['Visible', 'visible'],
      ['Hidden', 'hidden'],
      ['VeryHidden', 'very-hidden'],
    ]);
    return Promise.resolve();
  },
  'rd_calamine_phonetic.xlsx': async (book) => expect(await cell(book, 0, 1, 0)).toBe('課きく　毛こ'),
  'rd_calamine_x000D.xlsx': async (book) => expect(await cell(book, 0, 1, 0)).toBe('ABC\r\nDEF'),
  'rd_easyexcel_dataformat.xlsx': async (book) => {
    const dates = [...(await rowsOf(book))].slice(1).map(([, cells]) => cells[0]);
    const isDate = (value: unknown): boolean => typeof value === 'object' && value !== null && 'iso' in value;
    expect(dates.length).toBe(27);
    expect(dates.filter((value) => !isDate(value))).toEqual([]);
  },
  'rd_easyexcel_t02_merged_title.xlsx': async (book) => {
    expect(await cell(book, 0, 3, 2)).toBe('1，2-戊二醇');
    expect(book.sheets[0]?.merges).toHaveLength(1);
  },
  'rd_easyexcel_t04_vmerge_groups.xlsx': async (book) => {
    const rows = await rowsOf(book);
    expect(rows.size).toBe(57);
    expect(rows.get(2)?.[5]).toBe('QQSJK28F152A012242S0081');
    expect(book.sheets[0]?.merges.some((range) => range.firstRow === 2 && range.lastRow === 9)).toBe(true);
  },
  'rd_easyexcel_t06_float.xlsx': async (book) => expect(await cell(book, 0, 1, 2)).toBe(2087.0249999999996),
  'rd_easyexcel_t09_x005f.xlsx': async (book) => expect(await cell(book, 0, 1, 0)).toBe('SH_x000D_Z002'),
  'rd_edr_fullwidth_space.xlsx': async (book) => {
    const texts = [...(await rowsOf(book)).values()].flat().filter((value) => typeof value === 'string');
    expect(texts.map((text) => text.replace(/^[\s　]+|[\s　]+$/g, ''))).toContain('text');
    expect(texts.some((text) => text.includes('　'))).toBe(true);
  },
  'rd_hutool_blank_date_noheader.xlsx': async (book) => expect((await rowsOf(book)).size).toBeGreaterThan(0),
  'rd_hutool_merge.xlsx': async (book) => {
    expect(book.sheets[0]?.merges).toContainEqual({ firstRow: 2, lastRow: 3, firstColumn: 2, lastColumn: 2 });
    expect(await cell(book, 0, 3, 2)).toBe(null);
  },
  'rd_hutool_time_only.xlsx': async (book) => {
    const cells = [...(await rowsOf(book)).values()].flat();
    expect(JSON.stringify(cells)).not.toContain('1899');
    expect(cells.some((value) => typeof value === 'number' && value > 0 && value < 1)).toBe(true);
  },
  'rd_magicodes_instr_blank_rows.xlsx': async (book) => {
    const filled = [...(await rowsOf(book)).keys()];
    expect(filled.filter((row) => row > 2 && row <= 11)).toEqual([3, 4, 5, 7, 9, 11]);
  },
  'rd_php_hidden_merge.xlsx': async (book) => {
    const rows = await rowsOf(book);
    expect([rows.get(1)?.[1], rows.get(2)?.[0], rows.get(2)?.[1], rows.get(2)?.[2]]).toEqual([2, 12, 4, 3]);
  },
  'rd_poi_strict_ooxml.xlsx': async (book) => {
    expect(book.sheets).toHaveLength(3);
    expect(await cell(book, 0, 1, 0)).toBe('Test spreadsheet');
  },
  'rd_sheetjs_wps.xlsx': async (book) => {
    const rows = await rowsOf(book);
    expect(rows.size).toBe(4);
    expect(Math.max(...[...rows.values()].map((cells) => cells.length))).toBe(4);
  },
};

describe.skipIf(!there)('files from the wild', () => {
  for (const exact of [false, true]) {
    it.each(Object.entries(EXPECTED))(`%s, ${exact ? 'exact' : 'fast'} path`, async (name, check) => {
      const book = await openFile(WILD + name, { exact });
      await check(book);
      await book.close();
    });
  }

  it('leaves no xlsx file out', () => {
    const found = readdirSync(WILD).filter((name) => name.endsWith('.xlsx'));
    // enc_* are encrypted containers, not zip files.
    expect(found.filter((name) => EXPECTED[name] === undefined && !name.startsWith('enc_'))).toEqual([]);
  });
});
