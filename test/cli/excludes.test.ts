import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { butie, emptyFolder, type Outcome } from './butie.js';
import { personId, rowsOf, writeTable } from './made-up.js';

const ORIGINAL = readFileSync('src/policy/packs/ningdong-2023-62.yaml', 'utf8');

/** A pack like 宁东镇's under another id; `excluding` shuts its employment bonus out for who has another pack's. */
function writePack(folder: string, id: string, excluding: string | null): string {
  const path = join(folder, `${id}.yaml`);
  const named = ORIGINAL.replace('id: ningdong-2023-62', `id: ${id}`);
  const text =
    excluding === null
      ? named
      : named.replace(
          '    every: income-year\n',
          `    every: income-year\n    excludes: [{ pack: ${excluding}, benefit: employment-bonus }]\n`,
        );
  writeFileSync(path, text);
  return path;
}

const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料'];
const household = (n: number, year = 2023): (string | number)[] => [
  `H${n}`,
  '张三',
  personId(n),
  1,
  year,
  '8000.00',
  '劳动合同',
];

let folder = '';
let a = '';
let b = '';
const run = (pack: string, files: string, out: string): Outcome =>
  butie(['run', files, '--policy', pack, '--period', '2024-10', '--out', out, '--by', '甲', '--fail-on', 'never'], {
    folder,
  });
const paid = (out: string): string[] =>
  rowsOf(readFileSync(join(folder, out, 'payouts.csv'), 'utf8')).map(
    (row) => `${row['payee_id'] ?? ''} ${row['amount'] ?? ''}`,
  );
const approve = (batch: string, ...more: readonly string[]): Outcome =>
  butie(['approve', batch, '--by', '乙', ...more], { folder });

beforeAll(() => {
  folder = emptyFolder();
  a = writePack(folder, 'made-up-a', null);
  b = writePack(folder, 'made-up-b', 'made-up-a');
});

describe('a benefit that another pack shuts out, over one ledger', () => {
  test('pays those who had nothing of the other, and nothing to those who did', () => {
    const first = writeTable(folder, 'first.csv', [HEAD, household(1)]);
    const both = writeTable(folder, 'both.csv', [HEAD, household(1), household(2)]);
    expect(run(b, both, 'b-before').code).toBe(0);
    expect(paid('b-before')).toEqual(['H1 2000.00', 'H2 2000.00']);

    expect(run(a, first, 'a').code).toBe(0);
    expect(approve('made-up-a.2024-10.main').code).toBe(0);

    // The draft made before still has H1 in it: approval checks again and refuses.
    const refused = approve('made-up-b.2024-10.main');
    expect(refused.code).toBe(2);

    expect(run(b, both, 'b-after').code).toBe(0);
    expect(paid('b-after')).toEqual(['H2 2000.00']);
    const traces = readFileSync(join(folder, 'b-after', 'trace.jsonl'), 'utf8');
    expect(traces).toContain('exclusion:made-up-a/employment-bonus');
    const findings = rowsOf(readFileSync(join(folder, 'b-after', 'exceptions.csv'), 'utf8'));
    expect(findings.filter(({ code }) => code === 'LED-02').map((row) => row['household_id'])).toEqual(['H1']);
    // The draft was made anew: whoever approves says which one was looked at.
    expect(approve('made-up-b.2024-10.main').code).toBe(2);
    const receipt = JSON.parse(readFileSync(join(folder, 'b-after', 'batch.json'), 'utf8')) as { content_hash: string };
    expect(approve('made-up-b.2024-10.main', '--hash', receipt.content_hash).code).toBe(0);
  });

  test('another income year is not shut out', () => {
    const other = writeTable(folder, 'other.csv', [HEAD, household(1, 2024)]);
    const outcome = butie(
      ['run', other, '--policy', b, '--period', '2024-11', '--out', 'b-2024', '--by', '甲', '--fail-on', 'never'],
      { folder },
    );
    expect(outcome.code).toBe(0);
    expect(paid('b-2024')).toEqual(['H1 2000.00']);
  });
});
