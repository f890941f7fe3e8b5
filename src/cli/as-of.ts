import { latestDay } from '../domain/calendar.js';
import type { Roster } from '../domain/roster.js';

/**
 * Assessment date when neither `--as-of` nor a period is given. The clock is never read: the last day of the year that
 * most 住户 rows give as 收入年度, else the latest date that stands in the rows, else the end of the latest birth year.
 * The same files give the same day.
 */
export function asOfFromRoster({ rows }: Roster): string {
  const year = mostCommon(rows.住户.map((row) => row.incomeYear));
  if (year !== null) return `${year}-12-31`;
  const seen: { last: string | null } = { last: null };
  const see = (date: string | null): void => {
    if (date !== null && date < '2100' && (seen.last === null || date > seen.last)) seen.last = date;
  };
  for (const row of rows.成员) [row.workStart, row.workEnd].forEach(see);
  for (const row of rows.经营) see(row.registeredOn);
  for (const row of rows.用工) [row.hiredOn, row.leftOn].forEach(see);
  for (const row of rows.劳务输出) [row.startedOn, row.endedOn].forEach(see);
  for (const row of rows.培训) [row.startedOn, row.endedOn].forEach(see);
  for (const row of rows.服务) see(row.date);
  if (seen.last !== null) return latestDay(seen.last);
  for (const row of rows.成员) see(row.personId?.slice(6, 10) ?? null);
  return `${seen.last ?? '2000'}-12-31`;
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
