import { describe, expect, it } from 'vitest';
import { stored } from '../sample-files.js';
import { firstRow, MAIN, openBytes, readBothWays, refusal, workbook, worksheet } from './workbook-builder.js';

const date = (iso: string): unknown => ({ kind: 'date', iso });
const NO_RESULT = { kind: 'no-result' };

/** A row of cells given as the inner XML after `<c `. */
const row = (...cells: string[]): string => `<row r="1">${cells.map((cell) => `<c ${cell}`).join('')}</row>`;

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['-12.50', -12.5],
    ['0.1', 0.1],
    ['123456789012345', 123456789012345],
    ['2087.0249999999996', 2087.0249999999996],
    ['510101199001011234', 510101199001011234],
    ['1E3', 1000],
    ['1.5e-3', 0.0015],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
    [' 8 ', 8],
    ['0.000000000000001', 1e-15],
    ['9007199254740993', 9007199254740992],
  ])('%s', async (text, value) => {
    expect(await firstRow(row(`r="A1"><v>${text}</v></c>`))).toEqual([value]);
  });

  it('hands on what is no number as text', async () => {
    const cells = row('r="A1"><v>12,5</v></c>', 'r="B1"><v>1e999</v></c>', 'r="C1"><v>2024-01-01</v></c>');
    expect(await firstRow(cells)).toEqual(['12,5', '1e999', '2024-01-01']);
  });

  it('is exact for every decimal with up to 15 digits', async () => {
    const texts = Array.from({ length: 2000 }, (_, i) => ((i * 7919 + 13) % 100_000_007) / 10 ** (i % 9)).map(String);
    const cells = await firstRow(row(...texts.map((text) => `><v>${text}</v></c>`)));
    expect(cells).toEqual(texts.map(Number));
  });
});

describe('dates', () => {
  const serial = async (n: string, format: string | number, date1904 = false): Promise<unknown> =>
    (await firstRow(row(`r="A1" s="1"><v>${n}</v></c>`), { formats: [format], date1904 }))[0];

  it.each([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])(
    'built-in format %i',
    async (id) => {
      expect(await serial('45292', id)).toEqual(date('2024-01-01'));
    },
  );

  it.each([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])(
    'time format %i: below one day a number',
    async (id) => {
      expect(await serial('0.75', id)).toBe(0.75);
      expect(await serial('45292.75', id)).toEqual(date('2024-01-01T18:00:00'));
    },
  );

  it.each([0, 1, 2, 9, 10, 37, 44, 48, 49])('built-in format %i is no date', async (id) => {
    expect(stored(await serial('45292', id))).toBe(45292);
  });

  it.each([
    'yyyy"年"m"月"d"日"',
    'yyyy年m月',
    '[$-804]aaaa',
    'm"月"d"日"',
    'yyyy/m/d;@',
    '[Red]yyyy-mm-dd',
    'd-mmm-yy',
  ])('format %s is a date', async (code) => {
    expect(await serial('45292', code)).toEqual(date('2024-01-01'));
  });

  it.each([
    '0.00"元"',
    '#,##0"元/月"',
    '"日"0',
    '0"day"',
    '[Red]0.00',
    '0.00E+00',
    'General',
    '\\d0',
    '0_d',
    '0;[Red]-0',
    '@',
    '"yyyy"',
  ])('format %s is no date', async (code) => {
    expect(stored(await serial('45292', code))).toBe(45292);
  });

  it.each([
    ['45292.5', '2024-01-01T12:00:00'],
    ['45292.000011574', '2024-01-01T00:00:01'],
    ['45292.9999999', '2024-01-02'],
    ['61', '1900-03-01'],
    ['59', '1900-02-28'],
    ['2958465', '9999-12-31'],
  ])('1900 system: %s', async (n, iso) => expect(await serial(n, 22)).toEqual(date(iso)));

  it.each(['60', '60.5', '0', '-1', '2958466'])('1900 system: %s stays a number', async (n) => {
    expect(await serial(n, 14)).toBe(Number(n));
  });

  it('1904 system: 1,462 days later', async () => {
    expect(await serial('43830', 14, true)).toEqual(date('2024-01-01'));
    expect(await serial('-3', 14, true)).toBe(-3);
  });

  it('ISO dates of t="d"', async () => {
    const texts = [
      '2024-02-29',
      '2024-01-01T18:00:00',
      '2024-01-01T18:00:00.600Z',
      '2023-02-29',
      '18:00:00',
      '2024-01-01T00:00:00',
    ];
    expect(await firstRow(row(...texts.map((text) => `t="d"><v>${text}</v></c>`)))).toEqual([
      date('2024-02-29'),
      date('2024-01-01T18:00:00'),
      // Another clock: here it is the next day, so that the text stands to be asked about.
      '2024-01-01T18:00:00.600Z',
      '2023-02-29',
      '18:00:00',
      date('2024-01-01'),
    ]);
  });
});

describe('text', () => {
  it('shared: runs joined, phonetic runs dropped, escapes undone', async () => {
    const strings = [
      '<si><t>张三</t></si>',
      '<si><r><rPr><b/><sz val="11"/></rPr><t>张</t></r><r><t xml:space="preserve"> 四</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>a_x000D_b_x005F_x000D_&#x20BB7;&lt;&amp;&gt;</t></si>',
      '<si><t/></si>',
      '<si/>',
      '<si><t xml:space="preserve">  两边  </t></si>',
      '<si><t>_xD842__xDFB7_ _xD842_</t></si>',
      '<si><t>甲\r\n乙\r丙&#13;</t></si>',
    ].join('');
    const cells = [...Array(9).keys()].map((i) => `t="s"><v>${i}</v></c>`);
    expect(await firstRow(row(...cells, 't="n"><v>1</v></c>'), { strings })).toEqual([
      '张三',
      '张 四',
      '東京',
      'a\rb_x000D_𠮷<&>',
      null,
      null,
      '  两边  ',
      '_xD842__xDFB7_ _xD842_',
      '甲\n乙\n丙\r',
      1,
    ]);
  });

  it('shared: comments, CDATA and prefixes', async () => {
    const strings = '<!-- c --><si><t><![CDATA[<甲>&乙]]></t></si><si><t>丙<!-- 不 -->丁</t></si>';
    expect(await firstRow(row('t="s"><v>0</v></c>', 't="s"><v>1</v></c>'), { strings })).toEqual(['<甲>&乙', '丙丁']);
  });

  it('inline, formula results, yes and no, errors', async () => {
    const cells = [
      't="inlineStr"><is><t>王五</t></is></c>',
      't="inlineStr"><is><r><t>王</t></r><r><rPr/><t>六</t></r><rPh sb="0" eb="1"><t>wang</t></rPh></is></c>',
      't="str"><f>A1&amp;"x"</f><v> 文_x000D_本&amp; </v></c>',
      't="b"><v>1</v></c>',
      't="b"><f>TRUE()</f><v>0</v></c>',
      't="e"><v>#DIV/0!</v></c>',
      't="inlineStr"><is><t></t></is></c>',
      't="inlineStr"><v>直写</v></c>',
    ];
    expect(await firstRow(row(...cells))).toEqual([
      '王五',
      '王六',
      ' 文\r本& ',
      true,
      false,
      { kind: 'error', code: '#DIV/0!' },
      null,
      '直写',
    ]);
  });

  it('formulas without a result', async () => {
    const cells = [
      '><f>A1</f></c>',
      '><f>A1</f><v></v></c>',
      '><f>A1</f><v/></c>',
      't="str"><f>""</f><v></v></c>',
      't="shared"><v/></c>',
      '><f t="shared" ref="A1:A2" si="0"/><v>7</v></c>',
      '><v>8</v><f>1</f></c>',
      't="str"><f>B1</f></c>',
      '><f t="shared" si="0"/></c>',
    ].filter((cell) => !cell.startsWith('t="shared"'));
    expect(await firstRow(row(...cells))).toEqual([NO_RESULT, NO_RESULT, NO_RESULT, null, 7, 8, NO_RESULT, NO_RESULT]);
  });

  it('UTF-16, BOM, GB18030 parts', async () => {
    const xml = worksheet(row('t="inlineStr"><is><t>𠮷䶮</t></is></c>')).replace(
      'encoding="UTF-8"',
      'encoding="UTF-16"',
    );
    const bytes = Buffer.from(`\ufeff${xml}`, 'utf16le');
    for (const part of [bytes, Buffer.from(bytes).swap16(), bytes.subarray(2), Buffer.from(`\ufeff${xml}`)]) {
      expect((await readBothWays({ sheets: [{ xml: part }] })).get(1)).toEqual(['𠮷䶮']);
    }
    const declared = Buffer.from(
      worksheet(row('t="inlineStr"><is><t>@@</t></is></c>')).replace('UTF-8', 'gbk'),
      'latin1',
    );
    const at = declared.indexOf('@@');
    declared.set([0xd5, 0xc5], at);
    expect((await readBothWays({ sheets: [{ xml: declared }] })).get(1)).toEqual(['张']);
  });
});

describe('positions', () => {
  it('rows and cells without references follow each other', async () => {
    const rows = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c r="B3"><v>4</v></c><c><v>5</v></c></row>';
    expect([...(await readBothWays({ sheets: [{ rows }] }))]).toEqual([
      [1, [1, null, 3]],
      [3, [null, 4, 5]],
    ]);
  });

  it('a row without a number takes that of its cells', async () => {
    const rows = '<row><c r="A5"><v>1</v></c></row><row><c><v>2</v></c></row>';
    expect([...(await readBothWays({ sheets: [{ rows }] }))]).toEqual([
      [5, [1]],
      [6, [2]],
    ]);
  });

  it('rows out of order and rows in two pieces come whole and in order', async () => {
    const rows =
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>33</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>';
    expect([...(await readBothWays({ sheets: [{ rows }] }))]).toEqual([
      [1, [1]],
      [3, [3, null, 33]],
    ]);
  });

  it('cells out of order', async () => {
    expect(await firstRow(row('r="C1"><v>3</v></c>', 'r="A1"><v>1</v></c>', '><v>2</v></c>'))).toEqual([1, 2, 3]);
  });

  it('one place with two values is refused', async () => {
    for (const rows of [
      row('r="A1"><v>1</v></c>', 'r="A1"><v>2</v></c>'),
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    ]) {
      expect(await refusal(workbook({ sheets: [{ rows }] }))).toBe('corrupt');
    }
  });

  it('the last place of a sheet is read, the one after it is refused', async () => {
    const last = '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>';
    expect((await readBothWays({ sheets: [{ rows: last }] })).get(1_048_576)?.[16_383]).toBe(9);
    expect(await refusal(workbook({ sheets: [{ rows: '<row r="1048577"><c r="A1048577"><v>9</v></c></row>' }] }))).toBe(
      'bomb',
    );
    expect(await refusal(workbook({ sheets: [{ rows: '<row r="1"><c r="XFE1"><v>9</v></c></row>' }] }))).toBe('bomb');
  });
});

describe('spelling', () => {
  it('single quotes, odd white space, other attributes', async () => {
    const rows = `<row\n\tspans='1:3'  r = '1' ht="15" customHeight='1'\n><c\tt='n'\r\n r='A1' s='0' cm="1" ><v >1.50</v ></c ><c vm="1" ph="1" r="B1"><v>2</v></c>\n  <c r='C1'/></row >`;
    expect(await firstRow(rows)).toEqual([1.5, 2]);
  });

  it('the usual spellings never need the exact parser', async () => {
    const { RowScanner } = await import('../../../src/io/readers/xlsx/row-scanner.js');
    const { RowAssembly } = await import('../../../src/io/readers/xlsx/row-assembly.js');
    const { CellValues } = await import('../../../src/io/readers/xlsx/cell-values.js');
    const { XLSX_LIMITS } = await import('../../../src/io/readers/xlsx/limits.js');
    const seen: unknown[] = [];
    const take = (number: number, cells: readonly unknown[]): boolean => seen.push([number, ...cells]) > 0;
    const scanner = new RowScanner(
      new RowAssembly(XLSX_LIMITS, take),
      new CellValues(['甲'], [], false, XLSX_LIMITS),
      XLSX_LIMITS,
      (xml) => expect.fail(xml.toString()),
    );
    const rows = [
      '<row r="1" spans="1:3" ht="15" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>',
      '<row r="2" /><row r="3" hidden="1"><c r="A3" s="1" /><c r="B3"><f aca="false">A1</f><v /></c><c r="C3"><f>1</f><v></v></c></row>\n',
      '<row r="4">\n  <c r="A4" t="inlineStr">\n<is><t xml:space="preserve"> 乙&amp;</t></is></c><c r="B4" t="str"><f t="shared" si="0"/><v>丙</v></c></row>',
      '<row r="5"><c r="A5" t="n"><v>1.5E3</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="e"><v>#N/A</v></c><c r="D5" t="d"><v>2024-01-01</v></c></row>',
    ];
    scanner.push(Buffer.from(rows.join('')));
    scanner.finish();
    expect(seen).toEqual([
      [1, '甲'],
      [2],
      [3, null, NO_RESULT, NO_RESULT],
      [4, ' 乙&', '丙'],
      [5, 1500, true, { kind: 'error', code: '#N/A' }, date('2024-01-01')],
    ]);
  });

  it('prefixes, also for one row only', async () => {
    const xml = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')
      .replaceAll(/<(\/?)([a-zA-Z]+)/g, '<$1ns2:$2')
      .replace('xmlns=', 'xmlns:ns2=');
    expect((await readBothWays({ sheets: [{ xml }] })).get(1)).toEqual([1]);
    const inner =
      '<row r="1"><y:c xmlns:y="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="A1"><y:v>5</y:v></y:c></row>';
    expect(await firstRow(inner)).toEqual([5]);
  });

  it('large parts with one prefix throughout, as the Open XML SDK writes them', async () => {
    const prefixed = (xml: string): string =>
      xml.replaceAll(/<(\/?)([a-zA-Z]+)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
    const cells = (r: number): string =>
      `<c r="A${r}" t="s"><v>${r - 1}</v></c><c r="B${r}" t="inlineStr"><is><r><t>甲</t></r><r><t>乙${r}</t></r></is></c>`;
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"${i === 7 ? ' hidden="1"' : ''}>${cells(i + 1)}</row>`,
    );
    const strings = Array.from({ length: 3000 }, (_, i) => `<si><t>串${i}</t></si>`).join('');
    const xml = prefixed(worksheet(rows.join(''), '', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'));
    const table = prefixed(`<sst xmlns="${MAIN}">${strings}</sst>`);
    const input = { sheets: [{ xml }], strings: '', parts: [{ name: 'xl/sharedStrings.xml', data: table }] };
    const read = await readBothWays(input);
    expect([read.size, read.get(1), read.get(3000)]).toEqual([3000, ['串0', '甲乙1'], ['串2999', '甲乙3000']]);
    const book = await openBytes(workbook(input));
    expect(book.sheets[0]).toMatchObject({ hiddenRows: [8], merges: [{ firstRow: 1 }] });
    // What would read otherwise without its prefix goes to the exact parser.
    const cdata = xml.replace('<x:t>乙9</x:t>', '<x:t><![CDATA[<x:t>]]></x:t>');
    expect((await readBothWays({ ...input, sheets: [{ xml: cdata }] })).get(9)).toEqual(['串8', '甲<x:t>']);
  });

  it('strict namespace and none', async () => {
    for (const namespace of ['http://purl.oclc.org/ooxml/spreadsheetml/main', '']) {
      const xml = worksheet(row('r="A1"><v>1</v></c>')).replace(/xmlns="[^"]*"/, `xmlns="${namespace}"`);
      expect((await readBothWays({ sheets: [{ xml }] })).get(1)).toEqual([1]);
    }
  });

  it('comments, CDATA and processing instructions among the rows', async () => {
    const rows =
      '<!-- </row></sheetData> --><row r="1"><?x <row?><c r="A1" t="inlineStr"><is><t><![CDATA[</row><a>]]></t></is></c><!-- <c r="B1"><v>1</v></c> --></row>';
    expect(await firstRow(rows)).toEqual(['</row><a>']);
  });

  it('extension lists in cells and rows', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="u"><v>9</v></ext></extLst></c><extLst><ext uri="w"/></extLst></row>';
    expect(await firstRow(rows)).toEqual([1]);
  });

  it.each([
    ['a foreign element among the rows', '<x:row xmlns:x="urn:other" r="1"/>'],
    ['a foreign element among the cells', '<row r="1"><cell r="A1"/></row>'],
    ['text among the cells', '<row r="1">5000</row>'],
    ['a row that does not end', '<row r="1"><c r="A1"><v>1</v></c>'],
    ['an unknown cell type', '<row r="1"><c r="A1" t="z"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a string that is not there', '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'],
    ['a string number that is none', '<row r="1"><c r="A1" t="s"><v>x</v></c></row>'],
    ['an unknown entity', '<row r="1"><c r="A1" t="inlineStr"><is><t>&who;</t></is></c></row>'],
    ['a control character', '<row r="1"><c r="A1" t="inlineStr"><is><t>a\u0001b</t></is></c></row>'],
    ['an impossible character reference', '<row r="1"><c r="A1" t="inlineStr"><is><t>&#xD800;</t></is></c></row>'],
    ['a row reference that is none', '<row r="x"><c><v>1</v></c></row>'],
    ['a cell reference that is none', '<row r="1"><c r="1A"><v>1</v></c></row>'],
  ])('%s is refused', async (_, rows) => {
    expect(await refusal(workbook({ sheets: [{ rows }], strings: '<si><t>0</t></si>' }))).toMatch(
      /^(corrupt|truncated)$/,
    );
  });
});
