import { latestDay } from '../../domain/calendar.js';
import type { Roster } from '../../domain/roster.js';

/**
 * Assessment date when neither `--as-of` nor a period is given. The clock is never read: the last day of the year that
 * most 住户 rows give as 收入年度, else the latest date that stands in the rows; null when there is neither. The same files
 * give the same day.
 */
export function asOfFromRoster({ rows }: Roster): string | null {
  const year = mostCommon(rows.住户.map((row) => row.incomeYear));
  if (year !== null) return `${year}-12-31`;
  const date = latest(datesOf(rows));
  return date === null ? null : latestDay(date);
}

function* datesOf(rows: Roster['rows']): Generator<string | null> {
  for (const row of rows.成员) yield* [row.workStart, row.workEnd];
  for (const row of rows.经营) yield row.registeredOn;
  for (const row of rows.用工) yield* [row.hiredOn, row.leftOn];
  for (const row of rows.劳务输出) yield* [row.startedOn, row.endedOn];
  for (const row of rows.培训) yield* [row.startedOn, row.endedOn];
  for (const row of rows.服务) yield row.date;
}

function latest(dates: Iterable<string | null>): string | null {
  let last: string | null = null;
  for (const date of dates) if (date !== null && date < '2100' && (last === null || date > last)) last = date;
  return last;
}

/** The later one of two that are equally common; null when there is none. */
function mostCommon(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  let best: number | null = null;
  for (const [year, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && year > best)) best = year;
  }
  return best;
}
