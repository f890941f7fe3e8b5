import { MOVES } from '../../domain/batch-state.js';
import { formatYuan } from '../../domain/money.js';
import { requirePeople, type Act } from '../store/act.js';
import { requireContent } from './approval.js';
import type { Database } from '../store/database.js';
import { append } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { requireState, resolveBatch } from '../read/standing.js';
import { type ClosingProof, proofOf } from '../read/closing-proof.js';

/**
 * Closes a batch after proving that nothing is missing. The bank must have answered: a settled batch, or an exported one
 * with at least one return file, whose unanswered lines stay in flight and go on counting. Throws LedgerFault.
 */
export function closeBatch(database: Database, batch: string, act: Act): ClosingProof {
  const { actor, checkedBy } = requirePeople(act);
  const { at } = act;
  return database.write(() => {
    const standing = resolveBatch(database, batch);
    const { batchId } = standing.head;
    const answered = database.get("SELECT 1 AS found FROM entry WHERE batch_id = ? AND kind = 'result'", batchId);
    requireState(standing, answered === undefined ? MOVES.close.from : [...MOVES.close.from, ...MOVES.settle.from], {
      zh: '关账',
      en: 'close',
    });
    requireContent(database, standing, standing.approvedHash, { zh: '审核', en: 'approval' });
    const proof = proofOf(database, standing);
    const wrong = [...proof.benefits, proof.total].find((part) => !part.balanced);
    if (wrong !== undefined) {
      const { due, paid, returned, failed, stopped, inFlight, notSent: unsent } = wrong;
      const parts = [paid, returned, failed, stopped, inFlight, unsent];
      throw new LedgerFault('conservation', {
        lines: due.lines - parts.reduce((sum, part) => sum + part.lines, 0),
        amount: formatYuan(due.amount - parts.reduce((sum, part) => sum + part.amount, 0)),
      });
    }
    if (standing.state === 'exported') {
      const { inFlight } = proof.total;
      append(database, { kind: 'settle', batchId, at, actor }, { inFlight: inFlight.lines });
    }
    append(database, { kind: 'close', batchId, at, actor }, { total: proof.total, checkedBy });
    return proof;
  });
}
