import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { askAnswers } from '../../src/cli/input/ask-answers.js';
import { questionsOf } from '../../src/tables/questions.js';
import { mappingOf, parseMapping } from '../../src/tables/mapping-file.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';
import { butie, emptyFolder } from './butie.js';

const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数'];
const ROW = ['H1', '张三', '640181199001010010', 1];

async function codesOf(rows: readonly (readonly (string | number)[])[]): Promise<string[]> {
  const { findings } = await readRoster([gridWorkbook({ 名册: rows.map((row) => [...row]) })]);
  return findings.map(({ code }) => code);
}

async function wage(title: string | null, headers: readonly string[], path: 'asked' | 'read'): Promise<void> {
  const rows = [
    [...HEAD, '收入年度', ...headers],
    [...ROW, 2024, ...headers.map((_, index) => 9000 + index)],
  ];
  const { roster, findings } = await readRoster([
    gridWorkbook({ 名册: title === null ? rows : [[title, ...headers.map(() => '')], ...rows] }),
  ]);
  const asked = findings.some(({ code }) => code === 'HDR-07');
  expect([title, headers, asked ? 'asked' : 'read']).toEqual([title, headers, path]);
  expect(roster.rows.住户[0]?.wageIncome ?? null).toBe(path === 'read' ? 900_000 : null);
}

describe('务工收入 without a word of time', () => {
  it.each([
    '2024年9月务工收入统计表',
    '第三季度务工收入台账',
    '搬迁户收入月报（2024年9月）',
    '上年务工收入登记表',
    '单位：元/月',
  ])('is a question under %s', async (title) => {
    await wage(title, ['务工收入'], 'asked');
    await wage(title, ['年务工收入'], 'read');
    await wage(title, ['全年务工收入（元）'], 'read');
  });

  it.each([
    null,
    '2024年就业奖补花名册',
    '宁东镇2024年10月就业奖补资金发放花名册',
    '填报日期：2024年10月8日   单位：元',
    '2024年度务工收入核定表',
  ])('is the year’s under %s', async (title) => {
    await wage(title, ['务工收入'], 'read');
  });

  it('is a question beside the same of another time', async () => {
    await wage(null, ['务工收入', '上年务工收入'], 'asked');
    await wage(null, ['务工收入', '本月务工收入'], 'asked');
    await wage(null, ['务工收入', '三季度务工收入'], 'asked');
    await wage(null, ['本年务工收入', '上年务工收入'], 'read');
    await wage(null, ['务工收入', '上年人均纯收入'], 'read');
  });
});

describe('columns that nothing reads', () => {
  it('are a question where they are full of valid IDs', async () => {
    const two = (header: string) => [
      [...HEAD, '收入年度', header],
      [...ROW, 2024, '640181199001010010'],
      ['H2', '李四', '640181199201010023', 1, 2024, '640181199201010023'],
    ];
    expect(await codesOf(two('证件'))).toContain('HDR-12');
    for (const header of ['帮扶人身份证号', '开户人身份证', '监护人证件', '备注'])
      expect([header, await codesOf(two(header))]).not.toContain('HDR-12');
  });

  it('are named by check where they hold values', () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, '名册.csv'),
      `${HEAD.join(',')},收入年度,民族,学历,工种\n${ROW.join(',')},2024,回族,,电焊\n`,
    );
    const { stdout } = butie(['check', '名册.csv', '--as-of', '2024-10-31'], { folder });
    expect(stdout).toMatch(/没有用到的列（有内容）：民族、工种/);
  });
});

describe('what is asked and answered', () => {
  it('is asked one by one and kept by the header’s fingerprint', async () => {
    const grid = {
      名册: [
        ['2024年度花名册', '', '', '', '', ''],
        [...HEAD, '务工钱', '批次'],
        [...ROW, 9000, '第一批'],
      ],
    };
    const { files } = await readRoster([gridWorkbook(grid)]);
    const questions = questionsOf(files);
    expect(questions.map(({ kind }) => kind)).toEqual(['year', 'meaning']);
    const typed = ['y', '9', '1'];
    const answers = await askAnswers(questions, async () => Promise.resolve(typed.shift() ?? ''), { lang: 'zh' });
    const read = await readRoster([gridWorkbook(grid)], answers === null ? {} : { answers });
    const saved = parseMapping(JSON.parse(JSON.stringify(mappingOf(read.files.flatMap(({ tables }) => tables)))));
    expect(saved.tables).toMatchObject([{ year: 2024 }]);
    const { roster, findings } = await readRoster([gridWorkbook(grid)], { mappings: [saved] });
    expect(roster.rows.住户).toMatchObject([{ incomeYear: 2024, relocationBatch: '第一批' }]);
    expect(findings.filter(({ code }) => code === 'HDR-01' || code === 'HDR-07')).toEqual([]);
  });

  it('a year that differs from the table’s is told', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '名册.csv'), `${HEAD.join(',')},收入年度\n${ROW.join(',')},2023\n`);
    const { stdout } = butie(['check', '名册.csv', '--year', '2024', '--as-of', '2024-10-31'], { folder });
    expect(stdout).toContain('HDR-11');
    expect(butie(['check', '名册.csv', '--year', '2023', '--as-of', '2024-10-31'], { folder }).stdout).not.toContain(
      'HDR-11',
    );
  });
});

describe('--select and --ignore', () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, '名册.csv'),
    `${HEAD.join(',')},收入年度,年务工收入,证明材料\n${ROW.join(',')},2024,约一万,合同\nH2,李四,64018119920101002X,1,2024,9000,合同\n`,
  );
  const check = (...words: readonly string[]) =>
    butie(['check', '名册.csv', '--as-of', '2024-10-31', ...words], { folder });

  it('choose what is read', () => {
    expect(check('--select', 'CEL-06').stdout).not.toContain('错误 CEL-02');
    expect(check('--ignore', 'CEL-06').stdout).toContain('错误 CEL-02');
    expect(check('--ignore', 'CEL').stdout).not.toMatch(/错误 CEL/);
    const { findings, summary } = JSON.parse(check('--select', 'CEL-06', '--format', 'json').stdout) as {
      findings: { code: string }[];
      summary: { errors: number; not_shown: number };
    };
    expect(findings.map(({ code }) => code)).toEqual(['CEL-06']);
    expect([summary.errors, summary.not_shown]).toEqual([2, 1]);
    expect(check('--select', 'NIX-9').code).toBe(2);
  });

  it('never what holds, nor the exit code', () => {
    expect(check('--ignore', 'CEL').code).toBe(1);
    const words = [
      '--policy',
      'ningdong-2023-62',
      '--period',
      '2024-10',
      '--out',
      'o',
      '--by',
      '甲',
      '--ignore',
      'CEL',
    ];
    expect(butie(['run', '名册.csv', ...words], { folder }).code).toBe(1);
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'o', 'exceptions.csv')), {
      columns: true,
      bom: true,
    });
    expect(rows.filter(({ effect }) => effect === 'held').map(({ code }) => code)).toEqual(['CEL-06', 'CEL-02']);
  });

  it('errors come first, and a copy of a copy is called as the first', () => {
    const { stdout } = check('--annotate');
    const [first] = /错误 [A-Z]|警告 [A-Z]|提示 [A-Z]/.exec(stdout) ?? [];
    expect(first).toMatch(/^错误/);
    expect(existsSync(join(folder, '名册.校验.xlsx'))).toBe(true);
    butie(['check', '名册.校验.xlsx', '--as-of', '2024-10-31', '--annotate', '--force'], { folder });
    expect(existsSync(join(folder, '名册.校验.校验.xlsx'))).toBe(false);
  });
});
