import { sumFen, type Fen } from './money.js';

/** What may be spent on a benefit in a year (指标). */
export interface BudgetRow {
  /** Benefit id or its Chinese name; 合计 and the like stand for all benefits of the year. */
  readonly benefit: string;
  readonly amount: Fen;
}

/** Money of one benefit: paid or under way, less what was clawed back. */
export interface BenefitUse {
  readonly benefitId: string;
  readonly benefit: string;
  readonly used: Fen;
}

export interface BudgetUse {
  readonly row: BudgetRow;
  readonly used: Fen;
  readonly over: boolean;
}

const ALL: ReadonlySet<string> = new Set(['合计', '总计', '总额', '全部', 'total']);

/** What was used of every row of a budget. */
export function budgetUse(budget: readonly BudgetRow[], uses: readonly BenefitUse[]): BudgetUse[] {
  return budget.map((row) => {
    const used = sumFen(uses.filter((use) => isOf(row, use)).map((use) => use.used));
    return { row, used, over: used > row.amount };
  });
}

/** Whether a row of a budget speaks of a benefit. */
export function isOf({ benefit }: BudgetRow, use: Pick<BenefitUse, 'benefitId' | 'benefit'>): boolean {
  return benefit === use.benefitId || benefit === use.benefit || ALL.has(benefit);
}
