import type { Fen } from '../../domain/money.js';
import type { Cell } from '../grid.js';
import { cleanText, compact, displayText, isPlaceholder, numberText } from './plain-text.js';

/** Unit of a money column in yuan: 1, 100 (百元), 1000 (千元), 10000 (万元). */
export type MoneyUnit = 1 | 100 | 1000 | 10_000;

export interface HeaderUnit {
  readonly factor: MoneyUnit;
  /** False when no unit is written and 元 is assumed. */
  readonly stated: boolean;
}

export const YUAN: HeaderUnit = { factor: 1, stated: false };

/** Why an amount cannot be taken. */
export type AmountProblem = 'not-a-number' | 'decimals' | 'unit-conflict' | 'too-large';

const SHIFT: Readonly<Record<MoneyUnit, number>> = { 1: 2, 100: 4, 1000: 5, 10_000: 6 };
const TEXT =
  /^([-+]?)(?:[¥￥$]|RMB|CNY|人民币)?([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d*)?(元整|元|万元|万|千元|百元)?(?:人民币|RMB)?(?:[/每]年)?$/i;
const CELL_UNITS: Readonly<Record<string, MoneyUnit>> = {
  元: 1,
  元整: 1,
  万元: 10_000,
  万: 10_000,
  千元: 1000,
  百元: 100,
};

/**
 * Amount in 分, null when blank or a placeholder, a word when it cannot be taken. Text is read exactly and may not
 * be finer than one 分; a number cell is taken with its 15 significant digits and rounded half up to 分.
 */
export function readAmount(cell: Cell, unit: HeaderUnit = YUAN): Fen | null | AmountProblem {
  if (cell === null) return null;
  if (typeof cell === 'number') return fromNumber(cell, unit.factor);
  if (typeof cell !== 'string') return 'not-a-number';
  return fromText(compact(cleanText(cell)), unit);
}

function fromNumber(value: number, factor: MoneyUnit): Fen | AmountProblem {
  if (!Number.isFinite(value)) return 'not-a-number';
  const scaled = value * factor * 100;
  // Far from the middle between two 分 the 15 digits cannot matter.
  const nearest = Math.round(scaled);
  if (Math.abs(scaled) < 1e11 && Math.abs(scaled - nearest) < 1e-4) return nearest === 0 ? 0 : nearest;
  const text = numberText(value);
  if (text === null) return 'too-large';
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const amount = decimalToFen(whole, fraction, factor, true);
  return typeof amount === 'number' && value < 0 && amount !== 0 ? -amount : amount;
}

function fromText(text: string, unit: HeaderUnit): Fen | null | AmountProblem {
  if (text === '' || isPlaceholder(text)) return null;
  const bracketed = /^\((.+)\)$/.exec(text);
  const match = TEXT.exec(bracketed?.[1] ?? text);
  if (match === null) return 'not-a-number';
  const [, outer = '', inner = '', digits = '', fraction = '', word = ''] = match;
  if (outer !== '' && inner !== '') return 'not-a-number';
  const sign = outer + inner;
  if (bracketed !== null && sign !== '') return 'not-a-number';
  const own = CELL_UNITS[word];
  if (own !== undefined && unit.stated && own !== unit.factor) return 'unit-conflict';
  const amount = decimalToFen(digits.replaceAll(',', ''), fraction.slice(1), own ?? unit.factor, false);
  const negative = bracketed !== null || sign === '-';
  return typeof amount === 'number' && negative && amount !== 0 ? -amount : amount;
}

function decimalToFen(whole: string, fraction: string, factor: MoneyUnit, rounds: boolean): Fen | AmountProblem {
  const shift = SHIFT[factor];
  const kept = fraction.slice(0, shift).padEnd(shift, '0');
  const rest = fraction.slice(shift);
  if (!rounds && /[1-9]/.test(rest)) return 'decimals';
  const amount = Number(whole + kept) + (rest !== '' && rest.charAt(0) >= '5' ? 1 : 0);
  return Number.isSafeInteger(amount) ? amount : 'too-large';
}

/** A text that states a larger unit than its column, which states none: 7万 is read, and told. */
export function statesLargerUnit(cell: Cell, unit: HeaderUnit): boolean {
  if (typeof cell !== 'string') return false;
  const own = CELL_UNITS[TEXT.exec(compact(cleanText(cell)))?.[5] ?? ''];
  return own !== undefined && own > unit.factor;
}

/** For messages: the amount as it stands in the cell. */
export function amountAsWritten(cell: Cell): string {
  return displayText(cell);
}
