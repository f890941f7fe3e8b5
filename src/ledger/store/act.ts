import { LedgerFault } from './ledger-fault.js';

/** Who did something, and when: the clock and the person belong to the caller. */
export interface Act {
  readonly by: string;
  /** Moment as ISO text. */
  readonly at: string;
}

/** Trimmed name; throws when nobody is named. */
export function requireName(by: string): string {
  const name = by.trim();
  if (name === '') throw new LedgerFault('no-name');
  return name;
}
