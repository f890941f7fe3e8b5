import { describe, expect, it } from 'vitest';
import { learnAccount, learnHousehold, maskNumbersInText } from '../../src/domain/masking.js';
import { looksLikePersonId, residentIdCheck } from '../../src/domain/resident-id.js';

const withCheck = (first17: string): string => first17 + residentIdCheck(first17);

describe('numbers in a text that is shown', () => {
  it.each([
    ['18 digits', '640181199001010010', '6401**********0010'],
    ['with X', withCheck('64018119800101002'), null],
    ['a small x', '11010119900307002x', null],
    ['15 digits', '640181900101001', '6401*******1001'],
    ['台湾居民居住证', withCheck('83000019800101001'), null],
    ['外国人永久居留身份证', withCheck('91105619800101001'), null],
    ['a wrong check digit', '640181199001010011', '6401**********0011'],
    ['a digit short', '64018119900101001', '6401*********1001'],
    ['a digit over', '6401811990010100101', '6401***********0101'],
    ['残疾人证', '64018119900101001043', '6401************1043'],
    ['full width', '６４０１８１１９９００１０１００１０', '６４０１**********００１０'],
    ['blanks', '640181 19900101 0010', '6401************0010'],
    ['dashes', '640181-19900101-0010', '6401************0010'],
    ['invisible characters', '640181\u200B19900101\u200B0010', '6401************0010'],
    ['a mobile', '13900000001', '139****0001'],
    ['a mobile with +86', '8613900000001', '861******0001'],
    ['a mobile in groups', '139 0000 0001', '139******0001'],
    ['a mobile with dashes', '139-0000-0001', '139******0001'],
    ['a landline', '0953-2030000', '095*****0000'],
    ['a card that passes Luhn', '6228480402564890018', '6228***********0018'],
    ['a card with a slip', '6228480402564890019', '6228***********0019'],
    ['a card in groups', '6228 4804 0256 4890 018', '6228*************** 018'],
    ['very many digits', '1234567890123456789012', '1234**************9012'],
  ])('%s', (_, number, masked) => {
    for (const text of [
      number,
      `户主${number}，`,
      `(${number})`,
      `ID${number}的`,
      `"\\u001b${number}"`,
      `名册${number}.xlsx`,
    ]) {
      const shown = maskNumbersInText(text);
      expect(shown, text).not.toContain(number);
      expect(shown).toMatch(/\*{4}/);
      if (masked !== null) expect(shown).toBe(text.replace(number, masked));
    }
  });

  it.each([
    'a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00',
    '64018119900101001064018119900101001064018119900101001064018119ab',
    '91640181MA76XXXX3K',
    'H0012、2023-62.2024-10、宁党办〔2023〕62号',
    '2024-10-01 2024-10-02 2024-11-03 2025-01-01',
    '2021 2022 2023 2024 2025 2026',
    '640181001002000003',
    '640181001001001',
    '12345678901.50 元',
    '6401**********0010',
    '第 1 行至第 1048576 行',
  ])('leaves %s', (text) => {
    expect(maskNumbersInText(text)).toBe(text);
  });

  it('knows the accounts and household numbers that were read', () => {
    expect(maskNumbersInText('1012345678901234567')).toBe('1012345678901234567');
    learnAccount('1012345678901234567');
    expect(maskNumbersInText('账号1012345678901234567')).toBe('账号1012***********4567');
    const luhn = '6401810010020000033';
    expect(maskNumbersInText(luhn.slice(0, 18))).toBe(luhn.slice(0, 18));
    const card = '4111111111111111';
    expect(maskNumbersInText(card)).not.toBe(card);
    learnHousehold(card);
    expect(maskNumbersInText(`户 ${card}`)).toBe(`户 ${card}`);
  });

  it('never takes a person for a household number', () => {
    learnHousehold('640181199001010010');
    expect(maskNumbersInText('640181199001010010')).toBe('6401**********0010');
  });

  it('takes no time over a million characters', () => {
    const from = performance.now();
    maskNumbersInText('1 '.repeat(500_000));
    maskNumbersInText('6'.repeat(1_000_000));
    maskNumbersInText('12345678901234567 '.repeat(50_000));
    expect(performance.now() - from).toBeLessThan(6000);
  });
});

describe('what looks like a person', () => {
  it('is not a household number with a year inside', () => {
    for (const number of ['640181202401010001', '640181201600000012', 'H0012', '640181001001001', '001'])
      expect(looksLikePersonId(number), number).toBe(false);
    expect(looksLikePersonId('640181199001010010')).toBe(true);
  });
});
