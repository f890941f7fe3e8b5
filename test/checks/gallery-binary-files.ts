import * as XLSX from '@e965/xlsx';
import { relationship, relationshipList, workbook } from '../io/xlsx/workbook-builder.js';

const HEADER = ['户编号', '姓名', '身份证号', '与户主关系'];
const HEAD = ['H1', '张三', '640181199001010010', '户主'];

function rowsXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return rows.map((row, i) => `<row r="${i + 1}">${row.map(cell).join('')}</row>`).join('');
}

type Files = () => Readonly<Record<string, Buffer>>;

/** Workbooks that no text format can show. */
export const BINARY_FILES: Readonly<Record<string, Files>> = {
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
