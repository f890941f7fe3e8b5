import { addMonths, isIsoDay, lastDayOfMonth, type IsoDay } from '../../domain/calendar.js';
import type { Pack } from './pack.js';
import type { CalendarEntry } from './schema.js';

/** One date by which something of a pack is due. */
export interface DueDate {
  readonly pack: string;
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly day: IsoDay;
  /** What is due on this very day, or 文中未列. */
  readonly note: string | null;
  readonly clause: string;
  /** 责任单位 of the clause; empty where the document names none. */
  readonly duty: readonly string[];
}

/**
 * Due dates of packs between two days, both included, in order of the day. Recurring ones only within the window of the
 * pack; a single day stands wherever the document puts it.
 */
export function dueDates(packs: readonly Pack[], from: IsoDay, to: IsoDay): DueDate[] {
  const due: DueDate[] = [];
  for (const pack of packs)
    for (const entry of pack.calendar)
      for (const { day, note } of daysOf(entry, pack, from, to))
        due.push({
          pack: pack.id,
          id: entry.id,
          name: entry.name,
          nameEn: entry.nameEn,
          day,
          note,
          clause: entry.clause,
          duty: pack.duty[entry.clause] ?? [],
        });
  return due.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.pack < b.pack ? -1 : a.pack > b.pack ? 1 : 0));
}

function daysOf(entry: CalendarEntry, pack: Pack, from: IsoDay, to: IsoDay): { day: IsoDay; note: string | null }[] {
  const days: { day: IsoDay; note: string | null }[] = [];
  const first = from > pack.window.from ? from : pack.window.from;
  const last = to < pack.window.to ? to : pack.window.to;
  for (const due of entry.due) {
    const note = due.note ?? null;
    if ('on' in due) {
      if (due.on >= from && due.on <= to) days.push({ day: due.on, note });
      continue;
    }
    if (first > last) continue;
    if ('yearly' in due) {
      for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
        const day = `${year}-${due.yearly}`;
        if (isIsoDay(day) && day >= first && day <= last) days.push({ day, note });
      }
      continue;
    }
    for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) {
      const day = lastDayOfMonth(month);
      if (day >= first && day <= last) days.push({ day, note });
    }
  }
  return days;
}
