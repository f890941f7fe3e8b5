import type { Charge, PayeeKind } from './charge.js';
import type { Fen } from './money.js';
import type { Due } from './payout.js';

/**
 * Key under which a batch charges what it keeps back for an open clawback (追回): the ledger adds up every counting
 * charge of the key and takes it off what the payee still owes.
 */
export function clawbackKey(kind: PayeeKind, id: string): string {
  return `${CLAWBACK}${kind}:${id}`;
}

const CLAWBACK = 'clawback|';

export function isClawbackKey(key: string): boolean {
  return key.startsWith(CLAWBACK);
}

/** What of these charges is kept back for clawbacks, in 分. */
export function keptBack(charges: readonly Charge[]): Fen {
  return charges.reduce((sum, { key, amount }) => (isClawbackKey(key) ? sum + amount : sum), 0);
}

/**
 * A due that an open clawback takes whole (抵扣): nothing goes to the bank, so it is no payout line, but it is approved
 * with the batch and uses up the benefit, its limits and the debt as a line would. Its `amount` is the whole due, its
 * `charges` are those of the due and the debt's own.
 */
export interface OffsetEntry extends Due {
  /** Counts from 1 within the batch; has nothing to do with line numbers. */
  readonly offsetNo: number;
}
