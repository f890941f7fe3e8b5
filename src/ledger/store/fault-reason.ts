import type { Words } from '../../findings/finding.js';

/** The file, its disk or its driver stands in the way. */
export type StorageReason =
  | 'missing'
  | 'network-share'
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

export type FaultParams = Readonly<Record<string, string | number | Words>>;
