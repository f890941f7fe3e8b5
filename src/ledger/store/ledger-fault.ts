import type { Lang } from '../../findings/finding.js';
import { faultText, type LedgerFaultText } from './fault-text.js';
import type { LedgerFaultReason, FaultParams } from './fault-reason.js';

/** The file, its disk or its driver stands in the way. */
export type StorageReason =
  | 'missing'
  | 'cannot-open'
  | 'read-only'
  | 'disk-full'
  | 'not-a-database'
  | 'not-a-ledger'
  | 'newer-schema'
  | 'locked'
  | 'corrupt'
  | 'io'
  | 'driver';

/** The ledger is well and says no. */
export type RefusalReason =
  | 'altered'
  | 'unknown-batch'
  | 'ambiguous-batch'
  | 'wrong-state'
  | 'same-person'
  | 'unused-input'
  | 'no-name'
  | 'content-changed'
  | 'cap-exceeded'
  | 'over-budget'
  | 'unknown-line'
  | 'line-state'
  | 'reversal-amount'
  | 'nothing-to-export'
  | 'exported-before'
  | 'no-lines'
  | 'conservation'
  | 'bad-content'
  | 'bad-result'
  | 'file-of-other-batch'
  | 'already-imported'
  | 'imported-elsewhere'
  | 'not-reissuable'
  | 'already-reissued'
  | 'other-hash'
  | 'hash-needed'
  | 'same-second-person'
  | 'paid-twice'
  | 'not-held'
  | 'nothing-reopened'
  | 'unknown-household'
  | 'recovery-amount';

export type LedgerFaultReason = StorageReason | RefusalReason;

/** The same in both languages. */
export type Words = Readonly<Record<Lang, string>>;

export type FaultParams = Readonly<Record<string, string | number | Words>>;

/**
 * The ledger could not or would not do it; nothing was written. Ends in exit code 2. `details` are further lines for
 * people, one each: which caps, which batches, which lines.
 */
export class LedgerFault extends Error {
  readonly reason: LedgerFaultReason;
  readonly params: FaultParams;
  readonly details: Readonly<Record<Lang, readonly string[]>>;

  constructor(
    reason: LedgerFaultReason,
    params: FaultParams = {},
    options: { readonly details?: Readonly<Record<Lang, readonly string[]>>; readonly cause?: unknown } = {},
  ) {
    super(`${reason}: ${faultText(reason, params, 'en').what}`, { cause: options.cause });
    this.name = 'LedgerFault';
    this.reason = reason;
    this.params = params;
    this.details = options.details ?? { zh: [], en: [] };
  }

  /** What, why and how, in one language. */
  text(lang: Lang): LedgerFaultText {
    return faultText(this.reason, this.params, lang);
  }
}
