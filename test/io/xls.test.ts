import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { NO_RESULT } from '../../src/tables/grid.js';
import { biffBook, double, long, record, word } from './biff-stream.js';
import { faultOf, readBook, readRows, rowsOf, sampleFolder, stored } from './sample-files.js';

const folder = sampleFolder();
const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030');
const wide = (text: string): Buffer =>
  Buffer.concat([word(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
const short = (text: string): Buffer => Buffer.concat([Buffer.from([text.length, 1]), Buffer.from(text, 'utf16le')]);

describe('xls of Excel 97 and later', () => {
  test('values, sheets, hidden rows and columns, merges', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['花名册', null, null, null],
      ['张䶮𠮷', '640181199001010010', 12.5, true],
      [null, 640181199001010000, -3, false],
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
    const hidden = XLSX.utils.aoa_to_sheet([['藏']]);
    const bytes = XLSX.write(
      { SheetNames: ['名册', '藏'], Sheets: { 名册: sheet, 藏: hidden }, Workbook: { Sheets: [{}, { Hidden: 1 }] } },
      { type: 'buffer', bookType: 'biff8' },
    ) as Buffer;
    const book = await readBook(folder.write('a.xls', bytes));
    expect(book.kind).toBe('xls');
    expect(book.sheets.map((s) => [s.name, s.visibility])).toEqual([
      ['名册', 'visible'],
      ['藏', 'hidden'],
    ]);
    expect(rowsOf(book.sheets[0])).toEqual([
      ['花名册'],
      ['张䶮𠮷', '640181199001010010', 12.5, true],
      [null, 640181199001010000, -3, false],
    ]);
    expect(book.sheets[0]?.merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 }]);
  });

  /** Styles 0… with these formats; then one NUMBER cell a style in row 1. */
  function dated(formats: readonly number[], value: number, custom: readonly Buffer[] = [], date1904 = 0): Buffer {
    return biffBook({
      version: 0x0600,
      globals: [
        record(0x22, word(date1904)),
        ...custom,
        ...formats.map((id) => record(0xe0, word(0, id), Buffer.alloc(16))),
      ],
      sheets: [{ name: short('名册'), records: formats.map((_, i) => record(0x203, word(0, i, i), double(value))) }],
    });
  }

  test('dates by number format, the Chinese built-in ids included', async () => {
    const ids = [14, 22, 27, 31, 36, 50, 57, 58, 0, 1, 2, 4, 9, 49, 37];
    const cells = (await readRows(folder.write('dates.xls', dated(ids, 45292))))[0];
    expect(cells?.slice(0, 8)).toEqual(ids.slice(0, 8).map(() => ({ kind: 'date', iso: '2024-01-01' })));
    expect(cells?.slice(8).map(stored)).toEqual(ids.slice(8).map(() => 45292));
  });

  test('dates in the 1904 system, with time, of custom formats', async () => {
    const format = (id: number, code: string): Buffer => record(0x41e, word(id), wide(code));
    const codes = [
      format(164, 'yyyy"年"m"月"d"日";@'),
      format(165, '#,##0.00"元/月"'),
      format(166, '[$-804]aaaa'),
      format(167, '[h]:mm'),
    ];
    const bytes = dated([164, 165, 166, 167], 43830.75, codes, 1);
    expect((await readRows(folder.write('1904.xls', bytes)))[0]).toEqual([
      { kind: 'date', iso: '2024-01-01T18:00:00' },
      43830.75,
      { kind: 'date', iso: '2024-01-01T18:00:00' },
      43830.75,
    ]);
  });

  test('a time without a day, the day that never was and negative numbers stay numbers', async () => {
    for (const value of [0.5, 60, -5, 0, 3_000_000])
      expect((await readRows(folder.write('n.xls', dated([14], value))))[0]).toEqual([value]);
    expect((await readRows(folder.write('n.xls', dated([14], 59))))[0]).toEqual([{ kind: 'date', iso: '1900-02-28' }]);
    expect((await readRows(folder.write('n.xls', dated([14], 61))))[0]).toEqual([{ kind: 'date', iso: '1900-03-01' }]);
  });

  test('formulas: numbers, texts, truth, errors, empty text, and those that nobody calculated', async () => {
    const formula = (column: number, result: Buffer | readonly number[], flags: number, chain: number): Buffer =>
      record(0x06, word(0, column, 0), result, word(flags), long(chain), word(0));
    const special = (kind: number, value = 0): number[] => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
    const text = wide('合计');
    const records = [
      formula(0, double(7), 0, 0xfe000001),
      formula(1, special(0), 0, 0xfe000001),
      record(0x207, text),
      formula(2, special(1, 1), 0, 0xfe000001),
      formula(3, special(2, 0x17), 0, 0xfe000001),
      formula(4, special(3), 0, 0xfe000001),
      formula(5, special(3), 0, 0),
      formula(6, double(0), 2, 0),
      formula(7, double(0), 0, 0xfe000001),
      formula(8, double(-1), 2, 0),
    ];
    const bytes = biffBook({ version: 0x0600, globals: [], sheets: [{ name: short('a'), records }] });
    expect((await readRows(folder.write('f.xls', bytes)))[0]).toEqual([
      7,
      '合计',
      true,
      { kind: 'error', code: '#REF!' },
      null,
      NO_RESULT,
      NO_RESULT,
      0,
      -1,
    ]);
  });

  test('a shared text cut by a continuation record inside its characters, wide before and narrow after', async () => {
    const sst = record(0xfc, long(2), long(2), word(4), [1], Buffer.from('张三', 'utf16le'));
    const rest = record(0x3c, [0], Buffer.from('ab', 'latin1'), word(2), [1], Buffer.from('𠮷', 'utf16le'));
    const bytes = biffBook({
      version: 0x0600,
      globals: [sst, rest],
      sheets: [
        { name: short('a'), records: [record(0xfd, word(0, 0, 0), long(0)), record(0xfd, word(0, 1, 0), long(1))] },
      ],
    });
    expect(await readRows(folder.write('sst.xls', bytes))).toEqual([['张三ab', '𠮷']]);
    const outside = biffBook({
      version: 0x0600,
      globals: [],
      sheets: [{ name: short('a'), records: [record(0xfd, word(0, 0, 0), long(9))] }],
    });
    expect((await faultOf(folder.write('out.xls', outside))).reason).toBe('corrupt');
  });

  test('hidden rows and columns, packed numbers, filters', async () => {
    const rk = (value: number): Buffer => long((value << 2) | 2);
    const records = [
      record(0x7d, word(1, 2, 0, 0, 1)),
      record(0x208, word(1, 0, 3, 0, 0, 0, 0x20, 0)),
      record(0x9b),
      record(0xbd, word(1, 0), word(0), rk(5), word(0), long((1250 << 2) | 3), word(1)),
    ];
    const book = await readBook(
      folder.write('h.xls', biffBook({ version: 0x0600, globals: [], sheets: [{ name: short('a'), records }] })),
    );
    expect(book.sheets[0]).toMatchObject({ hiddenRows: [2], hiddenColumns: [1, 2], filtered: true });
    expect(book.sheets[0]?.rows.get(2)).toEqual([5, 12.5]);
  });

  test('rows near the limit of the format are remarked', async () => {
    const records = [record(0x203, word(65_535, 0, 0), double(1))];
    const book = await readBook(
      folder.write('full.xls', biffBook({ version: 0x0600, globals: [], sheets: [{ name: short('甲'), records }] })),
    );
    expect(book.remarks).toEqual([{ code: 'FIL-07', sheet: '甲', params: { rows: 65_536, limit: 65_536 } }]);
  });
});

describe('xls of Excel 2 to 95', () => {
  test('BIFF5 in code page 936', async () => {
    const name = gbk('名册');
    const label = gbk('张三（女）');
    const bytes = biffBook({
      version: 0x0500,
      globals: [record(0x42, word(936)), record(0xe0, word(0, 14), Buffer.alloc(12))],
      sheets: [
        {
          name: Buffer.concat([Buffer.from([name.length]), name]),
          records: [record(0x204, word(0, 0, 0, label.length), label), record(0x203, word(0, 1, 0), double(45292))],
        },
      ],
    });
    const book = await readBook(folder.write('95.xls', bytes));
    expect(book.sheets[0]?.name).toBe('名册');
    expect(rowsOf(book.sheets[0])).toEqual([['张三（女）', { kind: 'date', iso: '2024-01-01' }]]);
  });

  test('BIFF2 in code page 936, dates by the order of the formats', async () => {
    const label = gbk('张三');
    const bytes = Buffer.concat([
      record(0x09, word(2, 0x10)),
      record(0x42, word(936)),
      record(0x1e, [7], Buffer.from('General')),
      record(0x1e, [10], Buffer.from('yyyy-mm-dd')),
      record(0x04, word(0, 0), [0, 0, 0, label.length], label),
      record(0x03, word(0, 1), [0, 1, 0], double(45292)),
      record(0x02, word(0, 2), [0, 0, 0], word(8000)),
      record(0x05, word(0, 3), [0, 0, 0, 0x17, 1]),
      record(0x0a),
    ]);
    expect(await readRows(folder.write('2.xls', bytes))).toEqual([
      ['张三', { kind: 'date', iso: '2024-01-01' }, 8000, { kind: 'error', code: '#REF!' }],
    ]);
  });

  test.each(['biff2', 'biff3', 'biff4', 'biff5'] as const)('%s as another program writes it', async (bookType) => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['name', 'amount'],
      ['x', 12.5],
      [null, true],
    ]);
    const bytes = XLSX.write(
      { SheetNames: ['a'], Sheets: { a: sheet } },
      { type: 'buffer', bookType: bookType as XLSX.BookType },
    ) as Buffer;
    expect(await readRows(folder.write(`${bookType}.xls`, bytes))).toEqual([
      ['name', 'amount'],
      ['x', 12.5],
      [null, true],
    ]);
  });
});

describe('damage and protection', () => {
  const whole = (): Buffer => {
    const sheet = XLSX.utils.aoa_to_sheet(Array.from({ length: 400 }, (_, i) => [`张${i}`, `64018119900101${i}`, i]));
    return XLSX.write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  };

  test('a file cut short is truncated, wherever it is cut', async () => {
    const bytes = whole();
    for (const part of [0.1, 0.3, 0.5, 0.9]) {
      const fault = await faultOf(folder.write('cut.xls', bytes.subarray(0, Math.floor(bytes.length * part))));
      expect(fault.reason).toBe('truncated');
    }
  });

  test('protection by FILEPASS', async () => {
    const bytes = biffBook({ version: 0x0600, globals: [record(0x2f, word(0, 1, 2))], sheets: [] });
    expect((await faultOf(folder.write('pass.xls', bytes))).reason).toBe('encrypted');
  });

  test('sheets that lie inside one another are damage', async () => {
    const good = biffBook({
      version: 0x0600,
      globals: [],
      sheets: [
        { name: short('a'), records: [] },
        { name: short('b'), records: [] },
      ],
    });
    const first = good.indexOf(record(0x85).subarray(0, 2)) + 4;
    const second = good.indexOf(record(0x85).subarray(0, 2), first) + 4;
    good.copy(good, second, first, first + 4);
    expect((await faultOf(folder.write('overlap.xls', good))).reason).toBe('corrupt');
  });
});
