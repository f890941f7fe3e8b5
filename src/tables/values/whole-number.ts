import type { Cell } from '../grid.js';
import { cleanText, compact, isPlaceholder, numberText } from './plain-text.js';

const COUNT_UNITS = /^(\d+)(?:\.0+)?(?:人|口|个|户|名|岗|位|天|日|分钟|岁|周岁)?$/;
const MONTH_UNITS = /^(-?\d+(?:\.\d+)?)(?:个月|月)?$/;
const YEAR = /^((?:19|20)\d{2})(?:\.0+)?(?:年|年度)?$/;

/** Whole number from 0 (`3`, `3.0`, `3人`); null when blank, undefined when it is no such number. */
export function readCount(cell: Cell): number | null | undefined {
  const text = numeralOf(cell);
  if (text === null || text === undefined) return text;
  const match = COUNT_UNITS.exec(text);
  const value = match === null ? undefined : Number(match[1]);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

/** Quantity from 0 with at most four decimals (`3.5`, `12`); null when blank, undefined when it is no such number. */
export function readQuantity(cell: Cell): number | null | undefined {
  const text = numeralOf(cell);
  if (text === null || text === undefined) return text;
  const value = /^\d{1,9}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
  return value;
}

/** Whole months (`12`, `12个月`), not yet held against 0–12; null when blank, undefined when it is no whole number. */
export function readMonths(cell: Cell): number | null | undefined {
  const text = numeralOf(cell);
  if (text === null || text === undefined) return text;
  const match = MONTH_UNITS.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Year from 1900 to 2099 (`2023`, `2023年`, `2023年度`); null when blank, undefined when it is none. */
export function readYear(cell: Cell): number | null | undefined {
  const text = numeralOf(cell);
  if (text === null || text === undefined) return text;
  const match = YEAR.exec(text);
  return match === null ? undefined : Number(match[1]);
}

function numeralOf(cell: Cell): string | null | undefined {
  if (cell === null) return null;
  if (typeof cell === 'number') return numberText(cell) ?? undefined;
  if (typeof cell !== 'string') return undefined;
  const text = compact(cleanText(cell));
  return text === '' || isPlaceholder(text) ? null : text;
}
