import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { NO_RESULT } from '../../src/tables/grid.js';
import { faultOf, readBook, readRows, rowsOf, sampleFolder } from './sample-files.js';

const folder = sampleFolder();
const html = (body: string): string => folder.write('a.xls', body);

describe('HTML under a spreadsheet name', () => {
  test('tags that nobody closed, entities, line breaks, source blanks', async () => {
    const path = html(
      `<table border=1><tr><td>姓名<td>住址\n   <tr><td>张&nbsp;三&#128522;<td>一组<br>二&lt;组&gt;<tr><td> 李四 <td>&#x5173;&unknown;`,
    );
    expect(await readRows(path)).toEqual([
      ['姓名', '住址'],
      ['张\u00a0三😊', '一组\n二<组>'],
      ['李四', '关&unknown;'],
    ]);
  });

  test('colspan and rowspan become merges and push the other cells aside', async () => {
    const path = html(
      '<table><tr><th rowspan="2">户编号</th><th colspan=2>户主</th><th rowspan=2>金额</th></tr>' +
        '<tr><th>姓名</th><th>身份证号</th></tr><tr><td>HH1</td><td>张三</td><td>640181199001010010</td><td>8,000.00</td></tr></table>',
    );
    const book = await readBook(path);
    expect(rowsOf(book.sheets[0])).toEqual([
      ['户编号', '户主', null, '金额'],
      [null, '姓名', '身份证号'],
      ['HH1', '张三', '640181199001010010', '8,000.00'],
    ]);
    expect(book.sheets[0]?.merges).toEqual([
      { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
      { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 },
      { firstRow: 1, lastRow: 2, firstColumn: 3, lastColumn: 3 },
    ]);
    expect(book.remarks).toEqual([{ code: 'FIL-02', sheet: null, params: { found: 'html', expected: '.xls' } }]);
  });

  test('several tables stand below one another; a table in a cell loses nothing', async () => {
    const path = html(
      '<html><body><table><tr><td>标题<table><tr><td>姓名</td><td>金额</td></tr><tr><td>张三</td><td>1</td></tr></table>尾</td></tr></table>' +
        '<table><tr><td>制表</td></tr></table></body></html>',
    );
    const cells = (await readRows(path)).flat().filter((cell) => cell !== null);
    expect(cells.sort()).toEqual(['1', '姓名', '张三', '标题尾', '金额', '制表'].sort());
  });

  test('numbers that Excel noted are numbers, dates by style, text by style stays text', async () => {
    const path = html(
      '<html><head><style><!--.d{mso-number-format:"yyyy\\-mm\\-dd";} .t{mso-number-format:"\\@";}--></style></head>' +
        '<table><tr><td class=d x:num="45292">2024-01-01</td><td x:num="1234.5">1,234.50</td>' +
        '<td class=t x:num="640181199001010010">640181199001010010</td><td style=\'mso-number-format:"\\@"\'>007</td><td x:num>12</td></tr></table>',
    );
    expect(await readRows(path)).toEqual([
      [{ kind: 'date', iso: '2024-01-01' }, 1234.5, '640181199001010010', '007', '12'],
    ]);
  });

  test('GB2312 declared, UTF-8 without a word, and a wrong declaration', async () => {
    const page = (charset: string): string => `<meta charset="${charset}"><table><tr><td>张䶮</td></tr></table>`;
    expect(await readRows(html(page('utf-8')))).toEqual([['张䶮']]);
    expect(await readRows(folder.write('g.xls', iconv.encode(page('gb2312'), 'gb18030')))).toEqual([['张䶮']]);
    expect(await readRows(folder.write('g.xls', iconv.encode(page('utf-8'), 'gb18030')))).toEqual([['张䶮']]);
  });

  test('a table wider than a sheet can be says so', async () => {
    const page = `<table><tr>${'<td>1'.repeat(16_385)}</table>`;
    expect((await faultOf(html(page))).reason).toBe('beyond-sheet');
  });

  test('a page of nothing but tables is a bomb', async () => {
    const page = `<html>${'<table><tr><td>1</table>'.repeat(10_001)}</html>`;
    expect((await faultOf(html(page))).reason).toBe('bomb');
  });

  test('a page without a table, a comment that hides one, script and style are no cells', async () => {
    expect((await faultOf(html('<html><body>登录超时</body></html>'))).reason).toBe('no-table');
    expect((await faultOf(html('<html><!--<table><tr><td>x</td></tr></table>--></html>'))).reason).toBe('no-table');
    expect(await readRows(html('<table><tr><td>a<script>if (1 < 2) "<td>"</script></td></tr></table>'))).toEqual([
      ['a'],
    ]);
  });

  test.each([
    ['wide spans in every row', '<tr><td colspan=16000 rowspan=2>'.repeat(20_000)],
    ['long spans that pile up', '<tr><td rowspan=16000>x'.repeat(40_000)],
    ['attributes without end', `<td ${'colspan '.repeat(200_000)}`],
    ['style without end', `<style>${'.a{mso-number-format:"'.repeat(100_000)}</style><td>x`],
    ['blanks without end', `<tr><td>x${'&nbsp;'.repeat(150_000)}y`],
    ['tables in tables', '<table><tr><td>'.repeat(50_000)],
    ['quotes without end', '<td a="'.repeat(100_000)],
    ['angle brackets', '<'.repeat(500_000)],
    ['comments without end', '<!--'.repeat(200_000)],
  ])('hostile: %s', async (_, body) => {
    const path = html(`<table>${body}`);
    const started = process.cpuUsage().user;
    await readBook(path).catch((error: unknown) => {
      expect(error).toHaveProperty('name', 'ReadFault');
    });
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });
});

describe('XML 2003', () => {
  const book = (body: string, styles = ''): string =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
     <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:x">
     <Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d"/></Style><Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style>${styles}</Styles>
     <Worksheet ss:Name="名册"><Table>${body}</Table></Worksheet></Workbook>`;

  test('typed cells, gaps, merges, dates, errors, formulas nobody calculated, notes', async () => {
    const path = folder.write(
      'a.xls',
      book(
        `<Column ss:Index="2" ss:Hidden="1"/>
         <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">花名册&#10;二</Data></Cell></Row>
         <Row ss:Index="4" ss:Hidden="1"><Cell><Data ss:Type="String">640181199001010010</Data><Comment><ss:Data>注</ss:Data></Comment></Cell>
         <Cell ss:Index="3"><Data ss:Type="Number">12.5</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">45292</Data></Cell>
         <Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-01-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2024-01-01T18:00:00.000</Data></Cell>
         <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Formula="=R1C1"/>
         <Cell><Data ss:Type="DateTime">1899-12-31T12:00:00.000</Data></Cell>
         <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>张</B><I>三</I></ss:Data></Cell></Row>`,
      ),
    );
    const read = await readBook(path);
    expect(read.kind).toBe('xml2003');
    expect(read.sheets[0]).toMatchObject({
      name: '名册',
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 }],
      hiddenRows: [4],
      hiddenColumns: [1],
    });
    expect(rowsOf(read.sheets[0])).toEqual([
      ['花名册\n二'],
      [],
      [],
      [
        '640181199001010010',
        null,
        12.5,
        { kind: 'date', iso: '2024-01-01' },
        { kind: 'date', iso: '2024-01-01' },
        { kind: 'date', iso: '2024-01-01T18:00:00' },
        true,
        { kind: 'error', code: '#REF!' },
        NO_RESULT,
        0.5,
        '张三',
      ],
    ]);
  });

  test('as another program writes it, in GBK as declared', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['姓名', '金额'],
      ['张三', 12.5],
    ]);
    const xml = XLSX.write(
      { SheetNames: ['名册'], Sheets: { 名册: sheet } },
      { type: 'string', bookType: 'xlml' },
    ) as string;
    const rows = [
      ['姓名', '金额'],
      ['张三', 12.5],
    ];
    expect(await readRows(folder.write('b.xls', xml))).toEqual(rows);
    const declared = xml.replace(/<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="gb2312"?>');
    expect(await readRows(folder.write('c.xls', iconv.encode(declared, 'gb18030')))).toEqual(rows);
  });

  test('XML that is cut short, entity bombs, positions that lie', async () => {
    const whole = book('<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>');
    expect((await faultOf(folder.write('d.xls', whole.slice(0, -40)))).reason).toBe('truncated');
    const bomb = whole.replace('<Workbook', '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><Workbook');
    expect((await faultOf(folder.write('e.xls', bomb))).reason).toBe('entities');
    const back = book('<Row ss:Index="5"/><Row ss:Index="2"/>');
    expect((await faultOf(folder.write('f.xls', back))).reason).toBe('corrupt');
    const wide = book('<Row><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>'.repeat(5000));
    expect((await faultOf(folder.write('g.xls', wide))).reason).toBe('bomb');
  });
});

describe('ODS', () => {
  test('values, merges and repeats as another program writes them', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['花名册', null, '乙'], [], ['张三', 12.5, true], ['a', 'a', 'a']]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const bytes = XLSX.write(
      { SheetNames: ['名册'], Sheets: { 名册: sheet } },
      { type: 'buffer', bookType: 'ods' },
    ) as Buffer;
    const book = await readBook(folder.write('a.ods', bytes));
    expect(book.kind).toBe('ods');
    expect(rowsOf(book.sheets[0])).toEqual([['花名册', null, '乙'], [], ['张三', 12.5, true], ['a', 'a', 'a']]);
    expect(book.sheets[0]?.merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }]);
  });
});
