import { addMonths, dayNumber, dayFromNumber, earliestDay, latestDay, type IsoDay } from '../../domain/calendar.js';
import type { WorkerRow } from '../../domain/roster.js';
import type { Truth } from '../assess/three-valued.js';

/** Days between two spells that still belong to one stay. */
const GAP = 31;

/**
 * Whether the last unbroken stay of a worker, over all their spells, has lasted the months by as-of. Spells follow each
 * other unbroken where not more than a month lies between them. Unknown where a date is missing or known to the month
 * only and that decides.
 */
export function stayedTogether(spells: readonly WorkerRow[], months: number, asOf: IsoDay): Truth {
  if (spells.some(({ hiredOn }) => hiredOn === null)) return null;
  const least = lasts(spells, months, asOf, latestDay, earliestDay);
  const most = lasts(spells, months, asOf, earliestDay, latestDay);
  return least === most ? least : null;
}

function lasts(
  spells: readonly WorkerRow[],
  months: number,
  asOf: IsoDay,
  startDay: (date: string) => IsoDay,
  endDay: (date: string) => IsoDay,
): boolean {
  const days = spells
    .flatMap(({ hiredOn, leftOn }) =>
      hiredOn === null
        ? []
        : [{ from: startDay(hiredOn), to: leftOn === null || endDay(leftOn) > asOf ? asOf : endDay(leftOn) }],
    )
    .filter(({ from, to }) => from <= to && from <= asOf)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let from: IsoDay | null = null;
  let to: IsoDay = '';
  for (const spell of days) {
    const joins = from !== null && dayNumber(spell.from) <= dayNumber(to) + GAP;
    if (!joins) from = spell.from;
    if (!joins || spell.to > to) to = spell.to;
  }
  if (from === null) return false;
  return addMonths(dayFromNumber(dayNumber(from)), months) <= to;
}
