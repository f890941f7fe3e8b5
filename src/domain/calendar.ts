/**
 * Calendar arithmetic on ISO text. No time zone, no clock: dates are `YYYY-MM-DD` strings, which also sort as text.
 * A date known only to the month or year keeps that precision (`2023-09`, `2023`); day 1 is never invented.
 */
export type IsoDay = string;
/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: what a clerk's date cell may give. */
export type IsoDate = string;
/** `YYYY-MM`. */
export type IsoMonth = string;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of `month` (1–12) in `year`. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);
}

export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function isIsoMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** A payment period: a month, a quarter (`2024Q3`) or a half-year (`2024H2`). */
export function isPeriod(text: string): boolean {
  return isIsoMonth(text) || /^\d{4}(?:Q[1-4]|H[12])$/.test(text);
}

/** Last day of a month, a quarter or a half-year. */
export function lastDayOfPeriod(period: string): IsoDay {
  const part = /^(\d{4})([QH])(\d)$/.exec(period);
  if (part === null) return lastDayOfMonth(period);
  const month = Number(part[3]) * (part[2] === 'Q' ? 3 : 6);
  return lastDayOfMonth(`${part[1] ?? ''}-${String(month).padStart(2, '0')}`);
}

/** Builds `YYYY-MM-DD`. The parts must be a real day. */
export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First day a date of any precision may mean: `2023-09` → `2023-09-01`. */
export function earliestDay(date: IsoDate): IsoDay {
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;
}

/** Last day a date of any precision may mean: `2023-09` → `2023-09-30`. */
export function latestDay(date: IsoDate): IsoDay {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  return lastDayOfMonth(date);
}

export function lastDayOfMonth(month: IsoMonth): IsoDay {
  const year = yearOf(month);
  const number = Number(month.slice(5, 7));
  return isoDay(year, number, daysInMonth(year, number));
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/**
 * Same day `months` later; where that month has no such day, its last day (民法典 §202):
 * 31 December + 6 months is 30 June.
 */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const index = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return isoDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

export function addYears(day: IsoDay, years: number): IsoDay {
  return addMonths(day, years * 12);
}

/** Days from 1970-01-01, for differences. */
export function dayNumber(day: IsoDay): number {
  return Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;
}

/** Inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): IsoDay {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** Whole years from `birth` to `day`; the anniversary itself counts (29 February → 28 February in common years). */
export function ageOn(birth: IsoDay, day: IsoDay): number {
  const years = yearOf(day) - yearOf(birth);
  return addYears(birth, years) <= day ? years : years - 1;
}
