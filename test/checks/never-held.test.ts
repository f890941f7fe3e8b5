import { describe, expect, it } from 'vitest';
import type { CheckExample } from '../../src/checks/define-check.js';
import { runExample } from './example-roster.js';

type Row = Readonly<Record<string, string | number | null>>;

const ZHANG = '640181199001010010';
const LI = '64018119880808004X';
const CODE = '91350100M000100Y43';
const household = (more: Row = {}): Row => ({
  户编号: 'H1',
  户主姓名: '张三',
  户主身份证号: ZHANG,
  家庭人口数: 2,
  收入年度: 2024,
  ...more,
});
const head = (more: Row = {}): Row => ({ 户编号: 'H1', 姓名: '张三', 身份证号: ZHANG, 与户主关系: '户主', ...more });
const spouse = (more: Row = {}): Row => ({ 户编号: 'H1', 姓名: '李四', 身份证号: LI, 与户主关系: '配偶', ...more });
const shop = (more: Row = {}): Row => ({
  户编号: 'H1',
  经营者姓名: '张三',
  经营者身份证号: ZHANG,
  主体类型: '个体工商户',
  ...more,
});
const worker = (more: Row = {}): Row => ({
  单位名称: '某某帮扶车间',
  统一社会信用代码: CODE,
  姓名: '张三',
  身份证号: ZHANG,
  人员类别: '搬迁群众',
  入职日期: '2024-01-01',
  ...more,
});
const course = (more: Row = {}): Row => ({
  姓名: '王五',
  身份证号: '640181195201010025',
  培训类别: '两后生',
  开始日期: '2024-01-01',
  ...more,
});

async function errorsOf(tables: CheckExample['tables']): Promise<string[]> {
  const { findings } = await runExample({ title: '', tables, expect: [], asOf: '2024-12-31' });
  return findings.filter((finding) => finding.severity === 'error').map((finding) => finding.code);
}

/** src/CONTRACT.md §4, *never `error`*, and what an honest roster may show beside. */
describe('what never holds a payment', () => {
  it.each<readonly [string, CheckExample['tables']]>([
    ['an income year outside the window', { 住户: [household({ 收入年度: 2019, 家庭人口数: 1 })], 成员: [head()] }],
    [
      'an end after as-of',
      { 成员: [head({ 务工开始日期: '2024-03-01', 务工结束日期: '2026-12-31', 务工所在地: '宁波' })] },
    ],
    ['a hire soon after as-of', { 用工: [worker({ 入职日期: '2025-01-01' })] }],
    ['a course that begins after as-of', { 培训: [course({ 开始日期: '2025-03-01', 结束日期: '2025-04-01' })] }],
    ['a wrong enterprise code', { 经营: [shop({ 统一社会信用代码: '91350100M000100Y4Z' })] }],
    ['an account that cannot be right', { 成员: [head({ 银行账号: '123', 开户银行: '某银行' })] }],
    [
      'workers, placed workers and trainees who are no members',
      {
        住户: [household()],
        成员: [head(), spouse()],
        用工: [worker({ 姓名: '王五', 身份证号: '640181195201010025' })],
        劳务输出: [
          {
            中介名称: '某中介',
            中介代码: CODE,
            姓名: '王五',
            身份证号: '640181195201010025',
            户籍县区: '利通区',
            用工单位: '某厂',
            开始日期: '2024-01-01',
          },
        ],
        培训: [course(), course({ 开始日期: '2024-06-01', 户编号: 'H1' })],
      },
    ],
    [
      'a person who runs two businesses',
      {
        住户: [household()],
        成员: [head(), spouse()],
        经营: [shop({ 主体名称: '甲店' }), shop({ 主体名称: '乙店' }), shop({ 主体类型: '养殖业' })],
      },
    ],
    [
      'a roster of workers only, without head or whole household',
      { 成员: [spouse({ 与户主关系: '之女' })], 经营: [shop()] },
    ],
    [
      'a household without member rows beside others',
      {
        住户: [household(), household({ 户编号: 'H2', 户主姓名: '王五', 户主身份证号: '640181195201010025' })],
        成员: [head(), spouse()],
      },
    ],
    ['per-head income exactly 1 yuan apart', { 住户: [household({ 年务工收入: 20000, 人均纯收入: 10001 })] }],
    [
      'an unlisted relation and a blank one',
      {
        成员: [
          head(),
          spouse({ 与户主关系: '干儿子' }),
          spouse({ 身份证号: '640181195201010025', 姓名: '王五', 与户主关系: null }),
        ],
      },
    ],
    [
      'two workers’ spells at two employers',
      {
        用工: [worker(), worker({ 单位名称: '另一车间', 统一社会信用代码: '91110000600037341L' })],
      },
    ],
    ['somebody whose risk was cleared', { 住户: [household({ 监测对象类别: '边缘易致贫户', 风险是否消除: '是' })] }],
    [
      'a place without a time, a time without a place',
      {
        成员: [head({ 务工所在地: '宁波', 务工月数: null }), spouse({ 务工所在地: null, 务工月数: 8 })],
      },
    ],
  ])('%s', async (_what, tables) => {
    expect(await errorsOf(tables)).toEqual([]);
  });
});

describe('what holds a payment', () => {
  it.each<readonly [string, string, CheckExample['tables']]>([
    ['the same person twice', 'ROW-01', { 成员: [head(), head()] }],
    ['one person in two households', 'HHD-05', { 成员: [head(), head({ 户编号: 'H2' })] }],
    ['a second row of a household', 'HHD-16', { 住户: [household(), household({ 收入年度: 2023 })] }],
    ['fewer member rows than stated', 'HHD-04', { 住户: [household()], 成员: [head()] }],
    [
      'wages that do not add up',
      'HHD-08',
      {
        住户: [household({ 年务工收入: 30000 })],
        成员: [head({ 年务工收入: 20000 }), spouse({ 年务工收入: 9999.99 })],
      },
    ],
    ['per-head income 1.01 yuan apart', 'HHD-08', { 住户: [household({ 年务工收入: 20000, 人均纯收入: 10001.01 })] }],
    ['an end before its start', 'ROW-05', { 用工: [worker({ 离职日期: '2023-01-01' })] }],
    ['two heads', 'HHD-02', { 成员: [head(), spouse({ 与户主关系: '户主' })] }],
    [
      'another head in 成员 than in 住户',
      'HHD-06',
      {
        住户: [household()],
        成员: [head({ 姓名: '王五', 身份证号: '640181195201010025' }), spouse()],
      },
    ],
    ['a start that cannot be meant', 'CEL-08', { 经营: [shop({ 登记日期: '2203-01-01' })] }],
  ])('%s', async (_what, code, tables) => {
    expect(await errorsOf(tables)).toContain(code);
  });
});
