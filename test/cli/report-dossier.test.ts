import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';
import { account, personId, writeTable } from './made-up.js';

const BATCH = 'ningdong-2023-62.2024-10.main';
const folder = emptyFolder();
const POLICY = ['--policy', 'ningdong-2023-62', '--period', '2024-10'];
const roster = writeTable(folder, '住户.csv', [
  ['户编号', '户主姓名', '户主身份证号', '社区', '家庭人口数', '收入年度', '年务工收入', '证明材料', '银行账号'],
  ...[1, 2, 3].map((n) => [`HH${n}`, '张三', personId(n), '灵新社区', 1, 2023, 8000 * n, '有', account(n)]),
]);

function page(path: string): string {
  const text = readFileSync(join(folder, path), 'utf8');
  // A page loads nothing from elsewhere and shows nobody's number.
  expect(text).not.toMatch(/<script|<link|<img|https?:\/\//);
  for (const n of [1, 2, 3]) {
    expect(text).not.toContain(personId(n));
    expect(text).not.toContain(account(n));
  }
  return text;
}

describe('report', () => {
  it('makes a page of rosters, of a trial run, of a run and of a batch in the ledger', () => {
    const report = (...words: readonly string[]): number | null => butie(['report', ...words], { folder }).code;
    expect(report(roster, '--out', '查错.html')).toBe(0);
    expect(page('查错.html')).toContain('花名册查错报告');
    expect(report(roster, ...POLICY, '--out', '试算.html')).toBe(0);
    expect(page('试算.html')).toContain('草稿');
    expect(existsSync(join(folder, 'butie.db'))).toBe(false);

    expect(butie(['run', roster, ...POLICY, '--out', 'out', '--by', '张制表'], { folder }).code).toBe(0);
    expect(report('out/batch.json', '--out', '核算.html')).toBe(0);
    expect(page('核算.html')).toBe(readFileSync(join(folder, 'out/report.html'), 'utf8'));
    expect(report(BATCH, '--out', '批次.html')).toBe(0);
    expect(page('批次.html')).toContain('收支平衡');
    expect(page('批次.html')).not.toContain('张三');
  });

  it('writes over no roster and no ledger', () => {
    const before = readFileSync(roster);
    for (const out of [roster, 'butie.db']) expect(butie(['report', roster, '--out', out], { folder }).code).toBe(2);
    expect(readFileSync(roster).equals(before)).toBe(true);
    expect(butie(['batches'], { folder }).code).toBe(0);
    expect(butie(['report', 'nix', '--out', 'nix.html'], { folder }).code).toBe(2);
  });
});

describe('dossier', () => {
  it('writes one page a household: facts alone, or with amounts and payments', () => {
    const dossier = (...words: readonly string[]): number | null => butie(['dossier', ...words], { folder }).code;
    expect(dossier(roster, '--out', '档案')).toBe(0);
    expect(readdirSync(join(folder, '档案')).sort()).toEqual(['HH1.html', 'HH2.html', 'HH3.html']);
    expect(page('档案/HH1.html')).not.toContain('本次核算');
    expect(dossier('--batch', BATCH, 'HH2', '--out', '批次档案')).toBe(0);
    expect(readdirSync(join(folder, '批次档案'))).toEqual(['HH2.html']);
    const own = page('批次档案/HH2.html');
    expect(own).toContain('本次核算');
    expect(own).toContain('发放记录');
    expect(own).toContain('草稿');
    expect(dossier(roster, '--household', 'HH2', 'HH9', '--out', '没有')).toBe(2);
    expect(existsSync(join(folder, '没有'))).toBe(false);
  });

  it('tells the story of the batch from the ledger, whatever became of the roster', () => {
    writeTable(folder, '住户.csv', [
      ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'],
      ['HH2', '李四', personId(2), 1, 2023],
    ]);
    const outcome = butie(['dossier', '--batch', BATCH, 'HH2', '--out', '改过'], { folder });
    expect(outcome.code).toBe(0);
    const own = page('改过/HH2.html');
    for (const part of ['张三', '年务工收入', '16000.00', '4000.00', '草稿']) expect(own).toContain(part);
    const unknown = butie(['dossier', '--batch', BATCH, 'HH2', 'NIX', '--out', '没有'], { folder });
    expect([unknown.code, existsSync(join(folder, '没有'))]).toEqual([2, false]);
  });
});
