import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Settler } from '../../src/batch/run/settle.js';
import { runCases, type SettleCase } from '../../src/policy/cases/run-cases.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

const settle: SettleCase = (entitlements, history) => {
  const settler = new Settler(history);
  return entitlements.map((one) => (one.outcome === 'entitled' ? settler.settle(one).amount : 0));
};

describe.each(['ningdong-2023-62', 'litong-2021-7'])('%s', (id) => {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack, problems } = parsePack(readFileSync(file, 'utf8'), file);

  test('has no problem', () => {
    expect(problems).toEqual([]);
    expect(pack?.id).toBe(id);
  });

  test('all its own cases hold', () => {
    const results = pack === null ? [] : runCases(pack, settle);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.length).toBeGreaterThan(100);
  });
});
