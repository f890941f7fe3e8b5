import { formatYuan, type Fen } from '../../domain/money.js';
import { requirePeople, type Act } from '../store/act.js';
import { benefitTotals, requireContent, type StoredBenefitTotal } from './approval.js';
import { jsonOf, numberOf, textOf, type Database } from '../store/database.js';
import { append, entriesOf } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { recoveredLines } from '../read/clawbacks.js';
import { fatesOf } from '../read/line-fate.js';
import { keptBackBy, type KeptBack } from '../read/offsets.js';
import { notSent } from '../read/sent-files.js';
import { requireState, resolveBatch, type BatchStanding } from '../read/standing.js';

/** Lines and 分. */
export interface Part {
  readonly lines: number;
  readonly amount: Fen;
}

/** 应发 = 已付 + 退回 + 失败 + 停发 + 在途 + 未送; 追回 stands beside it (CONTRACT §5). */
export interface Equation {
  readonly due: Part;
  readonly paid: Part;
  readonly returned: Part;
  readonly failed: Part;
  readonly stopped: Part;
  readonly inFlight: Part;
  /** Left out of the current bank files after standing in earlier ones; counts as if under way. */
  readonly notSent: Part;
  readonly clawedBack: Part;
  /** What of the clawbacks has come back in money. */
  readonly recovered: Part;
  /** Both sides agree, in lines and in 分. */
  readonly balanced: boolean;
}

/** Money that is gone or under way, less what was clawed back: what a budget is used by. */
export function moneyUsed({ paid, inFlight, notSent, clawedBack }: Equation): Fen {
  return paid.amount + inFlight.amount + notSent.amount - clawedBack.amount;
}

export interface BenefitEquation extends Equation {
  readonly benefitId: string;
  readonly benefit: string;
}

export interface ClosingProof {
  readonly batchId: string;
  readonly benefits: readonly BenefitEquation[];
  readonly total: Equation;
  /** 抵扣, beside the equation as 追回 is: kept back for debts and never sent. */
  readonly keptBack: KeptBack;
}

type PartName = 'paid' | 'returned' | 'failed' | 'stopped' | 'inFlight' | 'notSent' | 'clawedBack' | 'recovered';

type Sums = Record<PartName, { lines: number; amount: number }>;

function noSums(): Sums {
  const none = (): { lines: number; amount: number } => ({ lines: 0, amount: 0 });
  return {
    paid: none(),
    returned: none(),
    failed: none(),
    stopped: none(),
    inFlight: none(),
    notSent: none(),
    clawedBack: none(),
    recovered: none(),
  };
}

/**
 * The equation of a batch, per benefit and in total. The left side is what was approved, as the approval recorded it; the
 * right side is counted line by line from what happened since.
 */
export function proofOf(database: Database, standing: BatchStanding): ClosingProof {
  const { head } = standing;
  const due = approvedTotals(database, standing);
  const fates = fatesOf(database, head.version);
  const unsent = notSent(entriesOf(database, head.batchId));
  const recovered = recoveredLines(database, head.version);
  const sums = new Map<string, Sums>();
  const sql = 'SELECT line_no, benefit_id, amount FROM line WHERE version = ? ORDER BY line_no';
  for (const row of database.iterate(sql, head.version)) {
    const benefitId = textOf(row, 'benefit_id');
    const own = sums.get(benefitId) ?? noSums();
    sums.set(benefitId, own);
    const amount = numberOf(row, 'amount');
    const lineNo = numberOf(row, 'line_no');
    const fate = fates.get(lineNo);
    const outcome = fate?.outcome ?? (head.opening ? 'paid' : null);
    add(own[outcome ?? (unsent(lineNo) ? 'notSent' : 'inFlight')], amount);
    if (fate !== undefined && fate.reversed > 0) add(own.clawedBack, fate.reversed);
    const back = recovered.get(numberOf(row, 'line_no')) ?? 0;
    if (back > 0) add(own.recovered, back);
  }
  const benefits = due.map(
    ({ benefitId, benefit, lines, amount }): BenefitEquation => ({
      benefitId,
      benefit,
      ...equation({ lines, amount }, sums.get(benefitId) ?? noSums()),
    }),
  );
  const total = [...sums.values()].reduce(addAll, noSums());
  const totalDue = due.reduce((sum, part) => ({ lines: sum.lines + part.lines, amount: sum.amount + part.amount }), {
    lines: 0,
    amount: 0,
  });
  return {
    batchId: head.batchId,
    benefits,
    total: equation(totalDue, total),
    keptBack: keptBackBy(database, head.version),
  };
}

function add(sum: { lines: number; amount: number }, amount: number): void {
  sum.lines += 1;
  sum.amount += amount;
}

function addAll(total: Sums, own: Sums): Sums {
  for (const name of Object.keys(total) as PartName[]) {
    total[name].lines += own[name].lines;
    total[name].amount += own[name].amount;
  }
  return total;
}

function equation(due: Part, sums: Sums): Equation {
  const { clawedBack, recovered, ...parts } = sums;
  const right = Object.values(parts).reduce(
    (sum, part) => ({ lines: sum.lines + part.lines, amount: sum.amount + part.amount }),
    { lines: 0, amount: 0 },
  );
  return { due, ...parts, clawedBack, recovered, balanced: right.lines === due.lines && right.amount === due.amount };
}

/** Totals as they were when the batch was approved; those of its lines for a draft and for opening history. */
function approvedTotals(database: Database, { head, approvedSeq }: BatchStanding): readonly StoredBenefitTotal[] {
  const row = database.get("SELECT payload FROM entry WHERE seq = ? AND kind = 'approve'", approvedSeq);
  if (row === undefined) return benefitTotals(database, head.version);
  return (jsonOf(row, 'payload') as { benefits: StoredBenefitTotal[] }).benefits;
}

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
    requireState(standing, answered === undefined ? ['settled'] : ['settled', 'exported'], { zh: '关账', en: 'close' });
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
