import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, lineJson } from '../../src/domain/content-hash.js';
import type { PayoutLine } from '../../src/domain/payout.js';

const text = fc.oneof(fc.string(), fc.constantFrom('张三', '䶮𠮷', '"引号"\\', '\u2028', 'a\nb'));
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const whole = fc.integer({ min: 0, max: 1e12 });
const charge = fc.record({ key: text, amount: whole, count: whole, maxAmount: orNull(whole), maxCount: orNull(whole) });
const line: fc.Arbitrary<PayoutLine> = fc
  .record({
    lineNo: whole,
    policyId: text,
    benefitId: text,
    benefit: text,
    payee: fc.record({ kind: fc.constantFrom('household', 'person', 'organisation'), id: text, name: text }),
    idNumber: orNull(text),
    householdId: orNull(text),
    township: orNull(text),
    community: orNull(text),
    incomeYear: orNull(whole),
    entitlement: whole,
    paidBefore: whole,
    cutBy: fc.array(text, { maxLength: 2 }),
    amount: whole,
    account: fc.record({ bankName: orNull(text), accountName: orNull(text), accountNumber: orNull(text) }),
    clause: text,
    basis: text,
    charges: fc.array(charge, { maxLength: 3 }),
  })
  .chain((plain) => fc.constantFrom(plain, { ...plain, reissueOfLine: 7 }));

test('the JSON of a line is canonical: keys in order, nothing left out', () => {
  fc.assert(
    fc.property(line, (one) => {
      expect(lineJson(one)).toBe(canonicalJson(one));
    }),
  );
});

test('a caller’s richer objects change nothing, a number that is none is refused', () => {
  const [one] = fc.sample(line, 1);
  if (one === undefined) throw new Error('no sample');
  const rich = { ...one, account: { ...one.account, row: 7 }, payee: { ...one.payee, age: 80 } };
  expect(lineJson(rich)).toBe(lineJson(one));
  expect(() => lineJson({ ...one, amount: Number.NaN })).toThrow(TypeError);
  expect(() => lineJson({ ...one, entitlement: 0.5 })).toThrow(TypeError);
});
