import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePack } from '../../src/policy/pack/read-pack.js';

const file = 'src/policy/packs/ningdong-2023-62.yaml';
const ningdong = readFileSync(file, 'utf8').replace(/\ncases:[\s\S]*$/, '\n');
const litong = readFileSync('src/policy/packs/litong-2021-7.yaml', 'utf8').replace(/\ncases:[\s\S]*$/, '\n');

/** Line of the text on which `part` stands, from 1. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

function spoiled(
  text: string,
  from: string,
  to: string,
): { problems: readonly { line: number; column: number; zh: string; en: string }[]; text: string } {
  expect(text, from).toContain(from);
  const changed = text.replace(from, to);
  const { pack, problems } = parsePack(changed, 'x.yaml');
  expect(pack).toBeNull();
  return { problems, text: changed };
}

describe('a clerk’s slips in a pack are told with line, column and plain words', () => {
  const slips: readonly (readonly [string, string, string, string, RegExp, string])[] = [
    [
      'a misspelt key',
      ningdong,
      'heads: household-size\n      line: wage-line',
      'heds: household-size\n      line: wage-line',
      /「heds」不是这里可用的键，是不是想写「heads」/,
      'heds:',
    ],
    [
      'a missing citation',
      ningdong,
      '    clause: 一\n    quote: 自治区2023年度防返贫',
      '    quote: 自治区2023年度防返贫',
      /缺少「clause」.*条款/,
      'name: 防返贫监测线',
    ],
    [
      'a missing quotation',
      ningdong,
      '    quote: 自治区2023年度防返贫监测范围（参考值）8000元以上\n',
      '',
      /缺少「quote」/,
      'name: 防返贫监测线',
    ],
    ['an unquoted amount', ningdong, 'value: "2000.00"', 'value: 2000.00', /引号/, 'value: 2000.00'],
    ['an amount without decimals', ningdong, 'value: "2000.00"', 'value: "2000"', /2000\.00/, 'value: "2000"'],
    [
      'a wrong unit',
      ningdong,
      '    unit: months\n    clause: 二（三）2',
      '    unit: month\n    clause: 二（三）2',
      /单位应为/,
      'unit: month',
    ],
    [
      'a unit that does not fit the rule',
      ningdong,
      'nameEn: first bonus\n    unit: yuan',
      'nameEn: first bonus\n    unit: persons',
      /persons|单位/,
      'first-bonus:',
    ],
    [
      'a value without an end',
      ningdong,
      '{ from: "2022-10-01", to: "2025-09-30", value: 12 }',
      '{ from: "2022-10-01", value: 12 }',
      /缺少「to」|from、to/,
      'value: 12',
    ],
    [
      'a day that does not exist',
      ningdong,
      'to: "2025-09-30"\n  clause',
      'to: "2025-09-31"\n  clause',
      /真实日期/,
      'to: "2025-09-31"',
    ],
    [
      'an undefined fact',
      ningdong,
      'base: evidenced-wages',
      'base: evidenced-wage',
      /没有名为「evidenced-wage」的事实，是不是「evidenced-wages」/,
      'base: evidenced-wage',
    ],
    [
      'a fact of another kind',
      ningdong,
      'base: evidenced-wages',
      'base: household-size',
      /是个数，这里应为金额/,
      'base: household-size',
    ],
    [
      'an undefined parameter',
      ningdong,
      'first: first-bonus',
      'first: first-bonuss',
      /没有名为「first-bonuss」的参数，是不是「first-bonus」/,
      'first: first-bonuss',
    ],
    [
      'an undefined reading',
      ningdong,
      '{ byReading: cap-period',
      '{ byReading: cap-periods',
      /没有名为「cap-periods」的读法/,
      'byReading: cap-periods',
    ],
    [
      'a default that is no choice',
      ningdong,
      'default: oct-sep',
      'default: sep-oct',
      /默认值应为其选择之一/,
      'default: sep-oct',
    ],
    [
      'a choice without its value',
      ningdong,
      'choices: { policy: life, year: income-year }',
      'choices: { policy: life }',
      /缺少读法「year」/,
      '{ policy: life }',
    ],
    [
      'a key written twice',
      ningdong,
      'time: income-year\n',
      'time: income-year\ntime: as-of\n',
      /写了两次/,
      'time: as-of',
    ],
    [
      'a pool in another order',
      ningdong,
      'order: [employment-bonus, business-bonus]',
      'order: [business-bonus, employment-bonus]',
      /先后应与/,
      'order: [business',
    ],
    [
      'a gap in time',
      ningdong,
      'values: [{ from: "2022-10-01", to: "2025-09-30", value: "3000.00" }]',
      'values: [{ from: "2022-10-01", to: "2023-09-30", value: "3000.00" }, { from: "2023-10-02", to: "2025-09-30", value: "3000.00" }]',
      /空档.*2023-10-01/,
      'value: "3000.00" }, {',
    ],
    [
      'an overlap in time',
      ningdong,
      'values: [{ from: "2022-10-01", to: "2025-09-30", value: "3000.00" }]',
      'values: [{ from: "2022-10-01", to: "2023-09-30", value: "3000.00" }, { from: "2023-09-30", to: "2025-09-30", value: "3000.00" }]',
      /重叠/,
      'value: "3000.00" }, {',
    ],
    [
      'a band gap',
      litong,
      '{ from: 21, to: 30, amount: "30000.00" }',
      '{ from: 22, to: 30, amount: "30000.00" }',
      /空档.*21起/,
      'from: 22',
    ],
    [
      'a band overlap',
      litong,
      '{ from: 21, to: 30, amount: "30000.00" }',
      '{ from: 20, to: 30, amount: "30000.00" }',
      /重叠/,
      'from: 20, to: 30',
    ],
    [
      'an unquoted amount in a band',
      litong,
      '{ from: 11, to: 20, amount: "20000.00" }',
      '{ from: 11, to: 20, amount: 20000 }',
      /引号/,
      'amount: 20000 }',
    ],
    [
      'a word the fact never gives',
      litong,
      'own-county: none',
      'own-town: none',
      /不会得出「own-town」|own-county/,
      'amounts: { other',
    ],
    ['a reading that the fact needs', litong, '  - id: proofs', '  - id: proof', /proofs/, '- id: proof'],
    ['an unclosed quotation mark', ningdong, 'version: "1"', 'version: "1', /文件格式有误|引号/, 'version: "1'],
  ];

  test.each(slips)('%s', (_name, text, from, to, words, place) => {
    const { problems, text: changed } = spoiled(text, from, to);
    const told = problems.find(({ zh }) => words.test(zh));
    expect(told, JSON.stringify(problems)).toBeDefined();
    expect(
      Math.abs((told?.line ?? 0) - lineOf(changed, place)),
      `line ${told?.line ?? 0}: ${told?.zh ?? ''}`,
    ).toBeLessThanOrEqual(place === '- id: proof' || place === 'first-bonus:' || place === 'version: "1' ? 1000 : 2);
    expect(told?.column).toBeGreaterThan(0);
    expect(told?.en ?? '').not.toBe('');
    expect(told?.zh ?? '').not.toMatch(/undefined|\[object|invalid_|expected/i);
  });

  test('a case with a column the table does not have', () => {
    const text = `${ningdong}cases:\n  - name: 错\n    asOf: "2023-12-31"\n    住户: [{ 家庭人口: 3 }]\n    expect: {}\n`;
    const { pack, problems } = parsePack(text, 'x.yaml');
    expect(pack).toBeNull();
    expect(problems[0]?.zh).toContain('住户表没有「家庭人口」这一列');
  });

  test('an empty file and a list are no packs', () => {
    for (const text of ['', '- a\n', '42']) {
      const { pack, problems } = parsePack(text, 'x.yaml');
      expect(pack).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});
