import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCardCheckDigit } from '../../src/domain/bank-identity.js';
import { runExample } from './example-roster.js';

/** A card number of 19 digits with its check digit, found by trying. */
function cardOf(head: string): string {
  const last = Array.from('0123456789').find((digit) => hasCardCheckDigit(head + digit));
  return head + (last ?? '');
}

const ZHANG = { 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' };
const head = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `622848000${String(n).padStart(9, '0')}`);

describe('the check digit of a card', () => {
  it('fits one last digit of ten, and shows any single digit that is wrong', () => {
    fc.assert(
      fc.property(head, fc.integer({ min: 0, max: 18 }), fc.integer({ min: 1, max: 9 }), (first, at, more) => {
        const card = cardOf(first);
        expect(Array.from('0123456789').filter((digit) => hasCardCheckDigit(first + digit))).toHaveLength(1);
        const digit = (Number(card[at]) + more) % 10;
        expect(hasCardCheckDigit(`${card.slice(0, at)}${digit}${card.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  it('is no matter where most cards of the issuer follow no such rule', async () => {
    const rows = (accounts: readonly string[]) =>
      accounts.map((account, i) => ({ ...ZHANG, 户编号: `H${i + 1}`, 银行账号: account }));
    const found = async (accounts: readonly string[]): Promise<(string | null)[]> => {
      const { findings } = await runExample({ title: '', tables: { 成员: rows(accounts) }, expect: [] });
      return findings.filter(({ code }) => code === 'BNK-02').map(({ value }) => value);
    };
    const right = [1, 2, 3, 4].map((n) => cardOf(`62284800000000000${n}`));
    const wrong = right.map((card) => card.slice(0, -1) + String((Number(card.slice(-1)) + 1) % 10));
    const one = wrong.slice(0, 1);
    expect(await found([...right, ...one])).toEqual(one);
    expect(await found([...wrong, ...right.slice(0, 1)])).toEqual([]);
  });
});
