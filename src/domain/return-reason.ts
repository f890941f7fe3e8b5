/** Why a bank did not pay, in codes (reference/payments.md §3.4); `NOT_SENT` is ours: the line never left the house. */
export type ReturnReason =
  | 'NAME_MISMATCH'
  | 'ACCOUNT_NOT_FOUND'
  | 'ACCOUNT_CLOSED'
  | 'FROZEN'
  | 'MEDIUM_ABNORMAL'
  | 'NOT_ACTIVATED'
  | 'WRONG_BANK'
  | 'NOT_SETTLEMENT'
  | 'ID_MISSING'
  | 'DUPLICATE'
  | 'PAYER_FUNDS'
  | 'UNIT_ERROR'
  | 'DECEASED'
  | 'UNKNOWN_TEXT'
  | 'NOT_SENT';

const ACCOUNT_REASONS: ReadonlySet<string> = new Set<ReturnReason>([
  'NAME_MISMATCH',
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_CLOSED',
  'FROZEN',
  'MEDIUM_ABNORMAL',
  'NOT_ACTIVATED',
  'WRONG_BANK',
  'NOT_SETTLEMENT',
  'NOT_SENT',
]);

/** True when the account itself was the reason: paying again needs another one, or somebody's word that it works now. */
export function isAccountReason(code: string): boolean {
  return ACCOUNT_REASONS.has(code);
}
