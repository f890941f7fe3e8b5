import type { Fen } from '../../domain/money.js';
import { numberOf, textOf, type Database } from '../store/database.js';

export interface StoredBenefitTotal {
  readonly benefitId: string;
  readonly benefit: string;
  readonly lines: number;
  readonly amount: Fen;
}

/** Lines and 分 of each benefit of a version, by benefit id. */
export function benefitTotals(database: Database, version: number): StoredBenefitTotal[] {
  const sql = `SELECT benefit_id, min(benefit) AS benefit, count(*) AS lines, sum(amount) AS amount FROM line
    WHERE version = ? GROUP BY benefit_id ORDER BY benefit_id`;
  return database.all(sql, version).map((row) => ({
    benefitId: textOf(row, 'benefit_id'),
    benefit: textOf(row, 'benefit'),
    lines: numberOf(row, 'lines'),
    amount: numberOf(row, 'amount'),
  }));
}
