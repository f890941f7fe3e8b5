import { budgetUse, type BenefitUse, type BudgetRow } from '../../domain/budget.js';
import { formatYuan } from '../../domain/money.js';
import { moneyUsed, proofOf } from './closing-proof.js';
import type { Database } from '../store/database.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { counts, loadStandings, type BatchStanding } from './standing.js';

/** Money of each benefit in the counting batches of a year (by payment month), without batch `except`. */
export function useOfYear(database: Database, year: string, except: string | null): BenefitUse[] {
  const counting = [...loadStandings(database).values()].filter(
    ({ head, state }) => counts(state) && head.batchId !== except && head.period.startsWith(`${year}-`),
  );
  return addUses(counting.flatMap((standing) => usesOf(database, standing)));
}

function usesOf(database: Database, standing: BatchStanding): BenefitUse[] {
  return proofOf(database, standing).benefits.map((own) => ({
    benefitId: own.benefitId,
    benefit: own.benefit,
    used: moneyUsed(own),
  }));
}

function addUses(uses: readonly BenefitUse[]): BenefitUse[] {
  const sums = new Map<string, BenefitUse>();
  for (const use of uses) sums.set(use.benefitId, { ...use, used: (sums.get(use.benefitId)?.used ?? 0) + use.used });
  return [...sums.values()];
}

/** LED-10: throws when the year's batches and this draft go over a budget. Runs inside the approving transaction. */
export function requireBudget(database: Database, draft: BatchStanding, budget: readonly BudgetRow[]): void {
  const { batchId, period } = draft.head;
  const own = usesOf(database, draft);
  const uses = addUses([...useOfYear(database, period.slice(0, 4), batchId), ...own]);
  // What others went over is not this batch's to answer for.
  const over = budgetUse(budget, uses).filter(
    (use) => use.over && budgetUse([use.row], own).some(({ used }) => used > 0),
  );
  if (over.length === 0) return;
  const texts = over.map(({ row, used }) => [row.benefit, formatYuan(row.amount), formatYuan(used)] as const);
  throw new LedgerFault(
    'over-budget',
    { batch: batchId, year: period.slice(0, 4) },
    {
      details: {
        zh: texts.map(([benefit, most, used]) => `${benefit}：指标${most}元，连同本批共${used}元`),
        en: texts.map(([benefit, most, used]) => `${benefit}: ${most} in the budget, ${used} with this batch`),
      },
    },
  );
}
