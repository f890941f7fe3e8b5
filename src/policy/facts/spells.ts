import {
  addMonths,
  dayFromNumber,
  dayNumber,
  earliestDay,
  latestDay,
  yearOf,
  type IsoDay,
} from '../../domain/calendar.js';
import type { MemberRow } from '../../domain/roster.js';
import type { Truth } from '../assess/three-valued.js';

/** First and last day of work, both included. */
type Days = readonly [from: number, to: number];

/**
 * Whether several spells of work together last the months within as-of's year: their days are counted once each, and
 * compared with those from the first of them to the same day `months` later. A single spell counts as it does by itself.
 */
export function lastTogether(spells: readonly MemberRow[], months: number, asOf: IsoDay): Truth {
  if (
    enough(
      spells.flatMap((spell) => daysOf(spell, asOf, latestDay, earliestDay)),
      months,
    )
  )
    return true;
  return enough(
    spells.flatMap((spell) => daysOf(spell, asOf, earliestDay, latestDay)),
    months,
  )
    ? null
    : false;
}

/** Days of a spell in as-of's year, by the given readings of dates that are known to the month only. */
function daysOf(
  { workStart, workEnd }: MemberRow,
  asOf: IsoDay,
  startDay: (date: string) => IsoDay,
  endDay: (date: string) => IsoDay,
): Days[] {
  if (workStart === null) return [];
  const first = `${yearOf(asOf)}-01-01`;
  const start = startDay(workStart);
  const end = workEnd === null ? asOf : endDay(workEnd);
  const days: Days = [dayNumber(start < first ? first : start), dayNumber(end > asOf ? asOf : end)];
  return days[0] <= days[1] ? [days] : [];
}

function enough(spells: readonly Days[], months: number): boolean {
  const sorted = [...spells].sort(([a], [b]) => a - b);
  const [first] = sorted;
  if (first === undefined) return false;
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [from, to] of sorted) {
    total += Math.max(0, to - Math.max(from, until + 1) + 1);
    until = Math.max(until, to);
  }
  return total >= daysOfMonths(first[0], months) + 1;
}

function daysOfMonths(from: number, months: number): number {
  return dayNumber(addMonths(dayFromNumber(from), months)) - from;
}
