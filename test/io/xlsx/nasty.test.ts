import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeflateRaw, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openXlsx } from '../../../src/io/readers/xlsx/index.js';
import {
  firstRow,
  MAIN,
  openBytes,
  readBothWays,
  readBytes,
  refusal,
  RELATED,
  relationship,
  relationshipList,
  rowsOf,
  workbook,
  type WorkbookInput,
  worksheet,
} from './workbook-builder.js';
import { zip } from './zip-builder.js';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const oneSheet = (rest: WorkbookInput = {}): Buffer => workbook({ sheets: [{ rows: ONE }], ...rest });

describe('zip files', () => {
  it.each<[string, WorkbookInput]>([
    ['stored', { entry: { stored: true } }],
    ['data descriptors', { entry: { descriptor: true } }],
    ['zip64 sizes', { entry: { zip64: true } }],
    ['zip64 end record', { shape: { zip64End: true } }],
    ['a comment', { shape: { comment: 'PK\u0005\u0006 或别的' } }],
    ['bytes before the archive', { shape: { before: Buffer.from('MZ stub') } }],
  ])('%s', async (_, input) => {
    expect((await readBytes(oneSheet(input))).get(1)).toEqual([1]);
  });

  it('back slashes, leading slashes, other case in entry names', async () => {
    const slashes = zip([
      {
        name: '[Content_Types].xml',
        data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      },
      { name: '_rels\\.rels', data: relationshipList([relationship('a', 'officeDocument', '/XL/workbook.xml')]) },
      {
        name: 'xl\\workbook.xml',
        data: `<workbook xmlns="${MAIN}" xmlns:q="${RELATED}"><sheets><sheet name="甲" sheetId="1" q:id="s"/></sheets></workbook>`,
      },
      {
        name: 'xl\\_rels\\workbook.xml.rels',
        data: relationshipList([relationship('s', 'worksheet', '..\\other\\.\\Sheet%201.xml')]),
      },
      { name: '/other/sheet 1.xml', data: worksheet(ONE) },
    ]);
    expect((await readBytes(slashes)).get(1)).toEqual([1]);
  });

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['no zip', Buffer.from('姓名,金额\r\n'), 'unknown-format'],
    ['cut in half', oneSheet().subarray(0, 700), 'truncated'],
    ['an encrypted entry', oneSheet({ entry: { flags: 1 } }), 'encrypted'],
    ['a method nobody has', oneSheet({ entry: { method: 14 } }), 'unsupported'],
    ['a wrong checksum', oneSheet({ entry: { crc: 12345 } }), 'checksum'],
    ['fewer bytes than declared', oneSheet({ entry: { inflated: 100_000 } }), 'corrupt'],
    ['more bytes than declared', oneSheet({ entry: { inflated: 10 } }), 'corrupt'],
    ['no deflate data', oneSheet({ entry: { deflated: Buffer.from('ffffffff', 'hex') } }), 'corrupt'],
    [
      'deflate data cut short',
      oneSheet({
        parts: [
          {
            name: 'xl/worksheets/sheet1.xml',
            data: worksheet(ONE),
            deflated: deflateRawSync(worksheet(ONE)).subarray(0, 60),
          },
        ],
      }),
      'corrupt',
    ],
  ])('%s', async (_, data, reason) => {
    expect(await refusal(data)).toBe(reason);
  });

  it('two parts of one name are refused: no telling which one other programs show', async () => {
    const twice = zip([
      { name: '_rels/.rels', data: relationshipList([relationship('a', 'officeDocument', 'xl/workbook.xml')]) },
      { name: 'xl/workbook.xml', data: `<workbook xmlns="${MAIN}"/>` },
      { name: 'XL\\workbook.xml', data: `<workbook xmlns="${MAIN}"/>` },
    ]);
    expect(await refusal(twice)).toBe('corrupt');
  });

  it('any byte flipped in a stored sheet is found', async () => {
    const good = oneSheet({ entry: { stored: true } });
    const at = good.indexOf('<v>1</v>');
    const bad = Buffer.from(good);
    bad[at + 3] = '9'.charCodeAt(0);
    expect(await refusal(bad)).toBe('checksum');
  });
});

describe('packages', () => {
  const typed = (type: string): Buffer => oneSheet({ workbookType: type });
  it.each([
    ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'read'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml', 'read'],
    ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'xlsb'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'word'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'slides'],
  ])('%s: %s', async (type, result) => expect(await refusal(typed(type))).toBe(result));

  it('a docx, a plain zip, an OpenDocument text', async () => {
    expect(await refusal(zip([{ name: 'word/document.xml', data: '<w/>' }]))).toBe('word');
    expect(await refusal(zip([{ name: '照片.jpg', data: 'x' }]))).toBe('archive');
    expect(await refusal(zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }]))).toBe('word');
  });

  it('swapped targets: the relationship decides, not the file name', async () => {
    const data = workbook({
      sheets: [
        { name: '甲', target: 'worksheets/sheet2.xml', rows: ONE },
        { name: '乙', target: 'worksheets/sheet1.xml', rows: ONE.replace('<v>1', '<v>2') },
      ],
    });
    const book = await openBytes(data);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['甲', '乙']);
    expect((await rowsOf(book, 0)).get(1)).toEqual([1]);
    expect((await rowsOf(book, 1)).get(1)).toEqual([2]);
  });

  it('a missing sheet, string table or relationship is damage, never an empty sheet', async () => {
    expect(await refusal(oneSheet({ without: ['xl/worksheets/sheet1.xml'] }))).toBe('corrupt');
    expect(await refusal(oneSheet({ strings: '<si><t>x</t></si>', without: ['xl/sharedStrings.xml'] }))).toBe(
      'corrupt',
    );
    expect(await refusal(oneSheet({ without: ['xl/_rels/workbook.xml.rels'] }))).toBe('corrupt');
    expect(await refusal(workbook({ sheets: [{ xml: `<worksheet xmlns="${MAIN}"/>` }] }))).toBe('corrupt');
    expect(await refusal(workbook({ sheets: [{ xml: `<chartsheet xmlns="${MAIN}"/>` }] }))).toBe('corrupt');
    expect(await refusal(workbook({ sheets: [{ xml: worksheet(ONE).replace(MAIN, 'urn:other') }] }))).toBe('corrupt');
  });

  it('XML that does not end', async () => {
    const xml = worksheet(ONE);
    for (const end of ['</worksheet>', '</sheetData></worksheet>', '</row></sheetData></worksheet>', 'heet>']) {
      expect(await refusal(workbook({ sheets: [{ xml: xml.slice(0, -end.length) }] }))).toMatch(
        /^(truncated|corrupt)( or corrupt)?$/,
      );
    }
    const strings = '<si><t>x</t></si>';
    const cut = { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${strings}` };
    expect(await refusal(oneSheet({ strings, parts: [cut] }))).toBe('truncated');
  });

  it('bytes that are no UTF-8', async () => {
    const xml = Buffer.from(
      worksheet(
        ONE.replace('<v>1</v>', '').replace('r="A1"', 't="inlineStr"').replace('></c>', '><is><t>AB</t></is></c>'),
      ),
    );
    xml[xml.indexOf('AB')] = 0xff;
    expect(await refusal(workbook({ sheets: [{ xml }] }))).toBe('corrupt');
  });

  it('a chart sheet is left out; a book of chart sheets has no sheet', async () => {
    const chart = { name: '图', type: 'chartsheet', xml: `<chartsheet xmlns="${MAIN}"/>` };
    const book = await openBytes(workbook({ sheets: [chart, { name: '表', rows: ONE }] }));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['表']);
    expect(await refusal(workbook({ sheets: [chart] }))).toBe('no-sheet');
  });

  it('hidden things and filters are told', async () => {
    const rows =
      '<row r="1"/><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="4" spans="1:1" hidden="true"/><row r="5" hidden="0"/>';
    const before =
      '<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1"/><col min="6" max="6" width="0"/></cols>';
    const after =
      '<autoFilter ref="A1:B5"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C9"/></mergeCells>';
    const data = workbook({
      sheets: [
        { name: '一', state: 'hidden', xml: worksheet(rows, before, after) },
        { name: '二', state: 'veryHidden', xml: worksheet('', '', '<autoFilter ref="A1:B5"/>') },
      ],
    });
    for (const exact of [false, true]) {
      const book = await openBytes(data, { exact });
      expect(book.sheets[0]).toMatchObject({
        visibility: 'hidden',
        hiddenRows: [2, 4],
        hiddenColumns: [2, 3, 5],
        filtered: true,
        merges: [
          { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 },
          { firstRow: 9, lastRow: 9, firstColumn: 2, lastColumn: 2 },
        ],
      });
      // A filter that is only switched on hides nothing.
      expect(book.sheets[1]).toMatchObject({ visibility: 'very-hidden', hiddenRows: [], filtered: false });
    }
  });

  it('hidden rows that do not say their number are counted', async () => {
    const data = workbook({
      sheets: [{ rows: '<row/><row hidden="1"><c><v>1</v></c></row><row r="7"/><row hidden="1"/>' }],
    });
    for (const exact of [false, true]) expect((await openBytes(data, { exact })).sheets[0]?.hiddenRows).toEqual([2, 8]);
  });

  it('links to other workbooks are remarked once, without their folders', async () => {
    const rels = relationshipList([
      relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relationship('x1', 'externalLink', 'externalLinks/externalLink1.xml'),
      relationship('x2', 'externalLink', 'externalLinks/externalLink2.xml'),
    ]);
    const data = oneSheet({
      parts: [
        { name: 'xl/_rels/workbook.xml.rels', data: rels },
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          data: relationshipList([
            relationship('r', 'externalLinkPath', 'file:///D:\\%E8%A1%A5%E8%B4%B4\\旧表.xlsx', 'External'),
          ]),
        },
        {
          name: 'xl/externalLinks/_rels/externalLink2.xml.rels',
          data: relationshipList([relationship('r', 'externalLinkPath', '%E5%8F%A6.xlsx', 'External')]),
        },
      ],
    });
    expect((await openBytes(data)).remarks).toEqual([
      { code: 'FIL-08', sheet: null, params: { count: 2, links: '旧表.xlsx、另.xlsx' } },
    ]);
    expect((await openBytes(oneSheet())).remarks).toEqual([]);
  });
});

describe('bombs', () => {
  /** Deflated bytes of `times` copies of `piece` between `before` and `after`, made without ever holding them. */
  async function repeated(
    before: string,
    piece: string,
    times: number,
    after: string,
  ): Promise<{ deflated: Buffer; inflated: number }> {
    const deflate = createDeflateRaw({ level: 1 });
    const chunks: Buffer[] = [];
    const reading = (async () => {
      for await (const chunk of deflate) chunks.push(chunk as Buffer);
    })();
    const block = Buffer.from(piece.repeat(Math.max(1, Math.floor((1 << 20) / piece.length))));
    const blocks = Math.ceil((times * piece.length) / block.length);
    deflate.write(before);
    for (let i = 0; i < blocks; i++)
      if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
    deflate.end(after);
    await reading;
    return { deflated: Buffer.concat(chunks), inflated: before.length + blocks * block.length + after.length };
  }

  const [head = '', tail = ''] = worksheet('@').split('@');
  const asSheet = (bomb: { deflated: Buffer; inflated: number }, inflated = bomb.inflated): Buffer =>
    oneSheet({ parts: [{ name: 'xl/worksheets/sheet1.xml', data: '', deflated: bomb.deflated, inflated }] });

  it('rows, one cell, the string table: refused by their ratio, whatever the directory declares', async () => {
    const rows = await repeated(head, '<row><c><v>1</v></c></row>', 8_000_000, tail);
    expect(await refusal(asSheet(rows))).toBe('bomb');
    expect(await refusal(asSheet(rows, 1000))).toBe('bomb');
    const cell = await repeated(
      `${head}<row r="1"><c r="A1" t="inlineStr"><is><t>`,
      'A',
      200_000_000,
      `</t></is></c></row>${tail}`,
    );
    expect(await refusal(asSheet(cell))).toBe('bomb');
    const strings = await repeated(`<sst xmlns="${MAIN}">`, '<si><t>x</t></si>', 10_000_000, '</sst>');
    const table = { name: 'xl/sharedStrings.xml', data: '', ...strings };
    expect(await refusal(oneSheet({ strings: '', parts: [table] }))).toBe('bomb');
  });

  it('what passes the ratio is stopped by counting', async () => {
    const few = {
      limits: { rows: 100, columns: 50, cells: 1000, cellText: 10, strings: 5, stringChars: 30, merges: 3, sheets: 2 },
    };
    const sheet = (rows: string): Buffer => workbook({ sheets: [{ rows }] });
    expect(await refusal(sheet('<row/>'.repeat(101)), few)).toBe('bomb');
    expect(await refusal(sheet(`<row>${'<c/>'.repeat(51)}</row>`), few)).toBe('bomb');
    expect(await refusal(sheet(`<row>${'<c/>'.repeat(20)}</row>`.repeat(51)), few)).toBe('bomb');
    expect(await refusal(sheet('<row><c t="str"><v>12345678901</v></c></row>'), few)).toBe('cell-too-long');
    expect(await refusal(sheet('<row><c t="inlineStr"><is><t>123456</t></is></c></row>'), few)).toBe('read');
    expect(await refusal(oneSheet({ strings: '<si/>'.repeat(6) }), few)).toBe('bomb');
    expect(await refusal(oneSheet({ strings: '<si><t>1234567</t></si>'.repeat(5) }), few)).toBe('bomb');
    expect(await refusal(oneSheet({ strings: '<si><t>12345678901</t></si>' }), few)).toBe('cell-too-long');
    expect(
      await refusal(
        workbook({
          sheets: [
            { xml: worksheet(ONE, '', '<mergeCells>' + '<mergeCell ref="A1:B2"/>'.repeat(4) + '</mergeCells>') },
          ],
        }),
        few,
      ),
    ).toBe('bomb');
    expect(await refusal(workbook({ sheets: [{ rows: ONE }, { rows: ONE }, { rows: ONE }] }), few)).toBe('bomb');
  });

  it('a row without an end does not fill the memory', async () => {
    const endless = `<row r="1">${'<c r="A1"><f>'.padEnd(3_000_000, 'x')}`;
    expect(await refusal(workbook({ sheets: [{ rows: endless }] }), { limits: { rowBytes: 1_000_000 } })).toMatch(
      /^(bomb|corrupt)( or corrupt)?$/,
    );
  });

  it('document types and entities', async () => {
    const dtd = '<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]>';
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>';
    const xml = worksheet(rows).replace('<worksheet', `${dtd}<worksheet`);
    expect(await refusal(workbook({ sheets: [{ xml }] }))).toBe('entities');
    expect(
      await refusal(
        oneSheet({ strings: '', parts: [{ name: 'xl/sharedStrings.xml', data: `${dtd}<sst xmlns="${MAIN}"/>` }] }),
      ),
    ).toBe('entities');
    expect(
      await refusal(oneSheet({ parts: [{ name: 'xl/styles.xml', data: `${dtd}<styleSheet xmlns="${MAIN}"/>` }] })),
    ).toBe('entities');
  });
});

describe('scanning', () => {
  const many = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join(
    '',
  );

  it('may stop early, go again, and go on from several places at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
    try {
      const file = join(folder, 'a.xlsx');
      const data = workbook({ sheets: [{ rows: many }] });
      writeFileSync(file, data);
      for (const exact of [false, true]) {
        const book = await openXlsx({ file, sha256: 'x', bytes: data.length }, { exact });
        for (const stop of [1, 3000, 2]) {
          const seen: number[] = [];
          await book.sheets[0]?.scan((row) => {
            seen.push(row);
            return row < stop;
          });
          expect(seen).toHaveLength(stop);
        }
        const both = await Promise.all([rowsOf(book), rowsOf(book)]);
        expect(both.map((rows) => rows.size)).toEqual([5000, 5000]);
        await book.close();
        await expect(rowsOf(book)).rejects.toThrow('closed');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lets errors of the visitor through as they are', async () => {
    const book = await openBytes(workbook({ sheets: [{ rows: many }] }));
    const error = new Error('mine');
    await expect(
      book.sheets[0]?.scan(() => {
        throw error;
      }),
    ).rejects.toBe(error);
  });

  it('reports what opening a file can meet', async () => {
    await expect(openXlsx({ file: '/nowhere/at/all.xlsx', sha256: '', bytes: 1 })).rejects.toMatchObject({
      reason: 'missing',
    });
    await expect(openXlsx({ file: tmpdir(), sha256: '', bytes: 1 })).rejects.toMatchObject({ name: 'ReadFault' });
  });

  it.each([0, 1, 700, 30_000])(
    'manual page breaks after the rows are no row (%i bytes of rows before)',
    async (size) => {
      const rows = `${ONE}<row r="2"><c r="A2" t="inlineStr"><is><t>${'宁'.repeat(Math.ceil(size / 3))}</t></is></c></row>`;
      for (const before of ['<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>', '']) {
        const after = `${before}<rowBreaks count="1" manualBreakCount="1"><brk id="1" max="16383" man="1"/></rowBreaks>`;
        expect((await readBothWays({ sheets: [{ xml: worksheet(rows, '', after) }] })).get(1)).toEqual([1]);
      }
    },
  );

  it('rows without a value are left out, blanks at the end as well', async () => {
    const rows =
      '<row r="1"><c r="A1" s="0"/></row><row r="2"><c r="A2"/><c r="B2"><v>1</v></c><c r="C2" s="0"/></row>';
    expect([...(await readBothWays({ sheets: [{ rows }] }))]).toEqual([[2, [null, 1]]]);
    expect(await firstRow('')).toEqual([]);
  });
});
