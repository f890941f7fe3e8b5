import type { Fen } from '../../domain/money.js';
import { benefitTotals, type StoredBenefitTotal } from './benefit-totals.js';
import { jsonOf, numberOf, textOf, type Database } from '../store/database.js';
import { entriesOf } from '../store/entries.js';
import { recoveredLines } from './clawbacks.js';
import { fatesOf } from './line-fate.js';
import { keptBackBy, type KeptBack } from './offsets.js';
import { notSent } from './sent-files.js';
import type { BatchStanding } from './standing.js';

/** Lines and 分. */
export interface Part {
  readonly lines: number;
  readonly amount: Fen;
}

/** 应发 = 已付 + 退回 + 失败 + 停发 + 在途 + 未送; 追回 stands beside it (src/CONTRACT.md §5). */
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
