import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_KINDS } from '../../src/domain/roster.js';
import { templateTables, templateWorkbook } from '../../src/documents/check/template-workbook.js';
import { openWorkbook } from '../../src/io/readers/index.js';
import { benefitTables } from '../../src/policy/scopes/index.js';
import { writeWorkbook } from '../../src/io/writers/xlsx-writer.js';
import { TABLES } from '../../src/tables/fields/index.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { sampleResult } from './sample-result.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butie-template-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { pack } = sampleResult({ households: 1 });

describe('the blank standard workbook', () => {
  it('asks for the tables that a pack uses', () => {
    expect(templateTables(pack, benefitTables(pack))).toEqual(['住户', '成员', '经营']);
    const training: typeof pack = {
      ...pack,
      flags: [],
      benefits: pack.benefits
        .slice(0, 1)
        .map((benefit) => ({ ...benefit, for: { each: 'institution', trainings: ['餐饮服务'], kinds: ['培训机构'] } })),
    };
    expect(templateTables(training, benefitTables(training))).toEqual(['单位', '培训']);
  });

  it('is read back as its own tables, every column known, without rows or findings', async () => {
    const path = join(folder, 'all.xlsx');
    await writeWorkbook(path, templateWorkbook({ pack, tables: TABLE_KINDS.map((kind) => TABLES[kind]) }));
    const workbook = await openWorkbook(path);
    const { roster, files } = await readRoster([workbook]);
    await workbook.close();
    const tables = files[0]?.tables ?? [];
    expect(tables.map((table) => table.table)).toEqual(TABLE_KINDS);
    for (const table of tables) {
      expect(
        table.columns.filter((column) => column.field === null),
        table.sheet,
      ).toEqual([]);
      expect(table.rows, table.sheet).toBe(0);
    }
    for (const kind of TABLE_KINDS) expect(roster.rows[kind], kind).toEqual([]);
    const errors = files.flatMap((file) => file.findings).filter((finding) => finding.severity === 'error');
    // A file with no data is refused as such; nothing else may be wrong with it.
    expect(errors.map((finding) => finding.code)).toEqual(['FIL-06']);
  });

  it('keeps digits as text, offers choices and explains each header', async () => {
    const path = join(folder, 'one.xlsx');
    await writeWorkbook(path, templateWorkbook({ pack, tables: [TABLES['成员']] }));
    const book = new ExcelJs.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet('成员');
    const headers = (sheet?.getRow(1).values as string[]).slice(1);
    const id = headers.indexOf('身份证号*') + 1;
    const relation = headers.indexOf('与户主关系*') + 1;
    expect(sheet?.getColumn(id).numFmt).toBe('@');
    expect(sheet?.getCell(3, relation).dataValidation.formulae[0]).toContain('户主');
    expect(sheet?.getCell(1, id).note).toBeTruthy();
    expect(sheet?.getCell(2, 1).text).toMatch(/^例/);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(book.worksheets[0]?.name).toBe('填写说明');
  });
});
