import { addMonths, earliestDay, latestDay, type IsoDate, type IsoDay } from '../../domain/calendar.js';
import type { DayRange } from '../kinds/rule-kind.js';
import type { Truth } from '../assess/three-valued.js';

/** `date` ≤ `day`, where the date may be known to the month or year only. */
export function notAfter(date: IsoDate, day: IsoDay): Truth {
  if (latestDay(date) <= day) return true;
  return earliestDay(date) > day ? false : null;
}

/** `date` ≥ `day`. */
export function notBefore(date: IsoDate, day: IsoDay): Truth {
  if (earliestDay(date) >= day) return true;
  return latestDay(date) < day ? false : null;
}

/** Days on which `months` after `start` may fall. */
export function monthsAfter(start: IsoDate, months: number): DayRange {
  return { from: addMonths(earliestDay(start), months), to: addMonths(latestDay(start), months) };
}

/** `start` + `months` ≤ min(`end`, `asOf`); a blank end means the spell goes on. */
export function lasted(start: IsoDate, end: IsoDate | null, months: number, asOf: IsoDay): Truth {
  const met = monthsAfter(start, months);
  const surelyUntil = end === null || earliestDay(end) > asOf ? asOf : earliestDay(end);
  const perhapsUntil = end === null || latestDay(end) > asOf ? asOf : latestDay(end);
  if (met.to <= surelyUntil) return true;
  return met.from > perhapsUntil ? false : null;
}

/** Whether a day known to a range lies between `from` and `to`, both included. */
export function within(met: DayRange, from: IsoDay, to: IsoDay): Truth {
  if (met.from >= from && met.to <= to) return true;
  return met.to < from || met.from > to ? false : null;
}
