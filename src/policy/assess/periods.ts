import { yearOf, type IsoDay } from '../../domain/calendar.js';
import type { Period } from '../facts/fact.js';
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

function positionOf(pack: Pack, from: IsoDay, to: IsoDay): Period['position'] {
  if (from >= pack.window.from && to <= pack.window.to) return 'inside';
  return to < pack.window.from || from > pack.window.to ? 'outside' : 'straddles';
}
