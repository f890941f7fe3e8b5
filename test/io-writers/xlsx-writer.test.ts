import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as SheetJs from '@e965/xlsx';
import ExcelJs from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellModel, RowModel, SheetModel, WorkbookModel } from '../../src/documents/model/workbook-model.js';
import { CellTextTooLong } from '../../src/io/writers/cell-xml.js';
import { SheetNames } from '../../src/io/writers/sheet-names.js';
import { writeWorkbook, type XlsxOptions } from '../../src/io/writers/xlsx-writer.js';
import { ZipWriter } from '../../src/io/writers/zip-writer.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butie-xlsx-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
async function write(workbook: WorkbookModel, options?: XlsxOptions): Promise<string> {
  const path = join(folder, `${++files}.xlsx`);
  await writeWorkbook(path, workbook, options);
  return path;
}

function sheet(rows: readonly (readonly CellModel[])[], more: Partial<SheetModel> = {}): SheetModel {
  return { name: '表', columns: [{ width: 12 }, { width: 12 }], rows: rows.map((cells) => ({ cells })), ...more };
}

function one(rows: readonly (readonly CellModel[])[], more: Partial<SheetModel> = {}): WorkbookModel {
  return { title: '测试', sheets: [sheet(rows, more)] };
}

async function excelJs(path: string): Promise<ExcelJs.Workbook> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function sheetJs(path: string): SheetJs.WorkBook {
  return SheetJs.read(readFileSync(path), { cellStyles: true, cellNF: true, bookVBA: false });
}

interface Zip {
  file(name: string): { async(kind: 'string'): Promise<string> } | null;
}

async function unzip(path: string): Promise<Zip> {
  const { default: jsZip } = (await import('jszip')) as unknown as {
    default: { loadAsync(data: Buffer, options: object): Promise<Zip> };
  };
  return jsZip.loadAsync(readFileSync(path), { checkCRC32: true });
}

/** Raw text of one entry of the zip, its checksum verified. */
async function part(path: string, name: string): Promise<string> {
  return (await (await unzip(path)).file(name)?.async('string')) ?? '';
}

describe('values', () => {
  it('writes money from 分 as exact decimal text with two decimals and a money format', async () => {
    const path = await write(
      one([
        [{ fen: 200_000 }, { fen: -1 }],
        [{ fen: 123_456_789 }, { fen: 10 }],
      ]),
    );
    const xml = await part(path, 'xl/worksheets/sheet1.xml');
    for (const text of ['2000.00', '-0.01', '1234567.89', '0.10']) expect(xml).toContain(`<v>${text}</v>`);
    const cell = (await excelJs(path)).worksheets[0]?.getCell('A1');
    expect(cell?.value).toBe(2000);
    expect(cell?.numFmt).toBe('#,##0.00');
  });

  it('refuses money that is no whole 分 and numbers that are none', async () => {
    await expect(write(one([[{ fen: 0.5 }]]))).rejects.toThrow(RangeError);
    await expect(write(one([[Number.NaN]]))).rejects.toThrow(RangeError);
    await expect(write(one([[Number.POSITIVE_INFINITY]]))).rejects.toThrow(RangeError);
  });

  it('keeps ID and account numbers as text, digit for digit', async () => {
    const path = await write({
      ...one([
        [
          { value: '640181199001010010', style: 'id' },
          { value: '0101000000000012345', style: 'id' },
        ],
      ]),
      whole: true,
    });
    const first = (await excelJs(path)).worksheets[0];
    expect(first?.getCell('A1').value).toBe('640181199001010010');
    expect(first?.getCell('B1').value).toBe('0101000000000012345');
    expect(first?.getCell('A1').numFmt).toBe('@');
  });

  it('writes real days as dates and leaves other dates as they are', async () => {
    const path = await write(
      one([
        [
          { value: '2023-09-12', style: 'date' },
          { value: '2023-09', style: 'date' },
        ],
        [{ value: '2023-02-30', style: 'date' }],
      ]),
    );
    const first = sheetJs(path).Sheets['表'];
    expect((first?.['A1'] as SheetJs.CellObject).v).toBe(45_181);
    expect((first?.['B1'] as SheetJs.CellObject).v).toBe('2023-09');
    expect((first?.['A2'] as SheetJs.CellObject).v).toBe('2023-02-30');
  });

  it('neutralises free text that could become a formula and never writes a formula', async () => {
    const texts = ['=1+1', '+86', '-5', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'];
    const path = await write(one(texts.map((text) => [text])));
    expect(await part(path, 'xl/worksheets/sheet1.xml')).not.toContain('<f');
    const first = sheetJs(path).Sheets['表'];
    texts.forEach((text, index) => expect((first?.[`A${index + 1}`] as SheetJs.CellObject).v).toBe(`'${text}`));
  });

  it('refuses a text longer than a cell instead of cutting it', async () => {
    await expect(write(one([['字'.repeat(32_767)]]))).resolves.toBeTypeOf('string');
    await expect(write(one([['字'.repeat(32_768)]]))).rejects.toThrow(CellTextTooLong);
  });

  it('brings back every text, whatever characters it has', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom(
            '_x0041_',
            '_x',
            '\u0001',
            '\r',
            '\n',
            '\t',
            ' ',
            '&',
            '<',
            ']]>',
            '𠮷',
            '䶮',
            '·',
            '\ud800',
            '\uffff',
            '"',
          ),
          {
            maxLength: 8,
          },
        )
        .map((pieces) => pieces.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 40 }), async (values) => {
        const path = await write(one(values.map((value) => ['x', value])));
        // ExcelJS decodes _xHHHH_ and gives texts back as they are; the lead apostrophe is ours.
        const first = (await excelJs(path)).worksheets[0];
        values.forEach((value, index) => {
          const expected = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
          expect(decode(first?.getCell(`B${index + 1}`).value)).toBe(expected);
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** ExcelJS keeps `_xHHHH_` in inline strings; the file format's own rule undoes it. */
function decode(value: ExcelJs.CellValue | undefined): string {
  const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : plain(value);
  return text.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function plain(value: ExcelJs.CellValue): string {
  if (typeof value === 'object' && value !== null && 'richText' in value)
    return value.richText.map((run) => run.text).join('');
  return JSON.stringify(value);
}

describe('sheets', () => {
  it('has the elements in the order of the schema', async () => {
    const path = await write(
      one(
        [
          [
            { value: '甲', style: 'header', note: '批注' },
            { value: '乙', link: "'表'!A1", style: 'link' },
          ],
          ['丙', '丁'],
        ],
        {
          columns: [{ width: 20, style: 'id' }, { width: 10 }],
          freeze: { rows: 1, columns: 1 },
          merges: ['A4:B4'],
          autofilter: 'A1:B',
          validations: [{ range: 'A2:A9', list: ['是', '否'], prompt: { title: '填写', text: '只填是或否' } }],
          print: { landscape: true, fitToWidth: true, titleRows: [1, 1], footer: '第 &P 页 共 &N 页' },
        },
      ),
    );
    const xml = await part(path, 'xl/worksheets/sheet1.xml');
    const order = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'mergeCells',
      'dataValidations',
      'hyperlinks',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'ignoredErrors',
      'legacyDrawing',
    ];
    const places = order.map((name) => xml.search(new RegExp(`<${name}[ />]`)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(xml).toContain('&amp;C第 &amp;P 页 共 &amp;N 页');

    const book = await excelJs(path);
    const first = book.worksheets[0];
    expect(first?.pageSetup.orientation).toBe('landscape');
    expect(first?.pageSetup.paperSize).toBe(9);
    expect(first?.pageSetup.printTitlesRow).toBe('1:1');
    expect(first?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(first?.getCell('A1').note).toBeTruthy();
    expect(first?.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
    expect(first?.autoFilter).toBe('A1:B2');
    expect(xml).toContain('location="\'表\'!A1"');
  });

  it('keeps page breaks when it also fits the width, by scaling instead', async () => {
    const rows: RowModel[] = [{ cells: ['a'], pageBreak: true }, { cells: ['b'] }];
    const path = await write({
      title: 't',
      sheets: [
        {
          name: '宽',
          columns: Array.from({ length: 20 }, () => ({ width: 12 })),
          rows,
          print: { landscape: true, fitToWidth: true, manualBreaks: true },
        },
      ],
    });
    const xml = await part(path, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<brk id="1"');
    expect(xml).not.toContain('fitToPage');
    const scale = Number(/scale="(\d+)"/.exec(xml)?.[1]);
    expect(scale).toBeGreaterThan(40);
    expect(scale).toBeLessThan(60);
  });

  it('goes on in 续表 with the header repeated, loses no row, and makes none for an exact fit', async () => {
    const header: RowModel = { cells: ['序号', '姓名'], style: 'header' };
    const rows = (count: number): RowModel[] => [
      header,
      ...Array.from({ length: count }, (_, i) => ({ cells: [i + 1, '某'] })),
    ];
    const make = (count: number): WorkbookModel => ({
      title: 't',
      sheets: [
        { name: '名册', columns: [{ width: 8 }, { width: 8 }], rows: rows(count), freeze: { rows: 1, columns: 0 } },
      ],
    });
    const exact = sheetJs(await write(make(9), { maxRows: 10 }));
    expect(exact.SheetNames).toEqual(['名册']);
    const split = sheetJs(await write(make(25), { maxRows: 10 }));
    expect(split.SheetNames).toEqual(['名册', '名册续表2', '名册续表3']);
    const numbers = split.SheetNames.flatMap((name) => {
      const table: unknown[][] = SheetJs.utils.sheet_to_json(split.Sheets[name] ?? {}, { header: 1 });
      expect(table[0]).toEqual(['序号', '姓名']);
      return table.slice(1).map((row) => row[0]);
    });
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  it('hides sheets, opens on the first visible one and follows renamed sheets in links and lists', async () => {
    const path = await write({
      title: 't',
      sheets: [
        sheet([['x']], { name: '选项', hidden: true }),
        sheet([[{ value: '去', link: "'明细/一'!A1" }]], {
          name: '首页',
          validations: [{ range: 'B1:B5', listRange: '选项!$A$1:$A$9' }],
        }),
        sheet([['y']], { name: '明细/一' }),
      ],
    });
    const book = await excelJs(path);
    expect(book.worksheets.map((each) => [each.name, each.state])).toEqual([
      ['选项', 'hidden'],
      ['首页', 'visible'],
      ['明细_一', 'visible'],
    ]);
    expect(await part(path, 'xl/workbook.xml')).toContain('activeTab="1"');
    const xml = await part(path, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('location="\'明细_一\'!A1"');
    expect(xml).toContain("'选项'!$A$1:$A$9");
  });

  it('refuses dropdowns that Excel would repair', async () => {
    const list = Array.from({ length: 100 }, (_, i) => `选项${i}`);
    await expect(write(one([['a']], { validations: [{ range: 'A1:A9', list }] }))).rejects.toThrow(RangeError);
    await expect(write(one([['a']], { validations: [{ range: 'A1:A9', list: ['a,b'] }] }))).rejects.toThrow(RangeError);
  });

  it('gives the same bytes for the same model', async () => {
    const model = one([
      ['甲', { fen: 12 }],
      [{ value: 'x', note: 'n' }, 3],
    ]);
    expect(readFileSync(await write(model)).equals(readFileSync(await write(model)))).toBe(true);
  });
});

describe('sheet names', () => {
  it('cleans, cuts by character and keeps names apart', () => {
    const names = new SheetNames();
    expect(names.claim('a/b:c')).toBe('a_b_c');
    expect(names.claim('A/B?C')).toBe('A_B_C(2)');
    expect(names.claim("'引号'")).toBe('引号');
    expect(names.claim('')).toBe('表');
    expect(names.claim('History')).not.toBe('History');
    const long = names.claim('𠮷'.repeat(20));
    expect(long.length).toBeLessThanOrEqual(31);
    expect(long).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(names.claim('很'.repeat(40), '续表2').endsWith('续表2')).toBe(true);
  });
});

describe('zip', () => {
  it('writes zip64 records that readers follow', async () => {
    const path = join(folder, 'zip64.zip');
    const zip = await ZipWriter.create(path, { zip64From: 50 });
    await zip.add('a.txt', [Buffer.from('短')]);
    await zip.add('b.txt', [Buffer.alloc(70_000, 'b'), Buffer.from('end')]);
    await zip.finish();
    const bytes = readFileSync(path);
    expect(bytes.includes(Buffer.from('PK\u0006\u0006', 'latin1'))).toBe(true);
    const read = await unzip(path);
    expect(await read.file('a.txt')?.async('string')).toBe('短');
    expect(await read.file('b.txt')?.async('string')).toBe(`${'b'.repeat(70_000)}end`);
  });
});
