import { budgetUse, isOf } from '../../domain/budget.js';
import { formatYuan } from '../../domain/money.js';
import type { FindingCollector } from '../../findings/collector.js';
import type { RunRequest } from './run-request.js';
import type { BenefitTotal } from './run-result.js';

/**
 * LED-10 at a run: this draft and what the year's other batches used are more than the budget. A warning, because a draft
 * spends nothing yet; `approve` with the same budget refuses it.
 */
export function budgetFindings(
  { budget }: RunRequest,
  totals: readonly BenefitTotal[],
  collector: FindingCollector,
): void {
  if (budget === undefined) return;
  const own = totals.map(({ benefitId, benefit, amount }) => ({ benefitId, benefit, used: amount }));
  for (const { row, used, over } of budgetUse(budget.rows, [...budget.uses, ...own])) {
    const batch = own.filter((use) => isOf(row, use)).reduce((sum, use) => sum + use.used, 0);
    if (!over || batch === 0) continue;
    const params = {
      benefit: row.benefit,
      used: formatYuan(used),
      budget: formatYuan(row.amount),
      batch: formatYuan(batch),
    };
    collector.add({ code: 'LED-10', severity: 'warning', params });
  }
}
