import { describe, expect, it } from 'vitest';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from './workbook-builder.js';

const A = '640181199001010010';
const B = '640181199001010029';
const C = '640181199201010022';
const MEMBERS = ['户编号', '姓名', '身份证号', '与户主关系'];
const HOUSEHOLDS = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'];
type Row = readonly (string | number | null)[];
const member = (household: string, id: string): Row => [household, '张三', id, '户主'];
const household = (id: string, head: string): Row => [id, '张三', head, 1, 2023];

async function read(rows: readonly Row[], merges: readonly string[] = []) {
  const { files, findings, roster } = await readRoster([gridWorkbook({ 名册: rows }, { merges })]);
  const tables = files.flatMap((file) => file.tables);
  return {
    tables: tables.map(({ table, headerRows, rows: count }) => [table, ...headerRows, count]),
    codes: findings.map(({ code }) => code),
    fields: tables.flatMap(({ columns }) => columns.map(({ field, unit }) => `${field ?? '—'}${unit ?? ''}`)),
    findings,
    roster,
  };
}

describe('tables beside each other', () => {
  it('of unequal length: the shorter has no blank rows', async () => {
    const { tables, codes } = await read([
      [...HOUSEHOLDS, null, ...MEMBERS],
      [...household('H1', A), null, ...member('H1', A)],
      [null, null, null, null, null, null, ...member('H1', B)],
      [null, null, null, null, null, null, ...member('H1', C)],
    ]);
    expect(tables).toEqual([
      ['住户', 1, 1, 1],
      ['成员', 1, 1, 3],
    ]);
    expect(codes).not.toContain('SHT-06');
  });

  it('nor has it where only our own result stands beside the longer one', async () => {
    const { codes } = await read([
      [...MEMBERS, null, ...HOUSEHOLDS, '校验结果（系统生成）'],
      [...member('H1', A), null, ...household('H1', A)],
      [...member('H2', B), null, null, null, null, null, null, '错误：某事'],
    ]);
    expect(codes).not.toContain('SHT-06');
  });

  it('without a column between them, where the header says everything twice', async () => {
    const { tables, codes } = await read([
      [...MEMBERS, ...MEMBERS],
      [...member('H1', A), ...member('H2', B)],
      [...member('H3', C)],
    ]);
    expect(tables).toEqual([
      ['成员', 1, 1, 2],
      ['成员', 1, 1, 1],
    ]);
    expect(codes).not.toContain('HDR-02');
  });

  it('but one column twice stays two columns for one field', async () => {
    const { codes } = await read([
      [...MEMBERS, '年务工收入', '年务工收入'],
      [...member('H1', A), 1, 2],
    ]);
    expect(codes).toContain('HDR-02');
  });
});

describe('headers and forms', () => {
  it('headers may end in a colon', async () => {
    for (const colon of ['：', ':']) {
      const rows = [['填报单位：甲镇', null, '填报日期：2023年'], MEMBERS.map((word) => word + colon), member('H1', A)];
      expect((await read(rows)).tables).toEqual([['成员', 2, 2, 1]]);
    }
  });

  it('labels with their values beside them are a form, with a colon or without', async () => {
    for (const colon of ['：', '']) {
      const { tables, findings } = await read([
        ['奖补申请表'],
        [`姓名${colon}`, '张三', `性别${colon}`, '男'],
        [`身份证号${colon}`, A, `联系电话${colon}`, '13800138000'],
        [`家庭人口数${colon}`, 3, `年务工收入${colon}`, 24_000],
      ]);
      expect(tables).toEqual([]);
      expect(findings).toMatchObject([{ code: 'HDR-09', severity: 'error', params: { reason: 'form' } }]);
    }
  });

  it('a unit in a header row of its own belongs to the word above it', async () => {
    const { tables, roster } = await read(
      [
        ['户编号', '姓名', '身份证号', '与户主关系', '收入'],
        [null, null, null, null, '年务工收入'],
        [null, null, null, null, '（万元）'],
        [...member('H1', A), 2.4],
      ],
      ['A1:A3', 'B1:B3', 'C1:C3', 'D1:D3'],
    );
    expect(tables).toEqual([['成员', 1, 3, 1]]);
    expect(roster.rows.成员[0]?.wageIncome).toBe(2_400_000);
  });

  it('the unit of a group is that of its amounts; a year under it stays a year', async () => {
    const { tables, fields } = await read(
      [
        ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '家庭收入情况（元）', null],
        [null, null, null, null, '务工收入', '收入年度'],
        ['H1', '张三', A, 1, 100, 2023],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'],
    );
    expect(tables).toEqual([['住户', 1, 2, 1]]);
    expect(fields.slice(4)).toEqual(['年务工收入元', '收入年度']);
  });
});

describe('a list of nothing but household numbers', () => {
  it('tells the first blanks cell by cell, the rest once a column, and loses no row', async () => {
    const rows = Array.from({ length: 10_050 }, (_, i): Row => [`H${i}`, null, null, null, null]);
    const { tables, findings, roster } = await read([HOUSEHOLDS, ...rows]);
    expect(tables).toEqual([['住户', 1, 1, 10_050]]);
    expect(findings.filter(({ code }) => code === 'HDR-08').map(({ params }) => params)).toEqual(
      HOUSEHOLDS.slice(1).map((field) => ({ field, count: 50, total: 10_050 })),
    );
    expect(findings.filter(({ code }) => code === 'CEL-01')).toHaveLength(10_000);
    expect(roster.rows.住户[10_049]?.unreadable).toEqual(['headName', 'headId', 'size', 'incomeYear']);
  });
});

describe('parts of a list', () => {
  it('the name of a part over a repeated header is no row', async () => {
    const { tables, codes } = await read([MEMBERS, member('H1', A), ['第二村'], MEMBERS, member('H2', B)]);
    expect(tables).toEqual([['成员', 1, 1, 2]]);
    expect(codes).toEqual([]);
  });

  it('the same words without a header below are kept and reported', async () => {
    const { tables, codes } = await read([MEMBERS, member('H1', A), ['第二村'], member('H2', B)]);
    expect(tables).toEqual([['成员', 1, 1, 3]]);
    expect(codes).toContain('CEL-01');
  });

  it('a name alone over a repeated header is a row, and is reported', async () => {
    const head = ['姓名', '身份证号', '户编号', '与户主关系'];
    const { tables, codes } = await read([head, ['张三', A, 'H1', '户主'], ['李四'], head, ['王五', B, 'H2', '户主']]);
    expect(tables).toEqual([['成员', 1, 1, 3]]);
    expect(codes).toContain('CEL-01');
  });
});
