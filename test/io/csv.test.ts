import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { cleanField } from '../../src/io/readers/csv/csv-field.js';
import { scanCsvRows } from '../../src/io/readers/csv/csv-rows.js';
import { findDelimiter } from '../../src/io/readers/csv/delimiter.js';
import type { Cell } from '../../src/tables/grid.js';
import { faultOf, readBook, readRows, sampleFolder } from './sample-files.js';

const folder = sampleFolder();
const TABLE = '姓名,身份证号,金额\r\n张䶮,640181199001010010,12.50\r\n李㐂𠮷,640181199001010029,8\r\n';
const ROWS = [
  ['姓名', '身份证号', '金额'],
  ['张䶮', '640181199001010010', '12.50'],
  ['李㐂𠮷', '640181199001010029', '8'],
];

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('encodings', () => {
  const cases: readonly (readonly [string, Buffer, string, boolean])[] = [
    ['utf-8', Buffer.from(TABLE), 'utf-8', false],
    ['utf-8 with mark', Buffer.from(`\ufeff${TABLE}`), 'utf-8-bom', false],
    ['gb18030', iconv.encode(TABLE, 'gb18030'), 'gb18030', true],
    [
      'gb18030 with mark',
      Buffer.concat([Buffer.from('84319533', 'hex'), iconv.encode(TABLE, 'gb18030')]),
      'gb18030',
      false,
    ],
    ['utf-16le with mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le'), 'utf-16le', false],
    ['utf-16be with mark', utf16be(`\ufeff${TABLE}`), 'utf-16be', false],
    ['utf-16le without mark', Buffer.from(TABLE, 'utf16le'), 'utf-16le', false],
    ['utf-16be without mark', utf16be(TABLE), 'utf-16be', false],
  ];
  test.each(cases)('%s', async (name, bytes, encoding, guessed) => {
    const book = await readBook(folder.write(`${name}.csv`, bytes));
    expect(book.encoding).toBe(encoding);
    expect([...(book.sheets[0]?.rows.values() ?? [])]).toEqual(ROWS);
    expect(book.remarks).toEqual(guessed ? [{ code: 'FIL-03', sheet: null, params: { encoding, count: 0 } }] : []);
  });

  test('bytes that are no text are refused, and read with a count of lost characters when the encoding is named', async () => {
    const path = folder.write(
      'broken.csv',
      Buffer.concat([Buffer.from('姓名,金额\n张'), Buffer.from([0xff]), Buffer.from(',1\n')]),
    );
    expect((await faultOf(path)).reason).toBe('encoding');
    const book = await readBook(path, { encoding: 'utf8' });
    expect(book.remarks).toEqual([{ code: 'FIL-03', sheet: null, params: { encoding: 'utf-8', count: 1 } }]);
    expect(book.sheets[0]?.rows.get(2)).toEqual(['张\ufffd', '1']);
  });

  test('characters that an earlier program lost are counted', async () => {
    const book = await readBook(folder.write('lost.csv', '姓名,金额\n张\ufffd\ufffd,1\n'));
    expect(book.remarks).toEqual([{ code: 'FIL-03', sheet: null, params: { encoding: 'utf-8', count: 2 } }]);
  });

  test('the label gbk means GB18030: 䶮 is not lost', async () => {
    const path = folder.write('gbk.csv', iconv.encode(TABLE, 'gb18030'));
    expect(await readRows(path, { encoding: 'GBK' })).toEqual(ROWS);
    expect((await readBook(path, { encoding: 'GBK' })).remarks).toEqual([]);
    expect((await faultOf(path, { encoding: 'klingon' })).reason).toBe('encoding');
  });

  test('a character on the edge of a chunk is not cut', async () => {
    const line = '张䶮𠮷,640181199001010010\n';
    const bytes = iconv.encode(`a\n${line.repeat(60_000)}`, 'gb18030');
    expect(bytes.length).toBeGreaterThan(1 << 20);
    const rows = await readRows(folder.write('long.csv', bytes));
    expect(rows.length).toBe(60_001);
    expect(new Set(rows.slice(1).map((row) => JSON.stringify(row)))).toEqual(
      new Set(['["张䶮𠮷","640181199001010010"]']),
    );
  });
});

describe('delimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ',', 3],
    ['a\tb\tc\n1,000.00\t2\t3\n1,000.00\t2\t3\n', '\t', 3],
    ['a;b\n"1;2";3\n', ';', 2],
    ['a|b|c\n1|2|3\n', '|', 3],
    ['姓名，身份证号，金额\n张三，1，2\n', '，', 3],
    ['姓名,住址,金额\n张三,红寺堡区，大河乡，一村，二组,1\n李四,红寺堡区，大河乡，一村，二组,2\n', ',', 3],
    ['导出信息:\n用户;甲;乙;丙;丁\n-----\na,b,c\n1,2,3\n1,2,3\n1,2,3\n', ',', 3],
    ['只有一列\n张三\n', ',', 1],
  ])('%j', (sample, delimiter, columns) => {
    expect(findDelimiter(sample)).toEqual({ delimiter, columns, declared: false });
  });

  test("Excel's own sep= line is obeyed and is no row", async () => {
    expect(await readRows(folder.write('sep.csv', 'sep=;\r\n姓名;金额\r\n张三;1,5\r\n'))).toEqual([
      ['姓名', '金额'],
      ['张三', '1,5'],
    ]);
  });
});

describe('cells', () => {
  test.each([
    ['="0123"', '0123'],
    ['="640181199001010010"', '640181199001010010'],
    ['6228480000000000000\t', '6228480000000000000'],
    ['\t6228480000000000000', '6228480000000000000'],
    ['1,234.56   \t', '1,234.56'],
    [' 6228480000000000000 ', '6228480000000000000'],
    [' 张三 ', ' 张三 '],
    ['=A1+B1', '=A1+B1'],
    ['007', '007'],
    ['\t', null],
    ['', null],
    ['=""', null],
  ])('%j is %j', (field, cell) => {
    expect(cleanField(field)).toBe(cell);
  });
});

describe('rows', () => {
  test('quoted cells with line breaks, blank lines, three kinds of line ends', async () => {
    const text = '姓名,"劳动能力\n（技能）",备注\r\n\r\n张三,"普通""劳""",\r李四,,"一\r\n二"\n王五,x,y';
    expect(await readRows(folder.write('quoted.csv', text))).toEqual([
      ['姓名', '劳动能力\n（技能）', '备注'],
      [],
      ['张三', '普通"劳"'],
      ['李四', null, '一\r\n二'],
      ['王五', 'x', 'y'],
    ]);
  });

  test('a quotation mark that nobody closed is a fault and no lost row', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `张${i},640181199001010010,${i}`);
    rows[10] = '"张十,640181199001010010,10';
    const fault = await faultOf(folder.write('unclosed.csv', `姓名,身份证号,金额\n${rows.join('\n')}\n`));
    expect(fault.reason).toBe('quote');
  });

  test('two stray quotation marks that swallow the rows between them are a fault', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `张${i},640181199001010010,${i},一组,备注`);
    rows[3] = '"张三,640181199001010010,3,一组,备注';
    rows[9] = '"李九",640181199001010010,9,一组,备注';
    const fault = await faultOf(folder.write('swallow.csv', `姓名,身份证号,金额,组,备注\n${rows.join('\n')}\n`));
    expect(fault.reason).toBe('quote');
  });

  test('a quotation mark inside a cell is text', async () => {
    expect(await readRows(folder.write('inches.csv', '名称,数\n5"管,1\n"甲"乙,2\n'))).toEqual([
      ['名称', '数'],
      ['5"管', '1'],
      ['"甲"乙', '2'],
    ]);
  });

  test('ragged rows keep all their cells', async () => {
    expect(await readRows(folder.write('ragged.csv', 'a,b\n1\n1,2,3,4\n'))).toEqual([
      ['a', 'b'],
      ['1'],
      ['1', '2', '3', '4'],
    ]);
  });

  test('reading stops when the visitor has enough, and begins again from the start', async () => {
    const { openWorkbook } = await import('../../src/io/readers/index.js');
    const workbook = await openWorkbook(folder.write('stop.csv', `a,b\n${'"x",1\n'.repeat(1000)}`));
    for (const most of [1, 5]) {
      const seen: number[] = [];
      await workbook.sheets[0]?.scan((row) => {
        seen.push(row);
        return seen.length < most;
      });
      expect(seen).toEqual(Array.from({ length: most }, (_, i) => i + 1));
    }
  });

  test('agrees with a plain parse of any table, however the text is cut into chunks', async () => {
    const field = fc.oneof(
      fc.constantFrom('张三', '640181199001010010', '8,000.00', '', 'a"b', '一\n二', ' x', '𠮷', '5"'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        async (table, lineEnd, size) => {
          const text = table.map((row) => row.map(quote).join(',')).join(lineEnd) + lineEnd;
          const expected = parse(text, { record_delimiter: lineEnd, relax_column_count: true })
            .map((row) => row.map(cleanField))
            .filter((row) => row.some((cell) => cell !== null));
          expect(await scanned(text, size)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function quote(field: string): string {
  return /[",\r\n]/.test(field) || field.startsWith('"') ? `"${field.replaceAll('"', '""')}"` : field;
}

async function scanned(text: string, size: number): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  async function* chunks(): AsyncGenerator<string> {
    await Promise.resolve();
    // By code point: a decoder never cuts a character either.
    const characters = Array.from(text);
    for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join('');
  }
  await scanCsvRows('x.csv', chunks(), { delimiter: ',', columns: 99, declared: false }, (_, cells) => {
    rows.push([...cells]);
  });
  return rows;
}
