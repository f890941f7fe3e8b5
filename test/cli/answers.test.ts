import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

const MONTH = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'o'];
const ROSTER = '户编号,户主姓名,户主身份证号,家庭人口数,务工钱,证明材料\nH1,张三,640181199001010010,1,9000,劳动合同\n';

function run(roster: string, ...answers: readonly string[]): { code: number | null; stderr: string; paid: string } {
  const folder = emptyFolder();
  writeFileSync(join(folder, '名册.csv'), roster);
  const { code, stderr } = butie(['run', '名册.csv', ...MONTH, ...answers], { folder });
  if (code === 2) return { code, stderr, paid: '' };
  const [, line = ''] = readFileSync(join(folder, 'o', 'payouts.csv'), 'utf8').split('\r\n');
  return { code, stderr, paid: line.split(',')[16] ?? '' };
}

describe('--year and --column', () => {
  it('answer what a roster does not say, and the refusal prints them', () => {
    expect(run(ROSTER).stderr).toContain('--year');
    expect(run(ROSTER, '--year', '2024', '--column', '务工钱=年务工收入').paid).toBe('2000.00');
    expect(run(ROSTER, '--year', '2024', '--column', '名册!务工钱=年务工收入').paid).toBe('2000.00');
    expect(run(ROSTER, '--year', '2024', '--column', '#E=年务工收入').paid).toBe('2000.00');
    expect(run(ROSTER, '--year', '2024').paid).toBe('');
  });

  it('a column that is there wins; a blank in it stays a blank', () => {
    const stated = ROSTER.replace('证明材料', '证明材料,收入年度').replace('劳动合同', '劳动合同,2019');
    expect(run(stated, '--year', '2024', '--column', '务工钱=年务工收入').paid).toBe('');
    const blank = stated.replace('2019', '');
    expect(run(blank, '--year', '2024', '--column', '务工钱=年务工收入').paid).toBe('');
  });

  it('a column may be answered away', () => {
    const twice = ROSTER.replace('务工钱', '年务工收入')
      .replace('证明材料', '证明材料,年务工收入')
      .replace('劳动合同', '劳动合同,1');
    expect(run(twice, '--year', '2024').code).toBe(2);
    expect(run(twice, '--year', '2024', '--column', '#G=不用').paid).toBe('2000.00');
  });

  it.each([
    ['没有这一列=年务工收入', '没有这样的列'],
    ['务工钱=没有这个字段', '没有名为'],
    ['务工钱', '应写成'],
  ])('refuse %s', (answer, words) => {
    const { code, stderr } = run(ROSTER, '--year', '2024', '--column', answer);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it.each([
    '人均务工收入',
    '上年务工收入',
    '本月务工收入',
    '省内务工收入',
    '一季度务工收入',
    '累计务工收入',
    '上半年务工收入',
  ])('never make the income of a year out of %s', (header) => {
    const { code, stderr } = run(
      ROSTER.replace('务工钱', header),
      '--year',
      '2024',
      '--column',
      `${header}=年务工收入`,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('表头说的不是');
  });

  it('refuse a year that is none', () => {
    expect(run(ROSTER, '--year', '24').code).toBe(2);
  });
});
