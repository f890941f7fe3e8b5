import { createHash, createHmac } from 'node:crypto';
import type { PayoutLine } from '../domain/payout.js';

/**
 * Keyed hash by which masked files point to a person: first 16 hex digits of an HMAC over the payee's id. A bare hash of
 * an ID number can be undone by trying all of them, so that the key is made of what only `payouts.csv` holds: the full
 * ID and account numbers of the batch. Whoever has that file can make the key again; a masked file alone cannot.
 * Gives null for every payee when the batch pays nobody, since nothing secret is left to key with.
 */
export function payeeKeyer(
  batchId: string,
  lines: readonly Pick<PayoutLine, 'payee' | 'idNumber' | 'account'>[],
): (payeeId: string) => string | null {
  const secret = createHash('sha256').update(batchId);
  let any = false;
  for (const { payee, idNumber, account } of lines) {
    any ||= account.accountNumber !== null;
    secret.update(`\n${payee.id}\t${idNumber ?? ''}\t${account.accountNumber ?? ''}`);
  }
  if (!any) return () => null;
  const key = secret.digest();
  return (payeeId) => createHmac('sha256', key).update(payeeId).digest('hex').slice(0, 16);
}
