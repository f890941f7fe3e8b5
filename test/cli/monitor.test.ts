import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, SAMPLES } from './butie.js';

const MONTH = fileURLToPath(new URL('../../samples/monitor-2024-10/', import.meta.url));
const FILES = readdirSync(MONTH).map((name) => join(MONTH, name));
const ROSTER = readdirSync(SAMPLES).map((name) => join(SAMPLES, name));

/** Cells of a written CSV; its values hold no quoted commas in the columns asked for. */
function column(path: string, name: string): string[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').trim().split('\r\n');
  const at = head.split(',').indexOf(name);
  return lines.map((line) => line.split(',')[at] ?? '');
}

describe('butie monitor', () => {
  it('watches several policies at once, keeps problem numbers from month to month, and pays nothing', () => {
    const folder = emptyFolder();
    const watch = (period: string, out: string, more: readonly string[] = []): ReturnType<typeof butie> => {
      const packs = ['--policy', 'ningdong-2023-62', '--policy', 'yuncheng-2021-1'];
      return butie(['monitor', ...FILES, ...packs, '--period', period, '--out', out, ...more], { folder });
    };
    const first = watch('2024-10', 'a');
    expect(looksLikeCrash(first)).toBe(false);
    expect(first.code).toBe(0);
    const written = readdirSync(join(folder, 'a'));
    for (const file of ['flags.csv', 'targets.csv', 'exceptions.csv', 'monitor.xlsx', 'report.html'])
      expect(written).toContain(file);
    expect(existsSync(join(folder, 'butie.db'))).toBe(false);
    expect(new Set(column(join(folder, 'a', 'targets.csv'), 'status'))).toContain('missed');

    expect(watch('2024-11', 'b', ['--previous', 'a']).code).toBe(0);
    const head =
      readFileSync(join(folder, 'b', 'problems.csv'), 'utf8')
        .replace('\uFEFF', '')
        .split(',')[0] ?? '';
    const numbers = (month: string): string[] => column(join(folder, month, 'problems.csv'), head).sort();
    expect(numbers('a').length).toBeGreaterThan(0);
    // November adds a month without a report; what October found keeps its numbers.
    expect(numbers('b')).toEqual(expect.arrayContaining(numbers('a')));
  });

  it('refuses a draft document unless it is asked for', () => {
    const words = ['monitor', ...FILES, '--policy', 'pingluo-draft', '--period', '2024-10', '--out', 'a'];
    expect(butie(words).code).toBe(2);
    expect(butie([...words, '--allow-draft-policy']).code).toBe(0);
  });
});

describe('what a change would cost', () => {
  it('tells households and yuan under another figure', () => {
    const words = ['policy', 'impact', ...ROSTER, '--policy', 'ningdong-2023-62', '--period', '2024-10'];
    const { code, stdout } = butie([...words, '--set', 'first-bonus=2500.00']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/户/);
    expect(stdout).toMatch(/680,?000\.00.*746,?000\.00/);
  });

  it('puts figures from a local file, with their paper, into the receipt', () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'ours.yaml'),
      'format: butie-override/1\nparameters:\n  - { policy: ningdong-2023-62, id: monitoring-line, year: 2023, value: "8500.00", by: 李某, on: "2024-03-01", paper: 某办〔2024〕3号 }\n',
    );
    const words = ['run', ...ROSTER, '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'o'];
    expect(butie([...words, '--override', 'ours.yaml'], { folder }).code).toBe(1);
    const receipt = readFileSync(join(folder, 'o', 'batch.json'), 'utf8');
    expect(receipt).toContain('"monitoring-line@2023": "8500.00"');
    expect(receipt).toContain('某办〔2024〕3号');
  });
});
