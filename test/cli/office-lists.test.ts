import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastDayOfPeriod } from '../../src/domain/calendar.js';
import { monthWords } from '../../src/documents/model/words.js';
import { butie, emptyFolder, type Outcome } from './butie.js';
import { account, personId, writeTable } from './made-up.js';

const MAIN = 'ningdong-2023-62.2024Q3.main';
const folder = emptyFolder();
const go = (...words: readonly string[]): Outcome => butie(words, { folder });
const roster = writeTable(folder, '住户.csv', [
  ['户编号', '户主姓名', '户主身份证号', '搬迁批次', '家庭人口数', '收入年度', '年务工收入', '证明材料', '银行账号'],
  ...[1, 2, 3].map((n) => [`HH${n}`, '张三', personId(n), '十二五', 1, 2023, n === 3 ? 100 : 8000, '合同', account(n)]),
]);

interface Listed {
  readonly batch_id: string;
  readonly sums: { readonly paid: { readonly lines: number }; readonly in_flight: { readonly lines: number } };
  readonly in_flight_days: number | null;
  readonly untouched_days: number | null;
}

describe('lists of an office', () => {
  it('a quarter and a half-year are payment periods', () => {
    expect(lastDayOfPeriod('2024Q1')).toBe('2024-03-31');
    expect(lastDayOfPeriod('2024H2')).toBe('2024-12-31');
    expect(monthWords('2024Q3')).toBe('2024年第3季度');
    expect(monthWords('2024H1')).toBe('2024年上半年');
    const run = ['run', roster, '--policy', 'ningdong-2023-62', '--out', 'out', '--by', '王制表'];
    expect(go(...run, '--period', '2024Q3').code).toBe(0);
    for (const period of ['2024Q5', '2024H3', '2024-13', '2024']) expect(go(...run, '--period', period).code).toBe(2);
  }, 60_000);

  it('batches of a year with sums by state, what is in flight for how long, what nobody touches', () => {
    go('approve', MAIN, '--by', '李审核');
    go('export', MAIN, '--out', '银行', '--day', '2024-10-08');
    const answer = writeTable(folder, '回盘.csv', [
      ['序号', '户名', '账号', '金额', '结果'],
      [1, '张三', account(1), '2000.00', '成功'],
    ]);
    go('return', MAIN, answer, '--coverage', 'successes');
    const list = (...more: readonly string[]): Outcome => go('batches', '--period', '2024', ...more);
    const listed = JSON.parse(list('--as-of', '2099-01-01', '--format', 'json').stdout) as Listed[];
    expect(listed).toMatchObject([{ batch_id: MAIN, sums: { paid: { lines: 1 }, in_flight: { lines: 1 } } }]);
    expect(listed[0]?.untouched_days).toBeGreaterThan(30);
    const soon = list('--as-of', '2024-10-28');
    expect(soon.stderr).toContain('在途 1 笔 2,000.00 元，已 20 天（2024-10-08 起）');
    expect(list('--as-of', '2024-10-28', '--out', '一览.xlsx').code).toBe(0);
    expect(existsSync(join(folder, '一览.xlsx'))).toBe(true);
    expect(JSON.parse(go('batches', '--period', '2023', '--format', 'json').stdout)).toEqual([]);
    const closed = go('close', MAIN, '--by', '王制表');
    expect([closed.code, closed.stderr]).toEqual([0, expect.stringContaining('在途 1 笔')]);
  }, 60_000);

  it('one payee with everything that was decided, and by whom', () => {
    go('hold', 'HH2', '--reason', '群众举报，核实中', '--by', '王制表');
    const paid = go('payee', 'HH1');
    expect(paid.stdout).toMatch(/2024Q3 .*就业奖补 .*2000\.00 .*已付.*王制表 .*李审核/);
    const held = go('payee', 'HH2', '--format', 'json');
    expect(JSON.parse(held.stdout)).toMatchObject({ acts: [{ kind: 'hold', by: '王制表' }] });
    expect(go('payee', 'HH3').stdout).toContain('未达到8000.00元');
    expect(go('payee', 'HH9').code).toBe(2);
    expect(go('payee', 'HH1', '--out', '对象.csv').code).toBe(2);
  }, 60_000);
});
