import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, SAMPLES } from '../cli/butie.js';
import { openBook } from './roster-file.js';

const LINGXIN = '灵新社区花名册.xlsx';

/** A folder of its own with the sample files in it. */
function samples(): string {
  const folder = emptyFolder();
  for (const name of readdirSync(SAMPLES)) copyFileSync(join(SAMPLES, name), join(folder, name));
  return folder;
}

describe('butie check --annotate', () => {
  it('writes beside the inputs when no folder is named, changes no input, ends as check does', () => {
    const folder = samples();
    const names = readdirSync(folder);
    const before = names.map((name) => readFileSync(join(folder, name)));
    const outcome = butie(['check', ...names, '--annotate'], { folder });
    expect(outcome.code).toBe(1);
    expect(looksLikeCrash(outcome)).toBe(false);
    expect(outcome.stderr).toContain('已写出 灵新社区花名册.校验.xlsx');
    expect(outcome.stderr).toContain('按数值重新生成');
    for (const [index, name] of names.entries()) {
      expect(readFileSync(join(folder, name)).equals(before[index] ?? Buffer.alloc(0)), name).toBe(true);
      expect(existsSync(join(folder, name.replace(/\.\w+$/, '.校验.xlsx'))), name).toBe(true);
    }
  });

  it('tells it in English', () => {
    const folder = samples();
    const outcome = butie(['check', LINGXIN, '--annotate', '--out', 'out', '--lang', 'en'], { folder });
    expect(outcome.stderr).toContain('written: out/灵新社区花名册.校验.xlsx');
  });

  it('may be made again, but not over a copy that somebody worked in, unless told to', async () => {
    const folder = samples();
    const words = ['check', LINGXIN, '--annotate', '--out', 'out'];
    expect(butie(words, { folder }).code).toBe(1);
    const copy = join(folder, 'out', '灵新社区花名册.校验.xlsx');
    const first = readFileSync(copy);
    expect(butie(words, { folder }).code).toBe(1);
    // The same input gives the same bytes.
    expect(readFileSync(copy).equals(first)).toBe(true);

    const book = await openBook(copy);
    await book.xlsx.writeFile(copy);
    const edited = readFileSync(copy);
    const refused = butie(words, { folder });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(copy).equals(edited)).toBe(true);
    expect(butie([...words, '--force'], { folder }).code).toBe(1);
  });

  it('never writes over an input, not even when told to', () => {
    const folder = emptyFolder();
    copyFileSync(join(SAMPLES, LINGXIN), join(folder, '甲.xlsx'));
    copyFileSync(join(SAMPLES, LINGXIN), join(folder, '甲.校验.xlsx'));
    const outcome = butie(['check', '甲.xlsx', '甲.校验.xlsx', '--annotate', '--force'], { folder });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('输入文件');
    expect(readFileSync(join(folder, '甲.校验.xlsx')).equals(readFileSync(join(SAMPLES, LINGXIN)))).toBe(true);
  });

  it('keeps two inputs of one name apart', () => {
    const folder = emptyFolder();
    copyFileSync(join(SAMPLES, LINGXIN), join(folder, '甲.xlsx'));
    copyFileSync(join(SAMPLES, '梅苑社区住户.csv'), join(folder, '甲.csv'));
    expect(butie(['check', '甲.xlsx', '甲.csv', '--annotate', '--out', 'out'], { folder }).code).toBe(1);
    expect(
      readdirSync(join(folder, 'out'))
        .filter((name) => name.includes('校验'))
        .sort(),
    ).toEqual(['甲.csv.校验.xlsx', '甲.xlsx.校验.xlsx']);
  });

  it('marks what can be read beside what cannot', () => {
    const folder = samples();
    writeFileSync(join(folder, '坏.xlsx'), 'PK\u0003\u0004 不是工作簿');
    const outcome = butie(['check', LINGXIN, '坏.xlsx', '--annotate', '--out', 'out'], { folder });
    expect(outcome.code).toBe(2);
    expect(existsSync(join(folder, 'out', '灵新社区花名册.校验.xlsx'))).toBe(true);
  });

  it('shows no long number in its list and notes', async () => {
    const folder = samples();
    butie(['check', ...readdirSync(folder), '--annotate', '--out', 'out'], { folder });
    const book = await openBook(join(folder, 'out', '灵新社区花名册.校验.xlsx'));
    const list = JSON.stringify(book.getWorksheet('校验结果')?.getSheetValues());
    expect(list).toContain('CEL-02');
    expect(list).not.toMatch(/\d{15}/);
  });
});

describe('butie check --fix', () => {
  it('pays the same from the corrected files as from the originals', () => {
    const folder = samples();
    const names = readdirSync(folder);
    const outcome = butie(['check', ...names, '--fix', '--out', 'fixed'], { folder });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/灵新社区花名册\.修正\.xlsx：自动修改 \d+ 处/);
    const fixed = readdirSync(join(folder, 'fixed')).filter((name) => name.endsWith('.修正.xlsx'));
    expect(fixed).toHaveLength(3);
    const again = butie(['check', ...fixed.map((name) => join('fixed', name)), '--all'], { folder });
    expect(again.stdout).not.toContain('CEL-11');
    mkdirSync(join(folder, 'a'));
    const pay = (files: readonly string[], out: string): string => {
      const run = [
        'run',
        ...files,
        '--policy',
        'ningdong-2023-62',
        '--period',
        '2024-10',
        '--out',
        out,
        '--ledger',
        `${out}.db`,
      ];
      expect(butie(run, { folder }).code).toBe(1);
      return readFileSync(join(folder, out, 'payouts.csv'), 'utf8');
    };
    // In the order of the originals, so that the lines come in the same order.
    const ordered = names.map((name) => join('fixed', name.replace(/\.\w+$/, '.修正.xlsx')));
    expect(pay(ordered, 'two')).toBe(pay(names, 'one'));
  });
});
