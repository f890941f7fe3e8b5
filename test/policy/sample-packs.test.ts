import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Settler } from '../../src/batch/run/settle.js';
import { runCases, type SettleCase } from '../../src/policy/cases/run-cases.js';
import { checkPack } from '../../src/policy/pack/check-pack.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

const FOLDER = 'samples/packs';
const settle: SettleCase = (entitlements, history) => {
  const settler = new Settler(history);
  return entitlements.map((one) => (one.outcome === 'entitled' ? settler.settle(one).amount : 0));
};

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))('the sample pack %s', (name) => {
  const { pack, problems } = parsePack(readFileSync(`${FOLDER}/${name}`, 'utf8'), name);

  it('is well written, every threshold with its cases', () => {
    expect(problems).toEqual([]);
    expect(pack === null ? [] : checkPack(pack)).toEqual([]);
  });

  it('pays what its cases say', () => {
    const results = pack === null ? [] : runCases(pack, settle);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.length).toBeGreaterThan(5);
  });
});
