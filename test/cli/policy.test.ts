import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash } from './butie.js';

const PACK = readFileSync(
  fileURLToPath(new URL('../../src/policy/packs/ningdong-2023-62.yaml', import.meta.url)),
  'utf8',
);

describe('policy', () => {
  it('lists the packs that come with the program', () => {
    const { code, stdout } = butie(['policy', 'list']);
    expect(code).toBe(0);
    expect(stdout).toContain('ningdong-2023-62');
    expect(stdout).toContain('2022-10-01 … 2025-09-30');
    const list = JSON.parse(butie(['policy', 'list', '--format', 'json']).stdout) as { id: string; problems: number }[];
    expect(list.every((pack) => pack.problems === 0)).toBe(true);
  });

  it('shows clauses, quotes, parameters and readings with their defaults', () => {
    const { stdout } = butie(['policy', 'show', 'ningdong-2023-62']);
    for (const word of ['employment-bonus', '二（三）2「', 'wage-line', '8000.00 元', 'cap-period', '（默认）'])
      expect(stdout).toContain(word);
    expect(butie(['policy', 'show', 'ningdong-2023-62', '--lang', 'en']).stdout).toContain('Benefits');
  });

  it('finds nothing wrong with them', () => {
    expect(butie(['policy', 'check']).code).toBe(0);
    const { code, stdout } = butie(['policy', 'test']);
    expect(stdout).toContain('0 个不对');
    expect(code).toBe(0);
  });

  it('points at a mistake by file, line and column, exit 1; a run with that pack is exit 2', () => {
    const folder = emptyFolder();
    const line = PACK.split('\n').findIndex((text) => text.startsWith('window:')) + 1;
    writeFileSync(join(folder, '错.yaml'), PACK.replace('\nwindow:', '\nwindwo:'));
    writeFileSync(join(folder, '住户.csv'), '户编号\n');
    const { code, stdout } = butie(['policy', 'check', './错.yaml'], { folder });
    expect(code).toBe(1);
    expect(stdout).toContain(`错.yaml:${line}:1`);
    expect(stdout).toContain('windwo');
    const run = butie(['run', '住户.csv', '--policy', './错.yaml', '--period', '2024-10', '--out', 'o'], { folder });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`错.yaml:${line}:1`);
    expect(looksLikeCrash(run)).toBe(false);
  });

  it('names the nearest pack', () => {
    const { code, stderr } = butie(['policy', 'show', 'ningdong-2023']);
    expect(code).toBe(2);
    expect(stderr).toContain('ningdong-2023-62');
  });
});
