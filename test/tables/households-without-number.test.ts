import { describe, expect, it } from 'vitest';
import { readRoster } from '../../src/tables/read-roster.js';
import type { Cell } from '../../src/tables/grid.js';
import { madeUpId } from '../../src/policy/cases/case-cells.js';
import { gridWorkbook } from './workbook-builder.js';

const HEAD = ['户主姓名', '家庭人口数', '姓名', '身份证号', '与户主关系', '年务工收入'];
const [A, B, C, D] = [1, 2, 3, 4].map((serial) => madeUpId('19900101', serial));

type Rows = readonly (readonly (Cell | undefined)[])[];

async function read(sheets: Readonly<Record<string, Rows>>, merges: readonly string[] = []) {
  const { roster, findings } = await readRoster([gridWorkbook(sheets, { merges })]);
  return {
    members: roster.rows.成员.map(({ householdId }) => householdId),
    households: roster.rows.住户.map(({ householdId, size }) => [householdId, size]),
    codes: findings.filter(({ severity }) => severity !== 'info').map(({ code, place }) => `${code}@${place.row}`),
    infos: findings.filter(({ severity }) => severity === 'info').map(({ code }) => code),
  };
}

describe('households without 户编号', () => {
  const TWO: Rows = [
    HEAD,
    ['张三', 2, '张三', A, '户主', 9000],
    [null, null, '李四', B, '配偶', null],
    ['王五', 1, '王五', C, '户主', 9000],
  ];

  it('are known by the IDs of their heads, and that is said once', async () => {
    expect(await read({ 名册: TWO })).toEqual({
      members: [A, A, C],
      households: [
        [A, 2],
        [C, 1],
      ],
      codes: [],
      infos: ['HHD-24'],
    });
  });

  it('take the number that another table gives their head', async () => {
    const households = [
      ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'],
      ['H7', '张三', A, 2, 2024],
    ];
    const { members, codes } = await read({ 名册: TWO, 住户: households });
    expect([members, codes]).toEqual([['H7', 'H7', C], []]);
  });

  it('are parted by merged cells, wherever the head stands', async () => {
    const rows = [
      HEAD,
      ['张三', 2, '李四', B, '配偶', null],
      [null, null, '张三', A, '户主', 9000],
      ['王五', 2, '王五', C, '户主', 9000],
      [null, null, '赵六', D, '之子', null],
    ];
    const { members, codes } = await read({ 名册: rows }, ['A2:A3', 'B2:B3', 'A4:A5', 'B4:B5']);
    expect([members, codes]).toEqual([[A, A, C, C], []]);
  });

  it('two neighbours of one name are two households', async () => {
    const rows = [
      HEAD,
      ['张三', 2, '张三', A, '户主', 9000],
      ['张三', 2, '李四', B, '配偶', null],
      ['张三', 2, '张三', C, '户主', 9000],
      ['张三', 2, '赵六', D, '之子', null],
    ];
    expect((await read({ 名册: rows })).members).toEqual([A, A, C, C]);
  });

  it('without a head, or with one whose ID cannot be read, are one question and nobody’s', async () => {
    const rows = [
      HEAD,
      ['张三', 2, '张三', '64018119900101001', '户主', 9000],
      [null, null, '李四', B, '配偶', null],
      ['王五', 1, '王五', C, '户主', 9000],
    ];
    const { members, codes } = await read({ 名册: rows });
    expect(members).toEqual([null, null, C]);
    expect(codes.filter((code) => code.startsWith('HHD'))).toEqual(['HHD-25@2']);
  });
});

describe('numbers in two spellings', () => {
  const households = (number: Cell, id: string | undefined) => [
    ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'],
    [number, '张三', id, 1, 2024],
  ];
  const members = (number: Cell, id: string | undefined) => [
    ['户编号', '姓名', '身份证号', '与户主关系'],
    [number, '张三', id, '户主'],
  ];

  it.each<[string | number, string | number]>([
    ['001', 1],
    ['LX001', 'LX1'],
    [12, '0012'],
  ])('%s and %s are one where the heads agree, with one warning', async (a, b) => {
    const agreed = await read({ 住户: households(a, A), 成员: members(b, A) });
    expect([agreed.members, agreed.codes]).toEqual([[String(a)], ['HHD-26@2']]);
  });

  it('are an error each where the heads differ', async () => {
    const { members: ids, codes } = await read({ 住户: households('001', A), 成员: members('1', B) });
    expect([ids, codes]).toEqual([['1'], ['HHD-26@2', 'HHD-26@2']]);
  });

  it('10 and 1, 100 and 001 are other numbers', async () => {
    expect((await read({ 住户: households('10', A), 成员: members('1', B) })).codes).toEqual([]);
    expect((await read({ 住户: households('100', A), 成员: members('001', B) })).codes).toEqual([]);
  });
});

it('the name of a part and of a sheet is the place of the households below it', async () => {
  const head = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'];
  const { roster } = await readRoster([
    gridWorkbook({
      梅苑社区: [head, ['H1', '张三', A, 1, 2024], ['一、和顺新村（2户）'], ['H2', '李四', B, 1, 2024]],
    }),
  ]);
  expect(roster.rows.住户.map(({ community }) => community)).toEqual(['梅苑社区', '和顺新村']);
});
