import { describe, expect, it } from 'vitest';
import { normaliseHeader } from '../../src/tables/header/normalise.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { type GridRows, type GridWorkbookOptions, gridWorkbook } from './workbook-builder.js';

const A = '640181199001010010';
const B = '640181199001010029';
const MEMBERS = ['户编号', '姓名', '身份证号', '与户主关系', '年务工收入'];
const HOUSEHOLDS = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '联系电话'];
const ZHANG = ['HH1', '张三', A, '户主', 30_000];
const LI = ['HH1', '李四', B, '配偶', 10_000];
const HOUSE = ['HH1', '张三', A, 2, 2023, 40_000, '13800138000'];

async function read(rows: GridRows, options: GridWorkbookOptions = {}) {
  const reading = await readRoster([gridWorkbook({ 名册: rows }, options)]);
  return {
    ...reading,
    tables: (reading.files[0]?.tables ?? []).map(({ table, headerRows, rows: count }) => [table, headerRows, count]),
    codes: reading.findings.map(({ code, place }) => `${code}@${String(place.row)}`),
  };
}

describe('tables below each other on one sheet', () => {
  it.each([
    ['the wider below', [MEMBERS, ZHANG, LI, [], ['住户情况表'], HOUSEHOLDS, HOUSE], [1, 6]],
    ['the wider above', [HOUSEHOLDS, HOUSE, [], ['家庭成员表'], MEMBERS, ZHANG, LI], [1, 5]],
    ['without title or blank row', [HOUSEHOLDS, HOUSE, MEMBERS, ZHANG, LI], [1, 3]],
  ] satisfies [string, GridRows, number[]][])('are two tables: %s', async (_, rows, heads) => {
    const { roster, tables, codes } = await read(rows);
    expect(roster.rows.成员.map(({ name, wageIncome }) => [name, wageIncome])).toEqual([
      ['张三', 3_000_000],
      ['李四', 1_000_000],
    ]);
    expect(roster.rows.住户).toMatchObject([{ householdId: 'HH1', size: 2, wageIncome: 4_000_000 }]);
    expect(tables.map(([, header]) => header)).toEqual(heads.map((row) => [row, row]));
    expect(codes.filter((code) => !code.startsWith('HDR-03'))).toEqual([]);
  });

  it('finds the second header beyond the searched head, over two merged rows', async () => {
    const members = Array.from({ length: 80 }, (_, index) => [`HH${String(index)}`, '张三', A, '户主', 1]);
    const rows: GridRows = [
      MEMBERS,
      ...members,
      ['户编号', '户主', '', '家庭人口数', '收入年度'],
      ['', '户主姓名', '户主身份证号', '', ''],
      HOUSE.slice(0, 5),
    ];
    const merges = ['A82:A83', 'B82:C82', 'D82:D83', 'E82:E83'];
    const { tables } = await read(rows, { merges });
    expect(tables).toEqual([
      ['成员', [1, 1], 80],
      ['住户', [82, 83], 1],
    ]);
  });

  it('refuses a second table that lacks a required column, and says so', async () => {
    const { tables, codes } = await read([MEMBERS, ZHANG, ['户编号', '户主姓名', '家庭人口数', '收入年度'], HOUSE]);
    expect(tables.map(([table, , rows]) => [table, rows])).toEqual([
      ['成员', 1],
      ['住户', 1],
    ]);
    expect(codes).toContain('HDR-01@3');
  });

  it('keeps one table over pages that repeat title and header', async () => {
    const { tables, codes } = await read([['务工收入花名册'], MEMBERS, ZHANG, ['务工收入花名册'], MEMBERS, LI]);
    expect(tables).toEqual([['成员', [2, 2], 2]]);
    expect(codes).toEqual([]);
  });

  it('gives a row that looked like a title back to its table', async () => {
    const { roster, codes } = await read([MEMBERS, ZHANG, ['HH2情况'], LI]);
    expect(roster.rows.成员).toHaveLength(3);
    expect(codes).toContain('CEL-01@3');
  });
});

it('reads 户主姓名 under a group header 户主, with or without merges', async () => {
  for (const group of ['户主', '户主信息']) {
    const { tables, codes } = await read([
      ['户编号', group, '', '家庭人口数', '收入年度'],
      ['', '户主姓名', '户主身份证号', '', ''],
      HOUSE.slice(0, 5),
    ]);
    expect([tables, codes]).toEqual([[['住户', [1, 2], 1]], []]);
  }
});

describe('rows around the data', () => {
  it('leaves out seals, page marks, numbered notes, hints and column numbers', async () => {
    const { roster, codes } = await read([
      MEMBERS,
      ['必填', '必填', '必填，18位', '选填', '数字'],
      ['(1)', '(2)', '(3)', '(4)', '(5)=(3)+(4)'],
      ZHANG,
      ['（盖章）'],
      ['2.请如实填写不得涂改'],
      ['第 1 页 共 2 页'],
    ]);
    expect(roster.rows.成员).toHaveLength(1);
    expect(codes.filter((code) => !code.startsWith('SHT-06'))).toEqual([]);
  });

  it('compares a total that stands above the rows with the rows below it', async () => {
    const right = await read([MEMBERS, ['合计', '', '', '', 40_000], ZHANG, LI]);
    expect([right.roster.rows.成员.length, right.codes]).toEqual([2, []]);
    const wrong = await read([MEMBERS, ['合计', '', '', '', 40_001], ZHANG, LI]);
    expect(wrong.codes).toEqual(['SHT-03@2']);
  });
});

describe('household columns beside members, filled in once', () => {
  const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '姓名', '身份证号', '与户主关系'];

  it('takes the blank cells of the other members for no mistake', async () => {
    const { roster, codes } = await read([
      HEAD,
      ['HH1', '张三', A, 2, '张三', A, '户主'],
      ['HH1', '', '', '', '李四', B, '配偶'],
    ]);
    expect(codes).toEqual([]);
    expect(roster.rows.住户).toMatchObject([{ householdId: 'HH1', headId: A, size: 2 }]);
  });

  it('asks once for what no row of the household says', async () => {
    const { codes } = await read([
      HEAD,
      ['HH1', '张三', A, '', '张三', A, '户主'],
      ['HH1', '', '', '', '李四', B, '配偶'],
    ]);
    expect(codes).toEqual(['CEL-19@2']);
  });

  it('fills the 户编号 down where the rows are as many as 家庭人口数, and says so once', async () => {
    const { roster, codes } = await read([
      HEAD,
      ['HH1', '张三', A, 2, '张三', A, '户主'],
      ['', '', '', '', '李四', B, '配偶'],
    ]);
    expect(codes).toEqual(['SHT-08@3']);
    expect(roster.rows.成员.map(({ householdId }) => householdId)).toEqual(['HH1', 'HH1']);
  });

  it('asks once for a household whose filled-down rows no 家庭人口数 proves', async () => {
    const rows = ['李四', '王五', '赵六'].map((name, i) => ['', '', '', '', name, `64018119900101${i}010`, '其他']);
    const { codes } = await read([HEAD, ['HH1', '张三', A, '', '张三', A, '户主'], ...rows]);
    expect(codes.filter((code) => /^HHD/.test(code))).toEqual(['HHD-25@2']);
  });
});

it.each([
  ['年务工收入_income（元）', '年务工收入', '元'],
  ['开户银行 Bank', '开户银行', null],
  ['银行帐号 Account No.', '银行账号', null],
  ['（3）身份证号', '身份证号', null],
  ['④与户主关系', '与户主关系', null],
  ['年务工收入／万元', '年务工收入', '万元'],
  ['户ID', '户ID', null],
])('reads the header %s', (raw, key, unit) => {
  expect(normaliseHeader(raw)).toEqual({ key, unit });
});
