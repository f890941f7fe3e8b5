import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/policy/pack/check-pack.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { settingProblems } from '../../src/policy/pack/settings.js';

const file = 'src/policy/packs/ningdong-2023-62.yaml';
const text = readFileSync(file, 'utf8');
const { pack } = parsePack(text, file);
if (pack === null) throw new Error('the pack does not parse');

function problems(key: string, value: string): readonly { zh: string; en: string }[] {
  if (pack === null) throw new Error('the pack does not parse');
  return settingProblems(pack, {}, Object.fromEntries([[key, value]]));
}

describe('a parameter given from outside', () => {
  test.each([
    ['wage-line', '-1'],
    ['wage-line', '0'],
    ['wage-line', '0.00'],
    ['wage-line', '799.99'],
    ['wage-line', '80000.01'],
    ['wage-line@2023', '0'],
    ['total-cap', '999999999999'],
    ['step-income', '0'],
    ['business-months', '0'],
    ['business-months', '61'],
    ['business-months', '1.5'],
    ['everyone', '101'],
    ['wage-line', 'NaN'],
    ['wage-line', 'Infinity'],
    ['wage-line', '1e5'],
    ['wage-line', ''],
  ])('%s=%s is refused, with the range', (key, value) => {
    const [problem, ...more] = problems(key, value);
    expect(more).toEqual([]);
    expect(problem?.zh).toMatch(/之间，现为/);
    expect(problem?.en).toMatch(/within .* to .*, is/);
  });

  test.each(['__proto__', 'constructor', 'toString', 'wage-lin'])('%s is no parameter', (key) => {
    expect(problems(key, '1')[0]?.zh).toMatch(/没有名为/);
  });

  test.each([
    ['wage-line', '800.00'],
    ['wage-line', '80000.00'],
    ['wage-line', '7500'],
    ['wage-line@2024', '9000.00'],
    ['business-months', '6'],
  ])('%s=%s is taken', (key, value) => {
    expect(problems(key, value)).toEqual([]);
  });
});

describe('the check of a pack', () => {
  const parsed = (changed: string) => parsePack(changed, 'own.yaml');

  test('asks for the range of every parameter', () => {
    const own = parsed(text.replace(/ {4}between: .*\n/, ''));
    expect(own.problems).toEqual([]);
    expect(own.pack === null ? [] : checkPack(own.pack).map(({ kind, part }) => `${kind} ${part}`)).toEqual([
      'range parameters wage-line',
    ]);
  });

  test.each([
    ['value: "8000.00" }]\n  first', 'value: "80.00" }]\n  first', /应在 between 写明的/],
    ['value: "3000.00"', 'value: "0.00"', /应大于零/],
    ['between: ["800.00", "80000.00"]', 'between: ["80000.00", "800.00"]', /先小后大/],
    ['between: ["800.00", "80000.00"]', 'between: [800, 80000]', /先小后大/],
    ['name: 宁东镇就业创业奖补', `name: ${'宁'.repeat(5_000)}`, /不超过2000字/],
    ['name: 宁东镇就业创业奖补', `name: ${'宁'.repeat(5_000_000)}`, /应不超过 2000000 字/],
  ])('tells %s', (from, to, words) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(
      parsed(changed)
        .problems.map(({ zh }) => zh)
        .join(),
    ).toMatch(words);
  });

  test('tells references that multiply, in words and at once', () => {
    const row = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]`;
    const names = 'abcdefghij'.split('');
    const bomb = names.map((name, i) => row(name, i === 0 ? 'x' : `*${names[i - 1] ?? ''}`)).join('\n');
    const started = performance.now();
    expect(parsed(bomb).problems[0]?.zh).toMatch(/引用/);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(parsed('a: *nobody\n').problems).not.toEqual([]);
  });
});
