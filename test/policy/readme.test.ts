import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Settler } from '../../src/batch/run/settle.js';
import { runCases } from '../../src/policy/cases/run-cases.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

test('the pack that the guide builds up is a pack, and its case holds', () => {
  const guide = readFileSync('src/policy/README.md', 'utf8');
  const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block.replace(/^ {3}/gm, ''));
  const { pack, problems } = parsePack(blocks.join('\n'), 'guide.yaml');
  expect(problems).toEqual([]);
  const results =
    pack === null
      ? []
      : runCases(pack, (entitlements, history) => {
          const settler = new Settler(history);
          return entitlements.map((one) => (one.outcome === 'entitled' ? settler.settle(one).amount : 0));
        });
  expect(results.map(({ passed, zh }) => ({ passed, zh }))).toEqual([
    { passed: true, zh: [] },
    { passed: true, zh: [] },
  ]);
});

test('the pack with one rule of every kind is a pack, and its cases hold', () => {
  const guide = readFileSync('src/policy/README.md', 'utf8');
  const [, text = ''] = /```yaml kinds\n([\s\S]*?)```/.exec(guide) ?? [];
  const { pack, problems } = parsePack(text, 'kinds.yaml');
  expect(problems).toEqual([]);
  const results =
    pack === null
      ? []
      : runCases(pack, (entitlements, history) => {
          const settler = new Settler(history);
          return entitlements.map((one) => (one.outcome === 'entitled' ? settler.settle(one).amount : 0));
        });
  expect(results.map(({ passed, zh }) => ({ passed, zh }))).toEqual([{ passed: true, zh: [] }]);
});
