import ExcelJS from 'exceljs';

/**
 * Writes a workbook as a township clerk makes it: a title over merged cells, a line with unit and date, a header of two
 * rows, a 合计 row and the line for signatures.
 *
 * @typedef {import('./households.js').Row} Row
 * @typedef {{ header: string, column: string | null, group?: string, width?: number, text?: boolean }} Column
 * @typedef {{ name: string, title: string, note: string, columns: readonly Column[], rows: readonly Row[], totals: Record<string, number>, signature: string }} SheetPlan
 */

const THIN = /** @type {const} */ ({ style: 'thin' });
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** @param {string} file @param {readonly SheetPlan[]} plans */
export async function writeWorkbook(file, plans) {
  const book = new ExcelJS.Workbook();
  book.created = new Date(Date.UTC(2024, 9, 20));
  book.modified = book.created;
  for (const plan of plans) addSheet(book, plan);
  await book.xlsx.writeFile(file);
}

/** @param {ExcelJS.Workbook} book @param {SheetPlan} plan */
function addSheet(book, plan) {
  const { columns } = plan;
  const sheet = book.addWorksheet(plan.name);
  sheet.columns = columns.map((column) => ({ width: column.width ?? 12 }));
  const grouped = columns.some((column) => column.group !== undefined);
  sheet.addRow([plan.title]).font = { size: 16, bold: true };
  sheet.addRow([plan.note]);
  for (const row of [1, 2]) {
    sheet.mergeCells(row, 1, row, columns.length);
    sheet.getCell(row, 1).alignment = { horizontal: row === 1 ? 'center' : 'left' };
  }
  const first = 3;
  const last = grouped ? 4 : 3;
  if (grouped) sheet.addRow(columns.map((column) => column.group ?? column.header));
  sheet.addRow(columns.map((column) => column.header));
  if (grouped) mergeHeader(sheet, columns, first);
  for (let row = first; row <= last; row++)
    for (let i = 1; i <= columns.length; i++)
      sheet.getCell(row, i).style = {
        font: { bold: true },
        border: BOX,
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      };
  plan.rows.forEach((row, i) => {
    const cells = columns.map((column) => (column.column === null ? i + 1 : (row[column.column] ?? null)));
    const added = sheet.addRow(cells);
    columns.forEach((column, j) => {
      const cell = added.getCell(j + 1);
      cell.border = BOX;
      if (column.text === true && typeof cells[j] === 'string') cell.numFmt = '@';
    });
  });
  const totals = columns.map((column) => (column.column === null ? '合计' : (plan.totals[column.column] ?? null)));
  sheet.addRow(totals).font = { bold: true };
  sheet.addRow([]);
  sheet.addRow([plan.signature]);
  sheet.views = [{ state: 'frozen', ySplit: last, xSplit: 3 }];
}

/** Merges the cells of a group sideways and those of single columns downwards. @param {ExcelJS.Worksheet} sheet @param {readonly Column[]} columns @param {number} row */
function mergeHeader(sheet, columns, row) {
  let at = 0;
  while (at < columns.length) {
    const group = columns[at]?.group;
    let end = at;
    if (group === undefined) sheet.mergeCells(row, at + 1, row + 1, at + 1);
    else {
      while (columns[end + 1]?.group === group) end++;
      sheet.mergeCells(row, at + 1, row, end + 1);
    }
    at = end + 1;
  }
}
