import type { Fen } from './money.js';
import type { HouseholdRow } from './roster.js';

/** The parts of net income by standard header; the last one is taken off (flags of 宁东镇). */
export const NET_INCOME_FIELDS = ['年务工收入', '年经营收入', '财产性收入', '转移性收入', '生产经营支出'] as const;

/** The same parts as record fields, as `unreadable` names them. */
export const NET_INCOME_KEYS = [
  'wageIncome',
  'businessIncome',
  'propertyIncome',
  'transferIncome',
  'operatingCost',
] as const;

/** Net income of a household in 分: blank parts count as not stated; null when all are blank. */
export function netIncomeOf(row: HouseholdRow): Fen | null {
  const { wageIncome, businessIncome, propertyIncome, transferIncome, operatingCost } = row;
  if (
    wageIncome === null &&
    businessIncome === null &&
    propertyIncome === null &&
    transferIncome === null &&
    operatingCost === null
  )
    return null;
  return (
    (wageIncome ?? 0) + (businessIncome ?? 0) + (propertyIncome ?? 0) + (transferIncome ?? 0) - (operatingCost ?? 0)
  );
}
