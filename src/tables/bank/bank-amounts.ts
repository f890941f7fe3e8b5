import type { Fen } from '../../domain/money.js';
import type { Cell } from '../grid.js';
import { readAmount, type HeaderUnit } from '../values/amount.js';
import { cleanText, compact, displayText } from '../values/plain-text.js';

/** A money cell of a bank: null when blank, NaN never: what cannot be read is `unread`. */
export type BankAmount = Fen | null | 'unread';

/** Reads a money cell in yuan, or in whole 分 where the file says so. */
export function bankAmount(cell: Cell, unit: HeaderUnit, fen: boolean): BankAmount {
  if (fen) {
    const text = compact(cleanText(displayText(cell))).replaceAll(',', '');
    if (text === '' || /^[-/—]+$/.test(text)) return null;
    const whole = /^([-+]?\d{1,15})(\.0+)?$/.exec(text);
    return whole === null ? 'unread' : Number(whole[1]);
  }
  const amount = readAmount(cell, unit);
  return amount === null || typeof amount === 'number' ? amount : 'unread';
}

/** Money columns of one row of an answer. */
export interface AmountCells {
  readonly amount: BankAmount;
  readonly due: BankAmount;
  readonly got: BankAmount;
  readonly unpaid: BankAmount;
  /** Which of them the file has. */
  readonly hasGot: boolean;
}

export interface StatedAmount {
  /** What the payment was to be; null when nothing readable is stated. */
  readonly amount: Fen | null;
  /** A failure that only says that nothing was paid: no amount to compare. */
  readonly silent: boolean;
  /** What was really booked, where that is neither all of it nor, for a failure, nothing. */
  readonly booked: Fen | null;
}

/** Brings 应发, 实发 and 失败金额 of a row together with its result. A success needs what was paid, a failure must have none. */
export function statedAmount(cells: AmountCells, paid: boolean, failed: boolean): StatedAmount {
  const plan = [cells.amount, cells.due].filter((one) => one !== null);
  const first = plan[0];
  // Two columns for what was ordered that differ say nothing certain.
  if (plan.includes('unread') || cells.got === 'unread' || cells.unpaid === 'unread' || new Set(plan).size > 1)
    return { amount: null, silent: false, booked: null };
  const ordered = typeof first === 'number' ? first : null;
  const { got, unpaid } = cells;
  if (failed) {
    const amount = ordered ?? (unpaid === 0 ? null : unpaid);
    if (got !== null && got !== 0) {
      // The only amount of the file: a failure that repeats it, and no word of a part.
      if (amount === null) return { amount: got, silent: false, booked: null };
      return { amount, silent: false, booked: got };
    }
    return { amount, silent: amount === null, booked: null };
  }
  if (!paid) return { amount: ordered ?? got ?? unpaid, silent: false, booked: null };
  const part = unpaid !== null && unpaid !== 0;
  if (ordered === null) return { amount: got, silent: false, booked: part ? got : null };
  if (!cells.hasGot) return { amount: ordered, silent: false, booked: part ? ordered - unpaid : null };
  if (got === null) return { amount: null, silent: false, booked: null };
  return { amount: ordered, silent: false, booked: got === ordered && !part ? null : got };
}
