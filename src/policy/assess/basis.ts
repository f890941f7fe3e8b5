import { formatYuan } from '../../domain/money.js';
import type { Fen } from '../../domain/money.js';
import type { Entitlement } from './assessment.js';
import { reasonText } from '../words/reason-words.js';

/** What settlement did to an entitlement, as far as the one-line arithmetic tells it. */
export interface BasisAmounts {
  readonly paidBefore: Fen;
  readonly cutBy: readonly string[];
  /** Kept back for an open clawback. */
  readonly offset: Fen;
  readonly amount: Fen;
}

/** One line of arithmetic in plain Chinese for a payout: how the entitlement came about, and what was taken off. */
export function basisText(entitlement: Entitlement, amounts: BasisAmounts): string {
  const parts: string[] = [];
  for (const { stage, because, values } of entitlement.stages) {
    if (stage === 'eligible' && because === 'conditions-met') continue;
    if (stage === 'rule-max' && because === 'within-maximum') continue;
    parts.push(reasonText(because, values, 'zh'));
  }
  parts.push(`应得${formatYuan(entitlement.amount)}元`);
  if (amounts.paidBefore > 0) parts.push(`已发${formatYuan(amounts.paidBefore)}元`);
  if (amounts.cutBy.some((id) => !id.startsWith('offset:'))) parts.push('受限额核减');
  if (amounts.offset > 0) parts.push(`抵扣应追回${formatYuan(amounts.offset)}元`);
  if (amounts.paidBefore > 0 || amounts.cutBy.length > 0) parts.push(`本次${formatYuan(amounts.amount)}元`);
  return parts.join('；');
}
