import type { Cell, ShownCell } from '../../tables/grid.js';
import { isDateFormat, isYearFormat } from './date-format.js';
import { numberDisplay } from './number-format.js';
import { dateFromSerial } from './serial-date.js';

/** What a number format makes of a number: itself, a day, a year, or something else again. */
export type StyleDisplay = 'number' | 'date' | 'year' | ((value: number) => ShownCell | null);

/** What one number format shows; `code` is null for a built-in id. */
export function styleDisplay(id: number, code: string | null): StyleDisplay {
  if (isDateFormat(id, code)) return isYearFormat(code) ? 'year' : 'date';
  return numberDisplay(id, code) ?? 'number';
}

/** A stored number as the cell shows it. Times of day, durations and day 60 stay numbers. */
export function displayed(value: number, display: StyleDisplay, date1904: boolean): Cell {
  if (display === 'number') return value;
  if (typeof display === 'function') return display(value) ?? value;
  const date = dateFromSerial(value, date1904);
  if (date === null || display === 'date') return date ?? value;
  return { kind: 'shown', value: date.iso, text: `${date.iso.slice(0, 4)}年`, scaled: false };
}
