import { describe, expect, it } from 'vitest';
import { readRoster } from '../../src/tables/read-roster.js';
import type { Cell } from '../../src/tables/grid.js';
import { date, errorCell, gridWorkbook } from './workbook-builder.js';

const HEAD = [
  '序号',
  '户编号',
  '户主姓名',
  '户主身份证号',
  '家庭人口数',
  '收入年度',
  '年务工收入',
  '证明材料',
  '联系电话',
];
const A = '640181199001010010';
const B = '64018119880808004X';
const ONE = [1, 'H1', '张三', A, 2, 2024, 16000, '合同', '13800138000'];
const TWO = [2, 'H2', '李四', B, 1, 2024, 9000, '合同', '13800138001'];

async function read(...rows: readonly (readonly Cell[])[]) {
  const { roster, findings } = await readRoster([gridWorkbook({ Sheet1: [HEAD, ONE, TWO, ...rows] })]);
  return {
    households: roster.rows.住户.map(({ householdId, headName }) => [householdId, headName]),
    codes: [...new Set(findings.map(({ code }) => code))].sort(),
  };
}

describe('rows that are no people', () => {
  it.each<[string, (readonly Cell[])[]]>([
    ['a signature in three cells', [['社区负责人：', null, '审核人：', null, null, null, '制表人：李红梅']]],
    [
      'a signature with the names beside the roles',
      [['负责人：', '王强', '审核：', '李梅', null, null, '制表：', '马兰']],
    ],
    ['roles without colons', [[null, '社区负责人', null, '审核人', null, null, '填表人']]],
    [
      'a seal and a day',
      [
        [null, null, null, null, null, null, '灵新社区居委会（盖章）'],
        [null, null, '2024年10月8日'],
      ],
    ],
    ['a day as a date', [[null, null, null, null, null, null, date('2024-10-08')]]],
    ['a day with blanks to fill in', [[null, null, null, null, null, '年    月    日']]],
    ['以下空白 under the names', [[null, null, '以下空白']]],
    ['a page mark', [['第 1 页，共 2 页']]],
    ['a page mark in figures', [[null, null, null, null, '— 2 —']]],
    ['接上页', [['（接上页）']]],
    ['a note', [['注：务工收入须附证明材料复印件。']]],
    ['a long statement', [['以上人员信息属实，如有虚假愿承担一切责任']]],
    ['a telephone to complain to', [['监督电话：0951-3066000']]],
    ['an amount in words', [['合计人民币（大写）：壹万元整']]],
  ])('%s', async (_, rows) => {
    expect(await read(...rows)).toEqual({
      households: [
        ['H1', '张三'],
        ['H2', '李四'],
      ],
      codes: [],
    });
  });

  it.each([
    '合计',
    '总 计：',
    '汇总',
    '合计金额',
    '累计',
    'Total',
    '小计',
    '计',
    '本页合计（元）',
    '灵新社区汇总',
    '合计：2户3人',
  ])('a total called %s is compared, and so is its number of heads', async (word) => {
    expect((await read([word, null, null, null, 3, null, 25000])).codes).toEqual([]);
    expect((await read([null, word, null, null, 3, null, 25001])).codes).toEqual(['SHT-03']);
    expect((await read([null, null, word, null, 4, null, 25000])).codes).toEqual(['SHT-03']);
  });

  it('a total without any word is known by its sums', async () => {
    expect((await read([null, null, null, null, 3, null, 25000])).codes).toEqual([]);
    expect((await read([null, null, null, null, 3, null, 25001])).codes).not.toEqual([]);
  });

  it('rows filled in beforehand are one info with their range', async () => {
    const rows = [3, 4, 5].map((n) => [n, `H${n}`, null, null, null, 2024, 0, '有', null]);
    const { households, codes } = await read(...rows);
    expect([households.length, codes]).toEqual([2, ['SHT-06']]);
  });
});

describe('people who look like something else', () => {
  it.each<[string, readonly Cell[], string]>([
    ['called 合计, with an ID', [3, 'H3', '合计', '640181199505050028', 1, 2024, 8000, '合同', null], 'H3'],
    ['called 合计, without an ID', [3, 'H3', '合计', null, 1, 2024, 8000, '合同', null], 'H3'],
    ['called 制表', [3, 'H3', '制表', null, 1, 2024, 8000, '合同', null], 'H3'],
    ['called 以下', [3, 'H3', '以下', '640181199505050028', 1, 2024, 8000, '合同', null], 'H3'],
    ['with an ID cut short', [3, 'H3', '王五', '6401811995', 1, 2024, 8000, '合同', null], 'H3'],
    ['with an error for an ID', [3, 'H3', '王五', errorCell('#N/A'), 1, 2024, 8000, '合同', null], 'H3'],
    ['with 待补 for an ID', [3, 'H3', '王五', '待补', 1, 2024, 8000, '合同', null], 'H3'],
    ['with a name alone', [null, null, '王五', null, null, null, null, null, null], ''],
    ['with a name and a remark', [null, null, '王五', null, null, null, null, '备注见附件', null], ''],
    ['with a household number and money alone', [null, 'H3', null, null, null, null, 8000, null, null], 'H3'],
    ['with a household number alone', [null, 'H3', null, null, null, null, null, null, null], 'H3'],
    ['whose income is the sum of all', [3, 'H3', '王五', null, 3, 2024, 25000, '合同', null], 'H3'],
    ['called 李新村, and nothing else', [null, null, '李新村', null, null, null, null, null, null], ''],
  ])('%s', async (_, row, number) => {
    const { households, codes } = await read(row);
    expect(households.map(([id]) => id ?? '')).toEqual(['H1', 'H2', number]);
    // Whoever is dropped from payment is told.
    if (row[3] === null || typeof row[3] !== 'string' || row[3].length !== 18) expect(codes).not.toEqual([]);
  });
});
