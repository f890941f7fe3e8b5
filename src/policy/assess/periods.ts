import { daysInMonth, isoDay, lastDayOfMonth, yearOf, type IsoDay } from '../../domain/calendar.js';
import type { Period } from '../facts/fact.js';
import type { Every } from '../kinds/rule-parts.js';
import type { Pack } from '../pack/pack.js';

/** Reading that says which months an income year has, for packs assessed by income year. */
export const INCOME_YEAR_READING = 'income-year';

/** Income year `year`: October before to September, or the calendar year; and where it lies against the window. */
export function incomeYear(pack: Pack, year: number | null, months: string): Period {
  if (year === null) return { year: null, from: '', to: '', position: 'unknown' };
  const from = months === 'calendar' ? `${year}-01-01` : `${year - 1}-10-01`;
  const to = months === 'calendar' ? `${year}-12-31` : `${year}-09-30`;
  return { year, from, to, position: positionOf(pack, from, to) };
}

/** The assessment date as a period of one day, in its calendar year. */
export function assessmentDay(pack: Pack, asOf: IsoDay): Period {
  return { year: yearOf(asOf), from: asOf, to: asOf, position: positionOf(pack, asOf, asOf) };
}

/** One calendar month as a period. */
export function monthPeriod(pack: Pack, month: string): Period {
  const [from, to] = [`${month}-01`, lastDayOfMonth(month)];
  return { year: yearOf(from), from, to, position: positionOf(pack, from, to) };
}

function positionOf(pack: Pack, from: IsoDay, to: IsoDay): Period['position'] {
  if (from >= pack.window.from && to <= pack.window.to) return 'inside';
  return to < pack.window.from || from > pack.window.to ? 'outside' : 'straddles';
}

/** First month of the period that a day lies in, and the period's name in a charge key. */
interface Span {
  readonly first: string;
  readonly key: string;
}

/** Spring is February to July, autumn August to January: a day in January belongs to the autumn of the year before. */
function semester(year: number, month: number): Span {
  if (month >= 2 && month <= 7) return { first: `${year}-02`, key: `${year}S1` };
  const of = month === 1 ? year - 1 : year;
  return { first: `${of}-08`, key: `${of}S2` };
}

function spanOf(every: Every, day: IsoDay): Span {
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))];
  const first = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  switch (every) {
    case 'month':
      return { first: first(month), key: first(month) };
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return { first: first(quarter * 3 - 2), key: `${year}Q${quarter}` };
    }
    case 'half-year':
      return month <= 6 ? { first: first(1), key: `${year}H1` } : { first: first(7), key: `${year}H2` };
    case 'semester':
      return semester(year, month);
    case 'calendar-year':
    case 'income-year':
    case 'life':
      return { first: first(1), key: String(year) };
  }
}

/** Whether a benefit is due more often than once a year. */
export function isWithinYear(every: Every): boolean {
  return every !== 'life' && every !== 'income-year' && every !== 'calendar-year';
}

/** Period part of a charge key: the year, the month, quarter, half-year or term that the period ends in, or `life`. */
export function periodKey(every: Every, period: Pick<Period, 'year' | 'to'>): string {
  if (every === 'life' || period.year === null) return 'life';
  return isWithinYear(every) ? spanOf(every, period.to).key : String(period.year);
}

/** The months (`2024-04`) from the beginning of the period that a day lies in up to the day's own. */
export function monthsUpTo(every: Every, day: IsoDay): string[] {
  const months: string[] = [];
  const last = day.slice(0, 7);
  for (let month = spanOf(every, day).first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The last day of the month before: on it, who has a birthday in a month has not reached the age yet. */
export function dayBeforeMonth(month: string): IsoDay {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? isoDay(year - 1, 12, 31) : isoDay(year, number - 1, daysInMonth(year, number - 1));
}
