/** 统一社会信用代码, GB 32100-2015. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeProblem = 'ok' | 'length' | 'characters' | 'checksum' | 'old-number';

/**
 * Checks a code that is already half-width and trimmed. Real codes break the check digit, so a failure is a warning,
 * never an error (src/CONTRACT.md §4). `old-number` is the 15-digit 注册号 from before 2015.
 */
export function checkCreditCode(text: string): CreditCodeProblem {
  const code = text.toUpperCase();
  if (/^\d{15}$/.test(code)) return 'old-number';
  if (code.length !== 18) return 'length';
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(code.charAt(i));
    if (value < 0) return 'characters';
    sum += value * (WEIGHTS[i] ?? 0);
  }
  if (!/^[1-9NY]/.test(code) || !ALPHABET.includes(code.charAt(17))) return 'characters';
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17) ? 'ok' : 'checksum';
}
