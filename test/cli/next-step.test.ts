import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

/** What `run` says of itself where a clerk would otherwise be sent the wrong way. */

const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料', '银行账号'];
const household = (n: number, income: number): (string | number)[] => [
  `HH${n}`,
  '张三',
  personId(n),
  1,
  2023,
  income,
  '有',
  account(n),
];
const RUN = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'out', '--by', '张制表'];

describe('what comes next after a run', () => {
  it('is no approval where nothing is paid', () => {
    const folder = emptyFolder();
    const path = writeTable(folder, '住户.csv', [HEAD, household(1, 7000)]);
    const { code, stderr } = butie(['run', path, ...RUN], { folder });
    expect(code).toBe(0);
    expect(stderr).toContain('不必审核');
    expect(stderr).not.toContain('butie approve');
  });

  it('names as not looked at only what was not', () => {
    const folder = emptyFolder();
    const path = writeTable(folder, '住户.csv', [HEAD, household(1, 8000)]);
    butie(['run', path, ...RUN], { folder });
    const { stdout } = butie(['map', 'out/payout.xlsx', '--cells'], { folder });
    const notes = stdout.split('\n').filter((line) => line.includes('"说明"') && line.includes('：'));
    expect(notes.join('\n')).toContain('没有提供「成员」表');
    // Told by flags and by the trace.
    expect(notes.join('\n')).not.toMatch(/HHD-09|ROW-09|缺少所需的数据/);
  }, 30_000);

  it('a household given twice, in two files, is told with both places', () => {
    const folder = emptyFolder();
    const paths = ['甲.csv', '乙.csv'].map((name) => writeTable(folder, name, [HEAD, household(1, 8000)]));
    expect(butie(['run', ...paths, ...RUN], { folder }).code).toBe(1);
    const found = rowsOf(readFileSync(join(folder, 'out/exceptions.csv'), 'utf8')).find(
      ({ code }) => code === 'HHD-16',
    );
    expect(found?.['message']).toContain('「甲」第 2 行和「乙」第 2 行');
  });

  it('a pool that other payments used up is told with what is used', () => {
    const folder = emptyFolder();
    const first = writeTable(folder, '一.csv', [HEAD, household(1, 14000)]);
    butie(['run', first, ...RUN], { folder });
    expect(butie(['approve', 'ningdong-2023-62.2024-10.main', '--by', '李审核'], { folder }).code).toBe(0);
    const next = writeTable(folder, '二.csv', [HEAD, household(1, 14000).map((cell) => (cell === 2023 ? 2024 : cell))]);
    butie(['run', next, ...RUN, '--name', '二'], { folder });
    const rows = rowsOf(readFileSync(join(folder, 'out/exceptions.csv'), 'utf8'));
    expect(rows.find(({ code }) => code === 'LED-02')?.['message']).toBe(
      '应得 4000.00 元；上限 5000.00 元，其中已用 4000.00 元（含本次在先的项目），现本次发放 1000.00 元',
    );
  });
});
