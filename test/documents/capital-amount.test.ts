import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalAmount } from '../../src/domain/capital-amount.js';
import { present } from '../io/shared-inputs.js';

/** Examples printed in 支付结算办法 附一 and 会计基础工作规范, and the ordinary traps beside them. */
const PRINTED: readonly (readonly [number, string])[] = [
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [168_032, '壹仟陆佰捌拾元零叁角贰分'],
  [10_700_053, '壹拾万柒仟元零伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [500_000, '伍仟元整'],
  [1_000, '壹拾元整'],
  [50, '伍角整'],
  [5, '伍分'],
  [0, '零元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [100_001_000_100, '壹拾亿零壹万零壹元整'],
  [24_096_800, '贰拾肆万零玖佰陆拾捌元整'],
  [10_000_500_000, '壹亿零伍仟元整'],
  [1_010, '壹拾元零壹角整'],
  [-200_000, '负贰仟元整'],
];

const SHARED = new URL('../../../shared/reference/vectors.json', import.meta.url);

describe('人民币大写', () => {
  it.each(PRINTED)('%i 分', (amount, text) => {
    expect(capitalAmount(amount)).toBe(text);
  });

  it.skipIf(!present(fileURLToPath(SHARED)))('agrees with the shared vectors', () => {
    const vectors = JSON.parse(readFileSync(SHARED, 'utf8')) as { rmbFen: [number, string][] };
    expect(vectors.rmbFen.length).toBeGreaterThan(10);
    for (const [amount, text] of vectors.rmbFen) expect(capitalAmount(amount)).toBe(text);
  });

  it('reads back as the same amount, has no double 零 and ends in 整 or 分', () => {
    const amounts = fc.oneof(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.maxSafeInteger(),
      // Numbers full of zeros, where 零 goes wrong.
      fc
        .array(fc.constantFrom(0, 0, 0, 1, 9), { minLength: 1, maxLength: 15 })
        .map((digits) => Number(digits.join(''))),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = capitalAmount(amount);
        expect(readBack(text)).toBe(amount === 0 ? 0 : amount);
        expect(text).not.toMatch(/零零|零[万亿兆]|零整|[仟佰拾][仟佰拾]/);
        expect(text).toMatch(/(整|分)$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses what is no whole amount', () => {
    expect(() => capitalAmount(0.5)).toThrow(RangeError);
    expect(() => capitalAmount(Number.NaN)).toThrow(RangeError);
  });
});

/** Deliberately naive: adds up what each sign is worth. */
function readBack(text: string): number {
  const negative = text.startsWith('负');
  let total = 0n;
  let group = 0n;
  let digit = 0n;
  for (const sign of text.replace(/^负/, '').replace(/整$/, '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign);
    if (value >= 0) digit = BigInt(value);
    else if (sign === '仟' || sign === '佰' || sign === '拾') {
      group += digit * { 仟: 1000n, 佰: 100n, 拾: 10n }[sign];
      digit = 0n;
    } else if (sign === '兆' || sign === '亿' || sign === '万') {
      total += (group + digit) * { 兆: 1_000_000_000_000n, 亿: 100_000_000n, 万: 10_000n }[sign] * 100n;
      group = 0n;
      digit = 0n;
    } else {
      total += (group + digit) * { 元: 100n, 角: 10n, 分: 1n }[sign as '元' | '角' | '分'];
      group = 0n;
      digit = 0n;
    }
  }
  return Number(negative ? -total : total);
}
