import { maskAccount } from '../domain/masking.js';
import type { PayoutLine } from '../domain/payout.js';
import type { FindingCollector } from '../findings/collector.js';

/** What a bank accepts as an account: 10 to 21 digits (reference/payments.md §5, BNK-01). */
export const ACCOUNT_NUMBER = /^\d{10,21}$/;

/**
 * BNK-01, 03, 04, 05 on the lines to be paid. Always warnings: a doubtful account never holds a payment here, `export`
 * leaves the line out and lists it (CONTRACT §4). One finding a payee, not one a line.
 */
export function accountFindings(lines: readonly PayoutLine[], collector: FindingCollector): void {
  const seen = new Set<string>();
  const holders = new Map<string, PayoutLine[]>();
  for (const line of lines) {
    const payee = `${line.payee.kind}:${line.payee.id}`;
    if (seen.has(payee)) continue;
    seen.add(payee);
    const { bankName, accountName, accountNumber } = line.account;
    const subject = {
      household: line.householdId,
      person: line.payee.kind === 'person' ? line.payee.id : null,
      organisation: line.payee.kind === 'organisation' ? line.payee.id : null,
      name: line.payee.name,
    };
    if (accountNumber === null || !ACCOUNT_NUMBER.test(accountNumber)) {
      const params = {
        found: accountNumber === null ? '' : maskAccount(accountNumber),
        length: accountNumber?.length ?? 0,
      };
      collector.add({ code: 'BNK-01', severity: 'warning', subject, params });
    } else {
      holders.set(accountNumber, [...(holders.get(accountNumber) ?? []), line]);
    }
    if (bankName === null) collector.add({ code: 'BNK-03', severity: 'warning', subject, params: { found: '' } });
    if (accountName !== null && foldName(accountName) !== foldName(line.payee.name)) {
      collector.add({
        code: 'BNK-04',
        severity: 'warning',
        subject,
        params: { found: accountName, payee: line.payee.name },
      });
    }
  }
  for (const [account, shared] of holders) {
    if (shared.length < 2) continue;
    const first = shared[0];
    const subject = {
      household: first?.householdId ?? null,
      person: null,
      organisation: null,
      name: first?.payee.name ?? null,
    };
    const names = shared.slice(0, 5).map((line) => line.payee.name);
    const params = { account: maskAccount(account), count: shared.length, names: names.join('、') };
    collector.add({ code: 'BNK-05', severity: 'warning', subject, params });
  }
}

/** Middle dots of minority names come in several code points and blanks in several widths. */
function foldName(name: string): string {
  return name.normalize('NFKC').replace(/[·•‧・．.\s]/gu, '');
}
