import { proofOf } from './closing-proof.js';
import type { Database } from '../store/database.js';
import type { Report } from './ledger-problem.js';
import { counts, type BatchStanding } from './standing.js';

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
