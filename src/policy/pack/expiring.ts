import { dayFromNumber, dayNumber, type IsoDay } from '../../domain/calendar.js';
import type { Pack } from './pack.js';

/** A pack's window or a parameter that ends soon, or has ended. */
export interface Expiry {
  readonly pack: string;
  /** `window`, or the parameter's id. */
  readonly what: string;
  readonly name: string;
  readonly nameEn: string;
  readonly last: IsoDay;
  readonly daysLeft: number;
}

/**
 * Windows and parameters whose last day is at most `days` after `asOf`, ended ones too, soonest first. A parameter that
 * ends with its pack's window is told once, with the window; one the document leaves open has no end.
 */
export function expiring(packs: readonly Pack[], asOf: IsoDay, days: number): Expiry[] {
  const until = dayFromNumber(dayNumber(asOf) + days);
  const ends: Expiry[] = [];
  const add = (pack: Pack, what: string, name: string, nameEn: string, last: IsoDay): void => {
    if (last <= until)
      ends.push({ pack: pack.id, what, name, nameEn, last, daysLeft: dayNumber(last) - dayNumber(asOf) });
  };
  for (const pack of packs) {
    add(pack, 'window', '执行期', 'window', pack.window.to);
    for (const [id, { name, nameEn, values }] of Object.entries(pack.parameters)) {
      const last = values
        .map((one) => ('year' in one ? `${one.year}-12-31` : one.to))
        .sort()
        .at(-1);
      if (last !== undefined && last !== pack.window.to) add(pack, id, name, nameEn, last);
    }
  }
  return ends.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
}
