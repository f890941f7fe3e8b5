import type { PayeeKind } from './charge.js';

/**
 * Key under which a payout line charges what it keeps back for an open clawback (追回): the ledger adds up every
 * counting charge of the key and takes it off what the payee still owes.
 */
export function clawbackKey(kind: PayeeKind, id: string): string {
  return `clawback|${kind}:${id}`;
}
