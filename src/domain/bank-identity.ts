import type { PayoutLine } from './payout.js';

/** What a bank accepts as an account: 10 to 21 digits (reference/payments.md §5, BNK-01). */
export function isBankAccount(account: string | null): boolean {
  return account !== null && /^\d{10,21}$/.test(account);
}

/** Whether the last digit of a card number is the check digit of the others (Luhn, ISO/IEC 7812-1 annex B). Digits only. */
export function hasCardCheckDigit(card: string): boolean {
  let sum = 0;
  for (let index = 0; index < card.length; index++) {
    const digit = card.charCodeAt(card.length - 1 - index) - 0x30;
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Name under which a line is sent: that of the account, else of the payee. */
export function sentName(line: Pick<PayoutLine, 'account' | 'payee'>): string {
  return line.account.accountName ?? line.payee.name;
}

/** Middle dots of minority names come in several code points, blanks and brackets in two widths. */
export function sameBankName(a: string, b: string): boolean {
  return foldBankName(a) === foldBankName(b);
}

export function foldBankName(name: string): string {
  return name.normalize('NFKC').replace(/[·•‧・．.\s]/gu, '');
}
