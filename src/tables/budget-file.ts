import type { Fen } from '../domain/money.js';
import type { FindingDraft } from '../findings/collector.js';
import type { Workbook } from './grid.js';
import { listingPlace, readListings } from './listing.js';
import { readAmount, YUAN } from './values/amount.js';
import { cleanText, displayText } from './values/plain-text.js';

const FIELDS = {
  benefit: ['项目', 'benefit', '补贴项目', '项目名称', '补贴名称', '奖补项目', 'benefit_id'],
  amount: ['预算金额', 'amount', '预算', '指标', '可用指标', '指标金额', '年度预算', '金额', '下达金额'],
} as const;

/** Benefits (id or Chinese name) with what may be spent on them in the year. */
export async function readBudget(workbook: Workbook): Promise<{
  readonly rows: readonly { readonly benefit: string; readonly amount: Fen }[];
  readonly findings: readonly FindingDraft[];
}> {
  const { listings, findings } = await readListings(workbook, FIELDS, [['benefit'], ['amount']]);
  const problems: FindingDraft[] = [...findings];
  const rows: { benefit: string; amount: Fen }[] = [];
  for (const listing of listings)
    for (const row of listing.rows) {
      const benefit = cleanText(displayText(row.cells.benefit ?? null));
      const amount = readAmount(row.cells.amount ?? null, listing.columns.get('amount')?.unit ?? YUAN);
      if (typeof amount === 'number' && amount >= 0 && benefit !== '') rows.push({ benefit, amount });
      else {
        const found = displayText(row.cells.amount ?? null);
        const place = listingPlace(listing, row, 'amount');
        problems.push({ code: 'CEL-06', severity: 'error', place, value: found, params: { found } });
      }
    }
  return { rows, findings: problems };
}
