import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasWords, reasonText } from '../../src/policy/words/reason-words.js';

/** Reason codes that decide an outcome, as they stand in the sources of facts and rules. */
function codesInSources(): Set<string> {
  const codes = new Set<string>();
  for (const folder of ['facts', 'kinds', 'places', 'assess', 'pack'])
    for (const name of readdirSync(`src/policy/${folder}`)) {
      if (!name.endsWith('.ts')) continue;
      const text = readFileSync(`src/policy/${folder}/${name}`, 'utf8');
      for (const [, code] of text.matchAll(/refuse\(\s*trace,\s*'[a-z-]+',\s*'([a-z-]+)'/g)) codes.add(code ?? '');
      for (const [, code] of text.matchAll(/(?:is|counts): (?:null|false), (?:met[^,]*, )?why: '([a-z-]+)'/g))
        codes.add(code ?? '');
      for (const [, code] of text.matchAll(/NOT_KNOWN, why: '([a-z-]+)'/g)) codes.add(code ?? '');
      for (const [, code] of text.matchAll(/trace\?\.stage\('[a-z-]+', [^,]+, [^,]+, '([a-z-]+)'/g))
        codes.add(code ?? '');
      for (const [, a, b] of text.matchAll(/is === null \? '([a-z-]+)' : '([a-z-]+)'/g))
        codes.add(a ?? '').add(b ?? '');
    }
  return codes;
}

/** Outcomes that no one is ever told: the condition simply does not raise its flag. */
const UNSPOKEN = new Set([
  'someone-employed',
  'someone-stable',
  'nobody-employed',
  'has-labour',
  'placement-too-short',
  'not-local-worker',
  'course-repeated',
]);

test('every reason that a rule may give has words in both languages', () => {
  const codes = [...codesInSources()].filter((code) => !UNSPOKEN.has(code));
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !hasWords(code))).toEqual([]);
  for (const code of codes) {
    expect(reasonText(code, {}, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(reasonText(code, {}, 'en')).toMatch(/[a-z×]/);
  }
});
