import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotation } from '../../src/documents/check/annotation.js';
import { NOBODY, NOWHERE } from '../../src/findings/finding.js';
import {
  MAIN,
  relationship,
  relationshipList,
  RELATED,
  workbook,
  type WorkbookInput,
  worksheet,
} from '../io/xlsx/workbook-builder.js';
import { checkAndCopy, comparable } from './check-in-process.js';
import { fillOf, MEMBER_HEADER, memberRows, noteOf, openBook } from './roster-file.js';
import { partsOf } from './zip-parts.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butie-hand-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LETTERS = 'ABCDEFGH';

/** The members' rows as XML, with a prefix before every element if asked. */
function rowsXml(prefix = ''): string {
  const p = prefix;
  return [MEMBER_HEADER, ...memberRows()]
    .map((row, index) => {
      const cells = row.map((value, column) => {
        const open = `<${p}c r="${LETTERS.charAt(column)}${index + 1}"`;
        if (typeof value === 'number') return `${open}><${p}v>${value}</${p}v></${p}c>`;
        return `${open} t="inlineStr"><${p}is><${p}t>${value}</${p}t></${p}is></${p}c>`;
      });
      return `<${p}row r="${index + 1}" spans="1:8">${cells.join('')}</${p}row>`;
    })
    .join('');
}

let made = 0;
async function marked(input: WorkbookInput) {
  const path = join(folder, `${++made}.xlsx`);
  writeFileSync(path, workbook(input));
  const out = join(folder, `out-${made}`);
  const { copies, findings, rebuilt } = await checkAndCopy([path], out, '校验');
  const [copy = ''] = copies;
  const again = await checkAndCopy([copy], join(out, 'again'), '校验');
  expect(comparable(again.findings)).toEqual(comparable(findings));
  const parts = partsOf(copy);
  for (const [name, bytes] of parts) if (/\.(xml|rels)$/.test(name)) wellFormed(name, bytes);
  const text = (name: string): string => parts.get(name)?.toString() ?? '';
  return { copy, rebuilt: rebuilt[0], parts, text, twice: partsOf(again.copies[0] ?? '') };
}

function wellFormed(name: string, bytes: Buffer): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(bytes.toString('utf8')).close();
}

/** Order of a worksheet's elements in ECMA-376 §18.3.1.99, as far as they appear here. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

function inSchemaOrder(sheet: string): boolean {
  const found: number[] = [];
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local }) => {
    if (++depth === 2) found.push(ORDER.indexOf(local));
  });
  parser.on('closetag', () => depth--);
  parser.write(sheet).close();
  return found.every((place, index) => place >= 0 && place > (found[index - 1] ?? -1));
}

const NOTES = `<comments xmlns="${MAIN}"><authors><author>村</author><author>tc={9A}</author></authors><commentList>
<comment ref="C3" authorId="0"><text><t>旧批注</t></text></comment>
<comment ref="E4" authorId="1"><text><t>[Threaded comment] 对话</t></text></comment></commentList></comments>`;
const BOXES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>';

/** Notes as openpyxl writes them: absolute targets, names of its own. */
const ABSOLUTE_NOTES: WorkbookInput = {
  sheets: [
    {
      name: '成员',
      xml: worksheet(
        rowsXml(),
        '',
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><legacyDrawing r:id="anysvml"/>',
      ),
    },
  ],
  parts: [
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      data: relationshipList([
        relationship('comments', 'comments', '/xl/comments/comment1.xml'),
        relationship('anysvml', 'vmlDrawing', '/xl/drawings/commentsDrawing1.vml'),
      ]),
    },
    { name: 'xl/comments/comment1.xml', data: NOTES },
    { name: 'xl/drawings/commentsDrawing1.vml', data: BOXES },
  ],
};

describe('files that libraries trip over', () => {
  it('adds to notes with absolute targets, and leaves conversations alone', async () => {
    const { rebuilt, text, parts, twice } = await marked(ABSOLUTE_NOTES);
    expect(rebuilt).toBe(false);
    const notes = text('xl/comments/comment1.xml');
    expect(notes).toContain('旧批注');
    expect(notes.indexOf('旧批注')).toBeLessThan(notes.indexOf('【校验】'));
    expect(notes).toContain('<comment ref="E4" authorId="1"><text><t>[Threaded comment] 对话</t></text></comment>');
    // Every note has its box; the conversation brought none.
    expect(text('xl/drawings/commentsDrawing1.vml').split('<v:shape ')).toHaveLength(
      notes.split('<comment ').length - 1,
    );
    expect([...parts.keys()].filter((name) => /comments\d+\.xml|vmlDrawing/.test(name))).toEqual([]);
    // Made again from the copy, nothing of ours is there twice.
    expect(twice.get('xl/comments/comment1.xml')?.toString()).toBe(notes);
    expect(twice.get('xl/drawings/commentsDrawing1.vml')?.toString()).toBe(text('xl/drawings/commentsDrawing1.vml'));
    expect(twice.get('xl/worksheets/sheet1.xml')?.toString()).toBe(text('xl/worksheets/sheet1.xml'));
    expect(twice.get('xl/styles.xml')?.toString()).toBe(text('xl/styles.xml'));
  });

  it('edits sheets whose elements carry a prefix', async () => {
    const { rebuilt, text, copy } = await marked({
      sheets: [
        {
          name: '成员',
          xml: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${rowsXml('x:')}</x:sheetData></x:worksheet>`,
        },
      ],
    });
    expect(rebuilt).toBe(false);
    expect(text('xl/worksheets/sheet1.xml')).toContain('<x:legacyDrawing ');
    expect(text('xl/worksheets/sheet1.xml')).toContain('<x:c r="I1"');
    expect(copy).toMatch(/校验\.xlsx$/);
  });

  it('puts every element where the schema wants it, and cuts column ranges around ours', async () => {
    const after =
      '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A20:C20"/></mergeCells>' +
      '<conditionalFormatting sqref="E2"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>' +
      '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><drawing r:id="rId9"/><extLst/>';
    const before =
      '<sheetPr/><dimension ref="A1:H6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="16384" width="9" hidden="0"/></cols>';
    const { text, rebuilt } = await marked({ sheets: [{ name: '成员', xml: worksheet(rowsXml(), before, after) }] });
    expect(rebuilt).toBe(false);
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(inSchemaOrder(sheet)).toBe(true);
    expect(sheet).toContain('<col min="1" width="9" hidden="0" max="8"/><col min="9" max="9"');
    expect(sheet).toMatch(/<col [^>]*max="16384"[^>]*min="10"/);
    expect(sheet).toContain('<dimension ref="A1:I6"/>');
    expect(sheet).not.toContain('tabSelected');
    expect(sheet).toContain('<drawing r:id="rId9"/><legacyDrawing');
    expect(inSchemaOrder(text('xl/worksheets/sheet2.xml'))).toBe(true);
  });

  it('moves names that belong to a sheet along, and shows our sheet', async () => {
    const names =
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">其他!$A$1</definedName><definedName name="全表">成员!$A$1</definedName></definedNames>';
    const sheets = [
      { name: '成员', rows: rowsXml() },
      { name: '其他', xml: worksheet('', '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>') },
    ];
    const list = sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
    const { text, twice } = await marked({
      sheets,
      parts: [
        {
          name: 'xl/workbook.xml',
          data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews><sheets>${list}</sheets>${names}<calcPr calcId="1"/></workbook>`,
        },
      ],
    });
    const book = text('xl/workbook.xml');
    expect(book).toContain('<definedName name="_xlnm.Print_Area" localSheetId="2">其他!$A$1</definedName>');
    expect(book).toContain('<definedName name="全表">成员!$A$1</definedName>');
    expect(book).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'成员'!$A$1:$I$6</definedName>`,
    );
    expect(book).toContain('<workbookView activeTab="0"/>');
    expect(text('xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
    expect(
      twice
        .get('xl/workbook.xml')
        ?.toString()
        .match(/<sheet /g),
    ).toHaveLength(3);
    expect(
      twice
        .get('xl/workbook.xml')
        ?.toString()
        .match(/校验结果'!\$4:\$4/g),
    ).toHaveLength(1);
  });

  it('does not lay a filter over a table of Excel', async () => {
    const { text } = await marked({
      sheets: [{ name: '成员', xml: worksheet(rowsXml(), '', '<tableParts count="0"/>') }],
    });
    expect(text('xl/worksheets/sheet1.xml')).not.toContain('<autoFilter');
    expect(text('xl/workbook.xml')).not.toMatch(/FilterDatabase[^>]*>'成员'/);
    expect(text('xl/worksheets/sheet1.xml')).toMatch(/<legacyDrawing [^>]*\/><tableParts/);
  });

  it('makes a copy from the values where parts cannot be edited, and says so', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const comment = await marked({ sheets: [{ name: '成员', xml: worksheet(`<!-- 说明 -->${rowsXml()}`) }] });
    expect(comment.rebuilt).toBe(true);
    const other = await marked({
      sheets: [{ name: '成员', xml: `<worksheet xmlns="${strict}"><sheetData>${rowsXml()}</sheetData></worksheet>` }],
      parts: [
        {
          name: 'xl/workbook.xml',
          data: `<workbook xmlns="${strict}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="成员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        },
      ],
    });
    expect(other.rebuilt).toBe(true);
    const book = await openBook(other.copy);
    expect(book.worksheets[0]?.getCell('A3').text).toContain('按原来的数值重新生成');
    const sheet = book.getWorksheet('成员');
    expect(fillOf(sheet?.getCell('C3') as never)).toBe('FFFFC7CE');
    expect(noteOf(sheet?.getCell('C3') as never)).toContain('【校验】');
    expect(sheet?.getCell('C2').numFmt).toBe('@');
  });

  it('takes a workbook without styles, and cells and rows without addresses', async () => {
    const bare = rowsXml()
      .replace(/ r="[A-H]?\d+"/g, '')
      .replace(/ spans="1:8"/g, '');
    const { rebuilt, text } = await marked({
      sheets: [{ name: '成员', rows: bare }],
      parts: [
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: relationshipList([relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')]),
        },
      ],
      without: ['xl/styles.xml'],
    });
    expect(rebuilt).toBe(false);
    expect(text('xl/_rels/workbook.xml.rels')).toContain('styles.xml');
    expect(text('xl/styles.xml')).toContain('FFFFC7CE');
  });

  it('does not take a clerk’s own sheet 校验结果 for its own', async () => {
    const { text } = await marked({
      sheets: [
        { name: '成员', rows: rowsXml() },
        { name: '校验结果', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>上次县里的结论</t></is></c></row>' },
      ],
    });
    expect(text('xl/workbook.xml')).toContain('name="校验结果2"');
    expect(text('xl/worksheets/sheet2.xml')).toContain('上次县里的结论');
  });
});

describe('what is marked', () => {
  const base = {
    file: 'a.xlsx',
    label: 'a.xlsx',
    asOf: '2024-10-31',
    policies: [],
    reveal: false,
    words: () => ({ name: 'x', title: '题目', what: '身份证号 640181198501010013 不对', why: '', how: '改' }),
    tables: [],
    sources: [],
    accepting: { name: () => ({ code: '', object: '', content: '', key: '' }), acceptance: () => null },
    merges: () => [{ firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 0 }],
    lastRowOf: () => null,
    headOf: () => null,
  };
  const finding = (row: number, column: number | null, severity: 'error' | 'warning' | 'info' = 'error') => ({
    code: 'CEL-02',
    severity,
    place: { ...NOWHERE, file: 'a.xlsx', sheet: '成员', row, column },
    subject: NOBODY,
    value: null,
    params: {},
    related: [],
  });

  it('gives one numbered note to several problems of a cell, numbers in it masked', () => {
    const marks = annotation({ ...base, findings: [finding(7, 2, 'warning'), finding(7, 2)] });
    const [cell] = marks.sheets[0]?.cells ?? [];
    expect(marks.sheets[0]?.cells).toHaveLength(1);
    expect(cell?.kind).toBe('error');
    expect(cell?.note).toMatch(/^1\. 错误 CEL-02 .*\n怎么改：改\n2\. 警告 CEL-02 /);
    expect(cell?.note).not.toMatch(/\d{15}/);
  });

  it('stands on the cell of a merged range that shows, and never for a mere remark', () => {
    const marks = annotation({ ...base, findings: [finding(3, 0), finding(9, 1, 'info')] });
    expect(marks.sheets[0]?.cells.map(({ row, column }) => [row, column])).toEqual([[2, 0]]);
  });

  it('writes at most 2,000 notes a sheet, lists all and says so', () => {
    const findings = Array.from({ length: 2100 }, (_, index) => finding(index + 10, 2));
    const marks = annotation({ ...base, findings });
    const cells = marks.sheets[0]?.cells ?? [];
    expect(cells).toHaveLength(2100);
    expect(cells.filter(({ note }) => note !== null)).toHaveLength(2000);
    const rows = [...marks.added.build({ rebuilt: false, formulas: new Set() }).rows];
    expect(rows).toHaveLength(2104);
    expect(JSON.stringify(rows[2])).toContain('仅前 2000 处加批注，共 2100 处');
  });
});
