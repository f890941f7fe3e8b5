import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAmount, YUAN } from '../../src/tables/values/amount.js';
import { CellProblem } from '../../src/tables/values/cell-problem.js';
import { readDate, serialToDay } from '../../src/tables/values/date.js';
import { readCreditCode, readPersonId } from '../../src/tables/values/identity.js';
import { readPhone } from '../../src/tables/values/phone.js';
import { cleanText } from '../../src/tables/values/plain-text.js';
import { sharedPath } from './shared-files.js';

interface Vectors {
  readonly idCard: {
    readonly valid: readonly { in: string; normalise?: string }[];
    readonly invalid: readonly { in: string | number; why: string }[];
    readonly fifteen: readonly { in: string; to18?: string }[];
    readonly disability: readonly { in: string; id?: string }[];
  };
  readonly uscc: {
    readonly valid: readonly string[];
    readonly invalid: readonly { in: string }[];
    readonly warnOnly: readonly string[];
  };
  readonly mobile: {
    readonly valid: readonly string[];
    readonly invalid: readonly string[];
    readonly landline: readonly string[];
  };
  readonly serial1900: Readonly<Record<string, string>>;
  readonly dates: readonly (readonly [string | number, string])[];
  readonly amountsFen: readonly (readonly [string, number | string | null])[];
}

const path = sharedPath('reference/vectors.json');

describe.skipIf(path === null)('reference vectors', () => {
  const vectors = path === null ? null : (JSON.parse(readFileSync(path, 'utf8')) as Vectors);

  it('reads amounts', () => {
    expect(vectors?.amountsFen.length).toBeGreaterThan(10);
    for (const [written, wanted] of vectors?.amountsFen ?? []) {
      const numeric = /^([\d.]+) numeric cell$/.exec(written);
      const inTenThousands = /^([\d.]+) under a header \(万元\)$/.exec(written);
      const got =
        numeric !== null
          ? readAmount(Number(numeric[1]))
          : inTenThousands !== null
            ? readAmount(inTenThousands[1] ?? '', { factor: 10_000, stated: true })
            : readAmount(written, YUAN);
      if (typeof wanted === 'string') expect(typeof got, written).toBe('string');
      else expect(got, written).toBe(wanted);
    }
  });

  it('reads dates', () => {
    expect(vectors?.dates.length).toBeGreaterThan(15);
    for (const [written, wanted] of vectors?.dates ?? [])
      expect(dateWord(written), String(written)).toBe(wordOf(wanted));
  });

  it('reads serial numbers of the 1900 system', () => {
    for (const [serial, wanted] of Object.entries(vectors?.serial1900 ?? {}))
      expect(serialToDay(Number(serial)), serial).toBe(/^\d{4}-/.test(wanted) ? wanted : null);
  });

  it('reads ID numbers and never repairs one', () => {
    for (const { in: written, normalise } of vectors?.idCard.valid ?? [])
      expect(readPersonId(written)).toBe(normalise ?? written);
    for (const { in: written } of vectors?.idCard.invalid ?? []) {
      const reading = readPersonId(String(written));
      expect(reading instanceof CellProblem && [reading.severity, reading.value], String(written)).toEqual([
        'error',
        null,
      ]);
    }
    for (const { in: written, to18 } of vectors?.idCard.fifteen ?? []) {
      const reading = readPersonId(written);
      expect(reading instanceof CellProblem && [reading.code, reading.value]).toEqual(
        to18 === undefined ? ['CEL-02', null] : ['CEL-01', to18],
      );
    }
    for (const { in: written, id } of vectors?.idCard.disability ?? []) {
      const reading = readPersonId(written);
      expect(reading instanceof CellProblem && [reading.severity, reading.value]).toEqual(
        id === undefined && !written.startsWith('64018119900101001043')
          ? ['error', null]
          : ['info', '640181199001010010'],
      );
    }
  });

  it('warns of odd credit codes and keeps them', () => {
    for (const code of vectors?.uscc.valid ?? []) expect(readCreditCode(code)).toBe(code);
    for (const code of [...(vectors?.uscc.warnOnly ?? []), ...(vectors?.uscc.invalid ?? []).map((entry) => entry.in)]) {
      const reading = readCreditCode(code);
      expect(reading instanceof CellProblem && [reading.code, reading.severity, reading.value]).toEqual([
        'CEL-18',
        'warning',
        code,
      ]);
    }
  });

  it('reads telephone numbers', () => {
    for (const phone of vectors?.mobile.valid ?? []) expect(typeof readPhone(cleanText(phone)), phone).toBe('string');
    for (const phone of vectors?.mobile.landline ?? []) expect(readPhone(phone)).toBe(phone);
    for (const phone of vectors?.mobile.invalid ?? []) expect(readPhone(phone)).toBeInstanceOf(CellProblem);
  });
});

function wordOf(wanted: string): string {
  if (wanted.startsWith('ambiguous')) return 'ambiguous';
  return wanted === 'not a date' || wanted === 'invalid' ? 'problem' : wanted;
}

function dateWord(written: string | number): string {
  const reading = readDate(written);
  switch (reading.kind) {
    case 'date':
      return reading.date;
    case 'range':
      return `range ${reading.from}..${reading.to ?? ''}`;
    case 'open':
      return 'open end';
    default:
      return reading.kind;
  }
}
