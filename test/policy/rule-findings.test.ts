import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCheck } from '../../src/checks/index.js';
import { renderFinding } from '../../src/checks/render-finding.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { caseRoster } from '../../src/policy/cases/case-rows.js';
import { variantsOf } from '../../src/policy/cases/case-variants.js';
import { assess } from '../../src/policy/evaluate.js';
import { parsePack } from '../../src/policy/read-pack.js';

test('every code that the rules raise has its words, and none of them holds a payment', () => {
  const codes = new Set<string>();
  for (const name of readdirSync('src/policy').filter((one) => one.endsWith('-findings.ts')))
    for (const [, code] of readFileSync(`src/policy/${name}`, 'utf8').matchAll(/'((?:ROW|HHD)-\d\d)'/g))
      codes.add(code ?? '');
  expect(codes.size).toBeGreaterThan(10);
  for (const code of codes) expect(findCheck(code)?.code, code).toBe(code);
  for (const code of codes) expect(findCheck(code)?.severity, code).not.toBe('error');
});

describe.each(['ningdong-2023-62', 'litong-2021-7'])('the findings of the cases of %s', (id) => {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);

  test('read well in both languages, with every value in its place', () => {
    if (pack === null) throw new Error('the pack does not parse');
    const collector = new FindingCollector();
    for (const variant of pack.cases.flatMap(variantsOf)) {
      const { readings, parameters } = variant.case;
      const { roster } = caseRoster(variant.tables);
      const request = { pack, roster, asOf: variant.asOf, period: variant.asOf.slice(0, 7), readings, parameters };
      for (const draft of assess(request).findings) collector.add(draft);
    }
    expect(collector.findings.length).toBeGreaterThan(5);
    for (const finding of collector.findings)
      for (const lang of ['zh', 'en'] as const) {
        const { what, why, how } = renderFinding(finding, lang, { reveal: false });
        expect(`${what}${why}${how}`, finding.code).not.toMatch(/—|undefined|null/);
      }
  });
});
