import { latestDay } from '../domain/calendar.js';
import type { Roster } from '../domain/roster.js';

/**
 * Assessment date when neither `--as-of` nor a period is given. The clock is never read: the last day of the latest
 * 收入年度, else the latest date that stands in the rows, else the latest birth date. The same files give the same day.
 */
export function asOfFromRoster({ rows }: Roster): string {
  let year = 0;
  for (const { incomeYear } of rows.住户)
    if (incomeYear !== null && incomeYear < 2100) year = Math.max(year, incomeYear);
  if (year > 0) return `${year}-12-31`;
  const dated = latest([
    ...rows.成员.flatMap((row) => [row.workStart, row.workEnd]),
    ...rows.经营.map((row) => row.registeredOn),
    ...rows.用工.flatMap((row) => [row.hiredOn, row.leftOn]),
    ...rows.劳务输出.flatMap((row) => [row.startedOn, row.endedOn]),
    ...rows.培训.flatMap((row) => [row.startedOn, row.endedOn]),
    ...rows.服务.map((row) => row.date),
  ]);
  if (dated !== null) return latestDay(dated);
  const born = latest(rows.成员.map((row) => row.personId?.slice(6, 10) ?? null));
  return `${born ?? '2000'}-12-31`;
}

function latest(dates: readonly (string | null)[]): string | null {
  let last: string | null = null;
  for (const date of dates) if (date !== null && date < '2100' && (last === null || date > last)) last = date;
  return last;
}
