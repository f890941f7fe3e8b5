import type { BenefitTotal } from '../../batch/run/run-result.js';
import type { PayoutLine } from '../../domain/payout.js';

/** Lines and money by benefit, in the order of the lines. */
export function totalsOf(lines: readonly PayoutLine[]): BenefitTotal[] {
  const totals = new Map<string, { benefit: string; lines: number; amount: number }>();
  for (const line of lines) {
    const total = totals.get(line.benefitId) ?? { benefit: line.benefit, lines: 0, amount: 0 };
    total.lines += 1;
    total.amount += line.amount;
    totals.set(line.benefitId, total);
  }
  return [...totals].map(([benefitId, total]) => ({ benefitId, ...total }));
}
