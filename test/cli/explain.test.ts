import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { paymentLines } from '../../src/cli/tell/payment-lines.js';
import type { TraceLine } from '../../src/documents/run/trace-lines.js';
import { butie, emptyFolder, looksLikeCrash, type Outcome, SAMPLES } from './butie.js';

describe('explain a code', () => {
  it('says what, why and how, in both languages', () => {
    const { code, stdout } = butie(['explain', 'cel-02']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^CEL-02 /);
    expect(stdout).toMatch(/问题：/);
    expect(stdout).toMatch(/后果：/);
    expect(stdout).toMatch(/怎么办：/);
    expect(butie(['explain', 'id-checksum', '--lang', 'en']).stdout).toMatch(/^CEL-02 [^\p{Script=Han}]+\n/u);
  });

  it('lists all codes, also as JSON', () => {
    const list = JSON.parse(butie(['explain', '--format', 'json']).stdout) as { code: string }[];
    expect(list.length).toBeGreaterThan(45);
    const text = butie(['explain']).stdout;
    for (const { code } of list) expect(text).toContain(code);
  });
});

describe('explain a payment', () => {
  const folder = emptyFolder();
  const out = join(folder, 'out');
  let run: Outcome;

  beforeAll(() => {
    const files = ['灵新社区花名册.xlsx', '梅苑社区住户.csv', '梅苑社区成员.csv'].map((name) => join(SAMPLES, name));
    const words = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'out', '--by', '张三'];
    run = butie(['run', ...files, ...words], { folder });
  });

  const explain = (...words: readonly string[]): Outcome =>
    butie(['explain', '--batch', join(out, 'batch.json'), ...words], { folder });

  it('has a run to explain', () => {
    expect(run.code).toBe(1);
    expect(looksLikeCrash(run)).toBe(false);
  });

  it('gives outcome, clause, condition, sum, cells and their values of a benefit', () => {
    const { code, stdout } = explain('LX0044');
    expect(code).toBe(0);
    const blocks = stdout.trimEnd().split('\n\n');
    expect(blocks).toHaveLength(2);
    for (const block of blocks) expect(block.split('\n')).toHaveLength(6);
    expect(stdout).toMatch(/数值 {2}.*成员!Q\d+ 年务工收入 \d+\.00/);
    expect(stdout).toMatch(/就业奖补（2023 年度）：发 4000\.00 元，发放表第 \d+ 笔/);
    expect(stdout).toMatch(/条款 {2}宁东镇党发〔2023〕62号 二（三）2「/);
    expect(stdout).toMatch(/成员!Q\d+/);
  });

  it('tells a cut by the pool with its numbers', () => {
    expect(explain('LX0044').stdout).toMatch(
      /发 1000\.00 元（应得 3000\.00 元）[\s\S]*最高 5000\.00 元，已用 4000\.00 元）核减 2000\.00 元/,
    );
  });

  it('tells why not, and how far off', () => {
    const { stdout } = explain('LX0005');
    expect(stdout).toMatch(/不够条件，发 0\.00 元/);
    expect(stdout).toMatch(/还差 3400\.00 元/);
  });

  it('tells who is held by which code', () => {
    expect(explain('LX0008').stdout).toMatch(/暂停发放，因为花名册有错误 CEL-02/);
  });

  it('finds a household by the full ID number of the person paid, and shows no ID number', () => {
    const line = readFileSync(join(out, 'payouts.csv'), 'utf8').split('\r\n')[1] ?? '';
    const id = line.split(',')[8] ?? '';
    expect(id).toMatch(/^\d{17}[\dX]$/);
    const { code, stdout } = explain(id);
    expect(code).toBe(0);
    expect(stdout).toContain(line.split(',')[6]);
    expect(stdout).not.toContain(id);
  });

  it('says when a household is not in the batch, exit 2', () => {
    const { code, stderr } = explain('LX9999');
    expect(code).toBe(2);
    expect(stderr).toContain('LX9999');
    expect(explain('640181199001010010').stderr).not.toContain('640181199001010010');
  });

  it('agrees with payouts.csv for every line', () => {
    const traces = readFileSync(join(out, 'trace.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as TraceLine);
    const rows = readFileSync(join(out, 'payouts.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
    expect(traces.filter((trace) => trace.line_no !== null)).toHaveLength(rows.length);
    for (const trace of traces) {
      const lines = paymentLines(trace, 'zh');
      expect(lines.length).toBeGreaterThanOrEqual(5);
      expect(lines.join('\n')).not.toMatch(/undefined|null|NaN|\d{15,}/);
      if (trace.line_no === null) continue;
      const amount = rows[trace.line_no - 1]?.split(',')[16];
      expect(lines[0]).toContain(`发 ${amount ?? ''} 元`);
    }
  });

  it('needs somebody to explain, and a batch that is there', () => {
    expect(butie(['explain', '--batch', join(out, 'batch.json')]).code).toBe(2);
    expect(butie(['explain', '--batch', 'nowhere/batch.json', 'H1']).code).toBe(2);
  });
});
