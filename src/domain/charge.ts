import type { Fen } from './money.js';

/** Who is paid. `id` is the 户编号, the 18-character ID or the 统一社会信用代码. */
export type PayeeKind = 'household' | 'person' | 'organisation';

export interface Payee {
  readonly kind: PayeeKind;
  readonly id: string;
  readonly name: string;
}

/**
 * What a payout uses up: one line may charge several limits and pools at once. A charge names the thing that is limited
 * by a key; the ledger adds up every counting charge of that key, whatever batch it came from, and refuses to go over.
 *
 * Keys are built by {@link chargeKey} only, so that the rules, the ledger and the approval check agree.
 */
export interface Charge {
  readonly key: string;
  readonly amount: Fen;
  /** How many times the limited thing happens: 1 for a once-a-year benefit, 0 where only the amount is limited. */
  readonly count: number;
  readonly maxAmount: Fen | null;
  readonly maxCount: number | null;
}

/**
 * `scope` is the benefit or pool id; `subject` the payee or unit; `period` an income year, a calendar year or `life`.
 * Example: `ningdong-2023-62|employment-bonus|household:HH0012|2024`.
 */
export function chargeKey(
  policy: string,
  scope: string,
  subjectKind: string,
  subjectId: string,
  period: string,
): string {
  return `${policy}|${scope}|${subjectKind}:${subjectId}|${period}`;
}
