import type { Charge } from '../../domain/charge.js';
import { numberOf, numberOrNull, textOf, type SqlRow } from './database.js';

export function chargeOf(row: SqlRow): Charge {
  return {
    key: textOf(row, 'key'),
    amount: numberOf(row, 'amount'),
    count: numberOf(row, 'count'),
    maxAmount: numberOrNull(row, 'max_amount'),
    maxCount: numberOrNull(row, 'max_count'),
  };
}
