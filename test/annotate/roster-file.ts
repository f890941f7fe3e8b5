import ExcelJS from 'exceljs';
import { residentIdCheck } from '../../src/domain/resident-id.js';

/** A valid ID number of nobody. */
export function madeUpId(serial: number, year = 1985): string {
  const first = `640181${year}0101${String(serial % 1000).padStart(3, '0')}`;
  return first + residentIdCheck(first);
}

export const MEMBER_HEADER = [
  '户编号',
  '姓名',
  '身份证号',
  '与户主关系',
  '年务工收入',
  '证明材料',
  '务工开始日期',
  '联系电话',
];

/** Rows of 成员 with three mistakes: a wrong check digit (row 3), an amount (row 4), a person twice (row 6). */
export function memberRows(): (string | number)[][] {
  const wrong = madeUpId(3);
  return [
    ['H1', '张三丰', madeUpId(1), '户主', 12000, '劳务合同', '2024-01-05', '13800138000'],
    [
      'H1',
      '李四光',
      wrong.slice(0, 17) + (wrong.endsWith('1') ? '2' : '1'),
      '配偶',
      8000,
      '工资流水',
      '2024-02-01',
      '',
    ],
    ['H2', '王五岳', madeUpId(5), '户主', '约八千', '劳务合同', '2024-03-01', ''],
    ['H3', '赵六合', madeUpId(7), '户主', 9000, '劳务合同', '2024-03-01', ''],
    ['H3', '赵六合', madeUpId(7), '配偶', 9000, '劳务合同', '2024-03-01', ''],
  ];
}

export interface Extras {
  readonly notes?: Readonly<Record<string, string>>;
  readonly change?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;
}

/** A members' sheet written by exceljs, as a clerk might have made it: borders, one shared style, other sheets. */
export async function clerksWorkbook(path: string, { notes = {}, change }: Extras = {}): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('成员');
  sheet.addRow(MEMBER_HEADER);
  for (const row of memberRows()) sheet.addRow(row);
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.border = {
        top: { style: 'thin' },
        left: { style: 'thin' },
        bottom: { style: 'thin' },
        right: { style: 'thin' },
      };
    }),
  );
  for (const [address, note] of Object.entries(notes)) sheet.getCell(address).note = note;
  const other = book.addWorksheet('其他资料');
  other.addRow(['这一页与花名册无关']);
  change?.(sheet, book);
  await book.xlsx.writeFile(path);
}

/** Text of a cell's note as exceljs reads it. */
export function noteOf(cell: ExcelJS.Cell): string {
  const note = cell.note as unknown;
  if (typeof note === 'string') return note;
  const texts = (note as { texts?: readonly { text: string }[] } | undefined)?.texts ?? [];
  return texts.map(({ text }) => text).join('');
}

export function fillOf(cell: ExcelJS.Cell): string | null {
  const fill = cell.fill as { type?: string; pattern?: string; fgColor?: { argb?: string } } | undefined;
  return fill?.pattern === 'solid' ? (fill.fgColor?.argb ?? null) : null;
}

export async function openBook(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}
