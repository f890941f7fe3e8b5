import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAndCopy, comparable } from './check-in-process.js';
import { clerksWorkbook, type Extras, fillOf, noteOf, openBook } from './roster-file.js';
import { partsOf } from './zip-parts.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butie-marks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
/** A clerk's file, its marked copy opened again, and the same once more from the copy. */
async function marked(extras: Extras = {}) {
  const out = join(folder, String(++made));
  const path = join(folder, `${made}-名册.xlsx`);
  await clerksWorkbook(path, extras);
  const { copies, findings, rebuilt } = await checkAndCopy([path], out, '校验');
  const [copy = ''] = copies;
  const book = await openBook(copy);
  const again = await checkAndCopy([copy], join(out, '2'), '校验');
  expect(comparable(again.findings)).toEqual(comparable(findings));
  expect(rebuilt).toEqual([false]);
  return { path, copy, book, sheet: sheetOf(book, '成员'), twice: again.copies[0] ?? '' };
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe('a marked copy of a clerk’s workbook', () => {
  it('colours the cell, puts a note on it and leaves its neighbours of the same style alone', async () => {
    const { sheet } = await marked();
    expect(fillOf(sheet.getCell('C3'))).toBe('FFFFC7CE');
    expect(noteOf(sheet.getCell('C3'))).toMatch(/^【校验】\n错误 CEL-02 /);
    expect(noteOf(sheet.getCell('C3'))).toContain('怎么改：');
    for (const address of ['B3', 'C2', 'D3']) expect(fillOf(sheet.getCell(address)), address).toBeNull();
    expect(sheet.getCell('C3').border.top?.style).toBe('thin');
    expect(fillOf(sheet.getCell('E4'))).toBe('FFFFC7CE');
  });

  it('puts codes and short words into a last column that can be filtered', async () => {
    const { sheet } = await marked();
    expect(sheet.getCell('I1').text).toBe('校验结果（系统生成）');
    expect(sheet.getCell('I3').text).toContain('错误 CEL-02');
    expect(sheet.getCell('I2').text).toBe('');
    expect(sheet.autoFilter).toBe('A1:I6');
    expect(sheet.getColumn(9).width).toBeGreaterThan(30);
  });

  it('begins with a list of everything, linked to the cells, set up for print', async () => {
    const { book } = await marked();
    const list = book.worksheets[0];
    if (list === undefined) throw new Error('no sheet');
    expect(list.name).toBe('校验结果');
    expect(list.getCell('A2').text).toMatch(/名册\.xlsx.*2024-10-31.*错误 \d+ 处.*警告 \d+ 处/);
    const headers = (list.getRow(4).values as string[]).slice(1);
    expect(headers.join(' ')).toBe(
      '序号 级别 代码 工作表 单元格 户主 列名 现值 问题 为什么 怎么改 可自动修正 核实说明 核实人 核对码',
    );
    const row = [5, 6, 7, 8].map((n) => list.getRow(n)).find((one) => one.getCell(3).text === 'CEL-02');
    expect(row?.getCell(4).text).toBe('成员');
    expect(row?.getCell(5).text).toBe('C3');
    expect(row?.getCell(8).text).toMatch(/^6401\*+\d{3}[\dX]$/);
    expect(list.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
    expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(list.autoFilter).toMatch(/^A4:O\d+$/);
    // Without a list of views the first sheet is the one shown.
    const views = book.views as readonly { activeTab?: number }[] | undefined;
    expect(views?.[0]?.activeTab ?? 0).toBe(0);
  });

  it('keeps the clerk’s notes above ours, and replaces only our part when made again', async () => {
    const { sheet, twice } = await marked({ notes: { C3: '村里说是对的', A2: '户主外出' } });
    expect(noteOf(sheet.getCell('C3'))).toMatch(/^村里说是对的\n【校验】\n错误 CEL-02/);
    expect(noteOf(sheet.getCell('A2'))).toBe('户主外出');
    const again = sheetOf(await openBook(twice), '成员');
    expect(noteOf(again.getCell('C3'))).toBe(noteOf(sheet.getCell('C3')));
    expect(noteOf(again.getCell('A2'))).toBe('户主外出');
  });

  it('made again after a correction, takes its own marks away and nothing else', async () => {
    const { copy } = await marked({ notes: { E4: '再问' } });
    const book = await openBook(copy);
    const sheet = sheetOf(book, '成员');
    sheet.getCell('E4').value = 8000;
    sheet.getCell('C3').value = sheet.getCell('C2').text.replace(/^(.{16})..$/, '$1') + '00';
    const corrected = join(folder, `${++made}-改好.xlsx`);
    await book.xlsx.writeFile(corrected);
    const { copies } = await checkAndCopy([corrected], join(folder, `${made}-out`), '校验');
    const after = await openBook(copies[0] ?? '');
    expect(after.worksheets.map(({ name }) => name)).toEqual(['校验结果', '成员', '其他资料']);
    const fresh = sheetOf(after, '成员');
    expect(noteOf(fresh.getCell('E4'))).toBe('再问');
    expect(fillOf(fresh.getCell('E4'))).toBeNull();
    expect(fresh.getCell('E4').border.top?.style).toBe('thin');
    expect(fresh.getCell('I4').text).toBe('');
    expect(fresh.getCell('J1').text).toBe('');
  });

  it('keeps drop-downs, merged cells, filters, conditional formats, print titles and the other sheets', async () => {
    const { path, copy, sheet, book } = await marked({
      change: (one, whole) => {
        one.getCell('D2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"户主,配偶"'] };
        one.mergeCells('A20:C20');
        one.autoFilter = 'A1:H6';
        one.addConditionalFormatting({
          ref: 'E2:E6',
          rules: [
            {
              type: 'cellIs',
              operator: 'greaterThan',
              formulae: [10000],
              priority: 1,
              style: { font: { bold: true } },
            },
          ],
        });
        one.pageSetup.printTitlesRow = '1:1';
        one.pageSetup.printArea = 'A1:H6';
        const formula = whole.addWorksheet('汇总');
        formula.getCell('A1').value = { formula: "SUM('成员'!E2:E3)", result: 20000 };
      },
    });
    expect(sheet.getCell('D2').dataValidation.formulae).toEqual(['"户主,配偶"']);
    expect(sheet.getCell('A20').isMerged).toBe(true);
    expect(sheet.autoFilter).toBe('A1:I6');
    expect((sheet as unknown as { conditionalFormattings: unknown[] }).conditionalFormattings).toHaveLength(1);
    expect(sheet.pageSetup.printTitlesRow).toBe('1:1');
    expect(sheet.pageSetup.printArea).toBe('A1:H6');
    expect(sheetOf(book, '汇总').getCell('A1').value).toMatchObject({ formula: "SUM('成员'!E2:E3)", result: 20000 });
    const [before, after] = [partsOf(path), partsOf(copy)];
    for (const name of [
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
      'xl/sharedStrings.xml',
      'xl/theme/theme1.xml',
    ])
      expect(after.get(name)?.equals(before.get(name) ?? Buffer.alloc(0)), name).toBe(true);
    // Rows without a problem pass letter by letter.
    const rowTwo = /<row r="2".*?<\/row>/.exec(before.get('xl/worksheets/sheet1.xml')?.toString() ?? '')?.[0] ?? '?';
    expect(after.get('xl/worksheets/sheet1.xml')?.toString()).toContain(rowTwo);
  });

  it('marks the header under a merged header of two rows, and stands beside it', async () => {
    const { sheet } = await marked({
      change: (one) => {
        one.spliceRows(1, 0, ['成员花名册'], []);
        one.getRow(2).values = ['户编号', '姓名', '身份证号', '与户主关系', '务工情况', null, null, '联系电话'];
        one.getRow(3).values = [null, null, null, null, '年务工收入', '证明材料', '务工开始日期', null];
        one.mergeCells('A1:H1');
        one.mergeCells('E2:G2');
        for (const column of ['A', 'B', 'C', 'D', 'H']) one.mergeCells(`${column}2:${column}3`);
      },
    });
    expect(sheet.getCell('I2').text).toBe('校验结果（系统生成）');
    expect(sheet.getCell('I3').isMerged).toBe(true);
    expect(sheet.getCell('I5').text).toContain('CEL-02');
  });

  it('goes behind what stands right of the table', async () => {
    const { sheet } = await marked({ change: (one) => (one.getCell('I3').value = '问过村里') });
    expect(sheet.getCell('I3').text).toBe('问过村里');
    expect(sheet.getCell('J1').text).toBe('校验结果（系统生成）');
  });
});
