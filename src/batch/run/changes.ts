import type { OffsetEntry } from '../../domain/clawback.js';
import type { History, PeriodLine } from '../../domain/history.js';
import { groupBy } from '../../domain/group-rows.js';
import { sumFen, type Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { BatchDetail } from '../../ledger/read/batch-detail.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { ChangeLine } from './run-result.js';

/** What this run says of a payee and benefit, as far as changes ask. */
export interface ConsideredPayee {
  readonly payeeKind: string;
  readonly payeeId: string;
  readonly benefitId: string;
  readonly entitled: Fen;
  readonly heldBy: readonly string[];
}

export interface ChangesRequest {
  readonly pack: Pick<Pack, 'id' | 'benefits'>;
  readonly history: Pick<History, 'periodLines'>;
  readonly lines: readonly PayoutLine[];
  readonly offsets: readonly OffsetEntry[];
  readonly considered: Iterable<ConsideredPayee>;
}

/**
 * 新增 / 退出 / 变更, like with like: a payment for an income year is compared with everything approved for the same year
 * and pack; where nothing was, with everything of the year before. Whoever was paid in full for this year and is due
 * nothing more has not gone. A new account is a change even where the amount is the same.
 */
export function changesSince(request: ChangesRequest): ChangeLine[] {
  const { pack, history, lines } = request;
  const considered = new Map<string, ConsideredPayee>();
  for (const one of request.considered) considered.set(keyOf(one.payeeKind, one.payeeId, one.benefitId), one);
  const years = [...new Set(lines.map(({ incomeYear }) => incomeYear))];
  return years.flatMap((year) => {
    const now = lines.filter(({ incomeYear }) => incomeYear === year);
    const same = history.periodLines(pack.id, year, 'same');
    const before = same.length > 0 ? same : history.periodLines(pack.id, year, 'before');
    return before.length === 0 ? [] : changesOf(request, now, before, considered, same.length > 0);
  });
}

function changesOf(
  { pack, offsets }: ChangesRequest,
  lines: readonly PayoutLine[],
  before: readonly PeriodLine[],
  considered: ReadonlyMap<string, ConsideredPayee>,
  isSame: boolean,
): ChangeLine[] {
  const earlier = groupBy(before, (line) => keyOf(line.payeeKind, line.payeeId, line.benefit));
  const due = groupBy(lines, (line) => keyOf(line.payee.kind, line.payee.id, line.benefitId));
  const kept = new Set(offsets.map(({ payee, benefitId }) => keyOf(payee.kind, payee.id, benefitId)));
  const changes: ChangeLine[] = [];
  for (const [key, own] of due) {
    const [line] = own;
    if (line === undefined) continue;
    const amount = sumFen(own.map((one) => one.amount));
    const old = earlier.get(key);
    const sum = old === undefined ? null : sumFen(old.map((one) => one.amount));
    const account = old?.at(-1)?.accountNumber;
    const accountChanged = old !== undefined && account !== line.account.accountNumber;
    const after = isSame ? amount + (sum ?? 0) : amount;
    if (sum === after && !accountChanged) continue;
    changes.push({
      change: old === undefined ? '新增' : '变更',
      payeeKind: line.payee.kind,
      payeeId: line.payee.id,
      payeeName: line.payee.name,
      benefitId: line.benefitId,
      benefit: line.benefit,
      before: sum,
      after,
      accountChanged,
      note: [accountChanged ? '收款账号与上次不同' : '', isSame && old !== undefined ? '同一年度再发' : '']
        .filter((text) => text !== '')
        .join('；'),
    });
  }
  for (const [key, old] of earlier) {
    const [first] = old;
    if (first === undefined || due.has(key)) continue;
    const is = considered.get(key);
    // Paid in full for this very year and still entitled, or not in this roster: nothing has changed.
    if (isSame && (is === undefined || is.entitled > 0 || is.heldBy.length > 0)) continue;
    const isKept = kept.has(key);
    const isHeld = (is?.heldBy.length ?? 0) > 0;
    changes.push({
      change: isKept || isHeld ? '变更' : '退出',
      payeeKind: first.payeeKind,
      payeeId: first.payeeId,
      payeeName: first.payeeName,
      benefitId: first.benefit,
      benefit: pack.benefits.find(({ id }) => id === first.benefit)?.name ?? first.benefit,
      before: sumFen(old.map((one) => one.amount)),
      after: isKept || isHeld ? 0 : null,
      accountChanged: false,
      note: isKept
        ? '应发全部抵扣追回款'
        : isHeld
          ? `本次暂停发放：${is?.heldBy.join('、') ?? ''}`
          : isSame
            ? '本次核算不再应得'
            : '',
    });
  }
  return changes;
}

/** What a reissue changes: the same money to another account, and why the bank had not paid it. */
export function reissueChanges(lines: readonly PayoutLine[], source: Pick<BatchDetail, 'lines'>): ChangeLine[] {
  const sources = new Map(source.lines.map((detail) => [detail.line.lineNo, detail]));
  return lines.map((line) => {
    const old = line.reissueOfLine === undefined ? undefined : sources.get(line.reissueOfLine);
    const [from, to] = [old?.line.account.accountNumber ?? null, line.account.accountNumber];
    return {
      change: '变更',
      payeeKind: line.payee.kind,
      payeeId: line.payee.id,
      payeeName: line.payee.name,
      benefitId: line.benefitId,
      benefit: line.benefit,
      before: old?.line.amount ?? null,
      after: line.amount,
      accountChanged: from !== to,
      note: [`原账号 ${from ?? '无'}`, `现账号 ${to ?? '无'}`, `银行原因：${old?.text ?? '没有写明'}`].join('；'),
    };
  });
}

function keyOf(kind: string, id: string, benefit: string): string {
  return `${kind}|${id}|${benefit}`;
}
