import type { DateCell } from '../../tables/grid.js';

const SECONDS_PER_DAY = 86_400;
/** Day number of 1970-01-01 in the 1900 system. */
const UNIX_EPOCH = 25_569;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
/** Days between the 1900 and the 1904 system. */
const OFFSET_1904 = 1462;

/**
 * A spreadsheet day number as a date, to the second; null where it is none: a time without a day (below 1), a negative
 * number, 60 (29 February 1900, a day that never was) and what lies past 9999. The number then stays a number.
 */
export function dateFromSerial(serial: number, date1904: boolean): DateCell | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const seconds = Math.round(serial * SECONDS_PER_DAY) + (date1904 ? OFFSET_1904 * SECONDS_PER_DAY : 0);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  if (day < 1 || day > LAST_SERIAL || (!date1904 && day === 60)) return null;
  if (date1904 && serial < 1) return null;
  // Before the day that never was, the 1900 system is one day behind.
  const unixDay = day - UNIX_EPOCH + (day < 60 ? 1 : 0);
  const time = seconds - day * SECONDS_PER_DAY;
  const iso = new Date(unixDay * SECONDS_PER_DAY * 1000 + time * 1000).toISOString();
  return { kind: 'date', iso: time === 0 ? iso.slice(0, 10) : iso.slice(0, 19) };
}
