import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { butie, emptyFolder, SAMPLES } from './butie.js';

const PACK = fileURLToPath(new URL('../../src/policy/packs/ningdong-2023-62.yaml', import.meta.url));
const BATCH = 'ningdong-2023-62.2024-10.main';

/** Runs the sample month with the pack as somebody changed it; what run, show and approve say. */
function told(change: (text: string) => string): readonly string[] {
  const folder = emptyFolder();
  const original = readFileSync(PACK, 'utf8');
  const text = change(original);
  writeFileSync(join(folder, 'pack.yaml'), text);
  const files = ['梅苑社区住户.csv', '梅苑社区成员.csv'].map((name) => join(SAMPLES, name));
  const office = (...words: readonly string[]): string => {
    const { stdout, stderr } = butie(words, { folder });
    return stdout + stderr;
  };
  return [
    office('run', ...files, '--policy', 'pack.yaml', '--period', '2024-10', '--out', 'o', '--by', '张制表'),
    office('show', BATCH),
    office('approve', BATCH, '--by', '李审核'),
  ];
}

const LOUD = '编号和版本与随程序提供的相同，内容却不同';

it('a pack with the id and version of a built-in one and other content is told loudly by run, show and approve', () => {
  const richer = (text: string): string => text.replace('value: "2000.00"', 'value: "9000.00"');
  expect(richer(readFileSync(PACK, 'utf8'))).not.toBe(readFileSync(PACK, 'utf8'));
  for (const words of told(richer)) expect(words).toContain(LOUD);
});

it('a pack of its own version, and the very same bytes, are not', () => {
  const renamed = told((text) => text.replace(/^version: .*$/m, 'version: "1-my-county"'));
  for (const words of renamed) expect(words).not.toContain(LOUD);
  expect(renamed[2]).toContain('自己的政策包');
  for (const words of told((text) => text)) expect(words).not.toContain(LOUD);
});
