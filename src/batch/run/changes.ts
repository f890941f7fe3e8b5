import type { OffsetEntry } from '../../domain/clawback.js';
import type { PaidLine } from '../../domain/history.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { ChangeLine } from './run-result.js';

/**
 * 新增 / 退出 / 变更 against the last batch of this pack and name that reached approval. Payees are compared by kind, id
 * and benefit; a new account is a change even when the amount is the same, and so is a due that a debt takes whole. No
 * earlier batch: no changes.
 */
export function changesSince(
  previous: readonly PaidLine[],
  lines: readonly PayoutLine[],
  offsets: readonly OffsetEntry[] = [],
): ChangeLine[] {
  if (previous.length === 0) return [];
  const before = new Map<string, { amount: number; account: string | null; line: PaidLine }>();
  for (const line of previous) {
    const key = `${line.payeeKind}|${line.payeeId}|${line.benefit}`;
    const known = before.get(key);
    before.set(key, { amount: (known?.amount ?? 0) + line.amount, account: line.accountNumber, line });
  }
  const after = new Map<string, { amount: number; line: PayoutLine }>();
  for (const line of lines) {
    const key = `${line.payee.kind}|${line.payee.id}|${line.benefitId}`;
    after.set(key, { amount: (after.get(key)?.amount ?? 0) + line.amount, line });
  }

  const changes: ChangeLine[] = [];
  for (const [key, { amount, line }] of after) {
    const old = before.get(key);
    const accountChanged = old !== undefined && old.account !== line.account.accountNumber;
    if (old !== undefined && old.amount === amount && !accountChanged) continue;
    changes.push({
      change: old === undefined ? '新增' : '变更',
      payeeKind: line.payee.kind,
      payeeId: line.payee.id,
      payeeName: line.payee.name,
      benefitId: line.benefitId,
      benefit: line.benefit,
      before: old?.amount ?? null,
      after: amount,
      accountChanged,
      note: accountChanged ? '收款账号与上次不同' : '',
    });
  }
  const kept = new Set(offsets.map(({ payee, benefitId }) => `${payee.kind}|${payee.id}|${benefitId}`));
  for (const [key, { amount, line }] of before) {
    if (after.has(key)) continue;
    changes.push({
      change: kept.has(key) ? '变更' : '退出',
      payeeKind: line.payeeKind,
      payeeId: line.payeeId,
      payeeName: line.accountName ?? '',
      benefitId: line.benefit,
      benefit: line.benefit,
      before: amount,
      after: kept.has(key) ? 0 : null,
      accountChanged: false,
      note: kept.has(key) ? '应发全部抵扣追回款' : '',
    });
  }
  return changes;
}
