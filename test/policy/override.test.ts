import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { overrideParameters, parseOverride } from '../../src/policy/pack/override.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

const { pack } = parsePack(readFileSync('src/policy/packs/ningdong-2023-62.yaml', 'utf8'), 'p');
const packs = pack === null ? [] : [pack];
const DECIDED = 'by: 李某, on: "2024-03-01", paper: 某办〔2024〕3号';

const read = (text: string): ReturnType<typeof parseOverride> => parseOverride(text, 'o.yaml', packs);

test('figures come with who, when and which paper', () => {
  const { override } = read(
    `format: butie-override/1\nparameters:\n  - { policy: ningdong-2023-62, id: monitoring-line, year: 2024, value: "8500.00", ${DECIDED} }\ncatalogue:\n  - { policy: ningdong-2023-62, id: course-subsidy, amount: "300.00", per: 人, ${DECIDED} }\n`,
  );
  expect(override === null ? null : overrideParameters(override, 'ningdong-2023-62')).toEqual({
    'monitoring-line@2024': '8500.00',
    'paper:monitoring-line@2024': '某办〔2024〕3号；李某；2024-03-01',
    'catalogue:course-subsidy': '300.00元/人；某办〔2024〕3号；李某；2024-03-01',
  });
  expect(override === null ? null : overrideParameters(override, 'litong-2021-7')).toEqual({});
});

test.each([
  ['no paper', '  - { policy: ningdong-2023-62, id: monitoring-line, value: "1.00", by: 李某, on: "2024-03-01" }', 3],
  ['unknown parameter', `  - { policy: ningdong-2023-62, id: no-such, value: "1.00", ${DECIDED} }`, 3],
  ['a wrong unit', `  - { policy: ningdong-2023-62, id: monitoring-line, value: 多, ${DECIDED} }`, 3],
  ['an unknown key', `  - { policy: ningdong-2023-62, id: monitoring-line, value: "1.00", note: 好, ${DECIDED} }`, 3],
  ['a value no line ever had', `  - { policy: ningdong-2023-62, id: monitoring-line, value: "1.00", ${DECIDED} }`, 3],
  [
    'the same twice',
    `  - { policy: ningdong-2023-62, id: monitoring-line, value: "8001.00", ${DECIDED} }\n  - { policy: ningdong-2023-62, id: monitoring-line, value: "8002.00", ${DECIDED} }`,
    4,
  ],
])('%s is a problem with its line', (_, entry, line) => {
  const { override, problems } = read(`format: butie-override/1\nparameters:\n${entry}\n`);
  expect(override).toBeNull();
  expect(problems.map((one) => one.line)).toEqual([line]);
});
