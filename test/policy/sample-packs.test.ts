import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Settler } from '../../src/batch/run/settle.js';
import { runCases, type SettleCase } from '../../src/policy/cases/run-cases.js';
import { checkPack } from '../../src/policy/pack/check-pack.js';
import { extendsOf, parsePack } from '../../src/policy/pack/read-pack.js';

const FOLDER = 'samples/packs';
const settle: SettleCase = (entitlements, history) => {
  const settler = new Settler(history);
  return entitlements.map((one) => (one.outcome === 'entitled' ? settler.settle(one).amount : 0));
};

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))('the sample pack %s', (name) => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const below = extendsOf(text);
  const base = below === null ? null : parsePack(readFileSync(`src/policy/packs/${below}.yaml`, 'utf8'), below).pack;
  const { pack, problems } = parsePack(text, name, base);

  it('is well written, every threshold with its cases', () => {
    expect(problems).toEqual([]);
    expect(pack === null ? [] : checkPack(pack)).toEqual([]);
  });

  it('pays what its cases say', () => {
    const results = pack === null ? [] : runCases(pack, settle);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.length).toBeGreaterThan(3);
  });
});

describe('a pack that makes a catalogue entry payable', () => {
  const text = readFileSync(`${FOLDER}/stay-subsidy.yaml`, 'utf8');

  it('is refused where the entry or the pack does not exist, by line and column', () => {
    const base = parsePack(readFileSync('src/policy/packs/pingluo-draft.yaml', 'utf8'), 'base').pack;
    const [wrong] = parsePack(
      text.replace('catalogue: stay-subsidy', 'catalogue: stay-subsidi'),
      'x.yaml',
      base,
    ).problems;
    expect(wrong?.zh).toContain('是不是「stay-subsidy」');
    expect(wrong?.line).toBeGreaterThan(10);
    expect(parsePack(text, 'x.yaml', null).problems[0]?.zh).toContain('pingluo-draft');
  });
});
