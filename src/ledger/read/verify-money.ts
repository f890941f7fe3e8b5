import { formatYuan } from '../../domain/money.js';
import { proofOf } from './closing-proof.js';
import { numberOf, numberOrNull, textOf, type Database } from '../store/database.js';
import { countingAmount, exceptionalFates, fateKey, isUnpaid } from './line-fate.js';
import { keptBackByLine, loadOffsetCharges } from './offsets.js';
import { counts, type BatchStanding } from './standing.js';
import type { Report } from './ledger-problem.js';

/** LED-09: what was approved is what became of it, line by line. */
export function checkBalances(database: Database, standings: Map<string, BatchStanding>, report: Report): void {
  for (const standing of standings.values()) {
    if (!counts(standing.state)) continue;
    const { batchId } = standing.head;
    const proof = proofOf(database, standing);
    if (standing.approvedHash !== standing.head.contentHash)
      report(
        'content',
        standing.approvedSeq,
        batchId,
        `批次${batchId}的内容与审核时不一致`,
        `${batchId} is not what was approved`,
      );
    const balanced = proof.total.balanced && proof.benefits.every((benefit) => benefit.balanced);
    if (!balanced)
      report(
        'balance',
        standing.approvedSeq,
        batchId,
        `LED-09 批次${batchId}应发≠已付+退回+失败+停发+在途`,
        `LED-09 ${batchId} does not balance`,
      );
  }
}

/** Caps are those of the lines that were approved here; opening history is taken as it was. */
export function checkCaps(database: Database, standings: Map<string, BatchStanding>, report: Report): void {
  const counting = new Map<number, BatchStanding>();
  for (const standing of standings.values()) if (counts(standing.state)) counting.set(standing.head.version, standing);
  const fates = exceptionalFates(database);
  const offsets = loadOffsetCharges(database, counting);
  const addOffsets = (): void => {
    for (const row of offsets.get(sums.key) ?? []) {
      sums.amount += numberOf(row, 'amount');
      sums.count += numberOf(row, 'count');
      sums.version = numberOf(row, 'version');
      sums.maxAmount = Math.max(sums.maxAmount, numberOrNull(row, 'max_amount') ?? -1);
      sums.maxCount = Math.max(sums.maxCount, numberOrNull(row, 'max_count') ?? -1);
    }
    offsets.delete(sums.key);
  };
  const sums = { key: '', amount: 0, count: 0, maxAmount: -1, maxCount: -1, version: 0 };
  const finish = (): void => {
    addOffsets();
    const { amount, count, maxAmount, maxCount, version } = sums;
    const standing = counting.get(version);
    if (standing === undefined) return;
    if ((maxAmount < 0 || amount <= maxAmount) && (maxCount < 0 || count <= maxCount)) return;
    const { batchId } = standing.head;
    const [have, max] =
      maxAmount >= 0 && amount > maxAmount ? [formatYuan(amount), formatYuan(maxAmount)] : [count, maxCount];
    report(
      'cap',
      standing.approvedSeq,
      batchId,
      `批次${batchId}有一项上限被突破：应不超过${max}，现为${have}`,
      `${batchId} breaks a cap: ${have}, at most ${max}`,
    );
  };
  const sql = `SELECT c.key, c.version, c.line_no, c.amount, c.count, c.max_amount, c.max_count, l.amount AS line_amount
    FROM charge c JOIN line l USING (version, line_no) ORDER BY c.key, c.version`;
  for (const row of database.iterate(sql)) {
    const version = numberOf(row, 'version');
    const standing = counting.get(version);
    if (standing === undefined) continue;
    const key = textOf(row, 'key');
    if (key !== sums.key) {
      finish();
      Object.assign(sums, { key, amount: 0, count: 0, maxAmount: -1, maxCount: -1, version: 0 });
    }
    const fate = fates.get(fateKey(version, numberOf(row, 'line_no')));
    const lineAmount = numberOf(row, 'line_amount');
    const left =
      fate === undefined
        ? lineAmount
        : isUnpaid(fate)
          ? 0
          : countingAmount(lineAmount, fate) + keptBackByLine(database, version, numberOf(row, 'line_no'));
    if (left === 0) continue;
    sums.amount += Math.min(numberOf(row, 'amount'), fate === undefined ? Infinity : left);
    sums.count += numberOf(row, 'count');
    if (standing.head.opening) continue;
    sums.version = version;
    sums.maxAmount = Math.max(sums.maxAmount, numberOrNull(row, 'max_amount') ?? -1);
    sums.maxCount = Math.max(sums.maxCount, numberOrNull(row, 'max_count') ?? -1);
  }
  finish();
  for (const key of [...offsets.keys()]) {
    Object.assign(sums, { key, amount: 0, count: 0, maxAmount: -1, maxCount: -1, version: 0 });
    finish();
  }
}
