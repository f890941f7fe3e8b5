import { maskAccount } from '../../domain/masking.js';
import type { Roster } from '../../domain/roster.js';
import type { FindingCollector, FindingDraft } from '../../findings/collector.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import { placeOf, subjectOf } from './finding-place.js';
import type { SettledEntitlement } from './run-result.js';

/** What a bank accepts as an account: 10 to 21 digits (reference/payments.md §5, BNK-01). */
export const ACCOUNT_NUMBER = /^\d{10,21}$/;

/**
 * BNK-01, 03, 04, 05 on the lines to be paid. Always warnings: a doubtful account never holds a payment here, `export`
 * leaves the line out and lists it (src/CONTRACT.md §4). One finding a payee, not one a line.
 */
export function accountFindings(
  roster: Roster,
  settled: readonly SettledEntitlement[],
  collector: FindingCollector,
): void {
  const seen = new Set<string>();
  const holders = new Map<string, Entitlement[]>();
  for (const { entitlement, lineNo } of settled) {
    const { kind, id, name } = entitlement.payee;
    const payee = `${kind}:${id}`;
    if (lineNo === null || seen.has(payee)) continue;
    seen.add(payee);
    const { bankName, accountName, accountNumber } = entitlement.account;
    const at = (): Pick<FindingDraft, 'place' | 'subject'> => ({
      place: placeOf(entitlement, roster),
      subject: subjectOf(entitlement),
    });
    if (accountNumber === null || !ACCOUNT_NUMBER.test(accountNumber)) {
      const params = {
        found: accountNumber === null ? '' : maskAccount(accountNumber),
        length: accountNumber?.length ?? 0,
      };
      collector.add({ code: 'BNK-01', severity: 'warning', ...at(), params });
    } else {
      holders.set(accountNumber, [...(holders.get(accountNumber) ?? []), entitlement]);
    }
    if (bankName === null) collector.add({ code: 'BNK-03', severity: 'warning', ...at(), params: { found: '' } });
    if (accountName !== null && foldName(accountName) !== foldName(name)) {
      collector.add({
        code: 'BNK-04',
        severity: 'warning',
        ...at(),
        params: { found: accountName, payee: name },
      });
    }
  }
  for (const [account, shared] of holders) {
    const [first] = shared;
    if (first === undefined || shared.length < 2) continue;
    const at = { place: placeOf(first, roster), subject: subjectOf(first) };
    const names = shared.slice(0, 5).map(({ payee }) => payee.name);
    const params = { account: maskAccount(account), count: shared.length, names: names.join('、') };
    collector.add({ code: 'BNK-05', severity: 'warning', ...at, params });
  }
}

/** Middle dots of minority names come in several code points and blanks in several widths. */
function foldName(name: string): string {
  return name.normalize('NFKC').replace(/[·•‧・．.\s]/gu, '');
}
