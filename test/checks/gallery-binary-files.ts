import * as XLSX from '@e965/xlsx';
import { MAIN, relationship, relationshipList, workbook } from '../io/xlsx/workbook-builder.js';

const HEADER = ['户编号', '姓名', '身份证号', '与户主关系'];
const HEAD = ['H1', '张三', '640181199001010010', '户主'];
const SPOUSE = ['H1', '李四', '64018119880808004X', '配偶'];

/** Rows of texts; those of row `struck` have style 1. */
function rowsXml(rows: readonly (readonly string[])[], struck = 0): string {
  const cell = (text: string, style: number): string =>
    `<c${style === 0 ? '' : ` s="${style}"`} t="inlineStr"><is><t>${text}</t></is></c>`;
  const line = (row: readonly string[], number: number): string =>
    row.map((text) => cell(text, number === struck ? 1 : 0)).join('');
  return rows.map((row, i) => `<row r="${i + 1}">${line(row, i + 1)}</row>`).join('');
}

type Files = () => Readonly<Record<string, Buffer>>;

/** A second cell style whose font is struck out. */
const STRUCK_STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`;

/** Workbooks that no text format can show. */
export const BINARY_FILES: Readonly<Record<string, Files>> = {
  'ROW-17': () => ({
    '名册.xlsx': workbook({
      sheets: [{ name: '成员', rows: rowsXml([HEADER, HEAD, SPOUSE], 3) }],
      entry: { stored: true },
      parts: [{ name: 'xl/styles.xml', data: STRUCK_STYLES }],
    }),
  }),
  'FIL-08': () => ({
    '名册.xlsx': workbook({
      sheets: [{ name: '成员', rows: rowsXml([HEADER, HEAD]) }],
      entry: { stored: true },
      parts: [
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: relationshipList([
            relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
            relationship('x1', 'externalLink', 'externalLinks/externalLink1.xml'),
          ]),
        },
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          data: relationshipList([relationship('r', 'externalLinkPath', '上年名册.xlsx', 'External')]),
        },
      ],
    }),
  }),
};

/** Workbooks made when they are wanted: the limit of the old format is 65,536 rows. */
export const BIG_FILES: Readonly<Record<string, Files>> = {
  'FIL-07': () => {
    const rows = Array.from({ length: 65_535 }, () => HEAD);
    const sheet = XLSX.utils.aoa_to_sheet([HEADER, ...rows]);
    const book = { SheetNames: ['成员'], Sheets: { 成员: sheet } };
    return { '名册.xls': XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer };
  },
};
