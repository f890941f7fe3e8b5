import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.js';
import { TABLE_KINDS } from '../../src/domain/roster.js';
import { textOf } from '../../src/checks/render-finding.js';
import { TABLES } from '../../src/tables/fields/index.js';

const FOLDER = new URL('../../src/checks/', import.meta.url);
const FAMILIES = ['fil', 'sht', 'hdr', 'cel', 'row', 'hhd', 'xsh', 'led', 'bnk'];
const KEYS = [...new Set(Object.values(TABLES).flatMap((table) => table.fields.map((field) => field.key)))].filter(
  (key) => /[A-Z]/.test(key),
);

/** Everything a person may read of a check, in one language. */
function wordsOf(code: string, lang: 'zh' | 'en'): string[] {
  const check = CHECKS.find((one) => one.code === code);
  if (check === undefined) return [];
  const { title, what, why, how, mild } = check.text[lang];
  const samples = [check.sample ?? {}, {}];
  return [
    title,
    ...samples.flatMap((params) => [what(params), textOf(why, params), textOf(how, params)]),
    ...(mild === undefined ? [] : [mild]),
  ];
}

describe('the list of checks', () => {
  it('holds every file of every family, once', () => {
    const files = FAMILIES.flatMap((family) =>
      readdirSync(new URL(family, FOLDER))
        .filter((file) => /^[a-z]{3}-\d{2}-.*\.ts$/.test(file))
        .map((file) => file.replace(/\.ts$/, '')),
    );
    expect(CHECKS.map((check) => `${check.code.toLowerCase()}-${check.name}`).sort()).toEqual(files.sort());
  });

  it('has each code and each name once, in the order of codes within a family', () => {
    const codes = CHECKS.map((check) => check.code);
    expect(new Set(codes).size).toBe(codes.length);
    const names = CHECKS.map((check) => check.name);
    expect(new Set(names).size).toBe(names.length);
    for (const family of FAMILIES) {
      const own = codes.filter((code) => code.startsWith(family.toUpperCase()));
      expect(own).toEqual([...own].sort());
    }
  });

  it('keeps a file small', () => {
    for (const family of FAMILIES)
      for (const file of readdirSync(new URL(family, FOLDER)))
        expect(readFileSync(new URL(`${family}/${file}`, FOLDER), 'utf8').split('\n').length, file).toBeLessThan(300);
  });
});

describe.each(CHECKS.map((check) => [check.code] as const))('the words of %s', (code) => {
  it.each(['zh', 'en'] as const)('stand in %s, plain and without trailing marks', (lang) => {
    for (const text of wordsOf(code, lang)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/非法|illegal|undefined|null|NaN|\[object/i);
      expect(text).not.toMatch(/[。.!！]$/);
      // No regular expressions and no field keys in front of people.
      expect(text).not.toMatch(/\\d|\[0-9|\^\S|\$$/);
      for (const key of KEYS) expect(text.includes(key), `${key} in ${text}`).toBe(false);
    }
  });

  it('are Chinese in zh and not in en', () => {
    const [title = ''] = wordsOf(code, 'zh');
    expect(title).toMatch(/\p{Script=Han}/u);
    // Tables and columns keep their names.
    const english = TABLE_KINDS.reduce((text, kind) => text.replaceAll(kind, ''), wordsOf(code, 'en')[0] ?? '');
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  it('show no whole ID or account number', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const text of wordsOf(code, lang)) expect(text).not.toMatch(/\d{15}/);
  });
});
