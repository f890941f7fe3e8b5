import type { Lang } from '../../findings/finding.js';

/** Something in a ledger that does not fit. */
export interface LedgerProblem {
  readonly kind: 'file' | 'guard' | 'chain' | 'content' | 'events' | 'life' | 'cap' | 'balance';
  /** Entry in which it shows; null for the file as a whole. */
  readonly seq: number | null;
  readonly batchId: string | null;
  readonly text: Readonly<Record<Lang, string>>;
}

/** Tells a problem: its kind, entry, batch, and words. */
export type Report = (
  kind: LedgerProblem['kind'],
  seq: number | null,
  batchId: string | null,
  zh: string,
  en: string,
) => void;
