import {
  dayFromNumber,
  dayNumber,
  daysInMonth,
  isIsoDay,
  isoDay,
  type IsoDate,
  type IsoDay,
} from '../../domain/calendar.js';
import type { Cell } from '../grid.js';
import { cleanText, compact, isPlaceholder, numberText } from './plain-text.js';

/** What a date cell says. Month and year precision are kept; day 1 is never invented. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'range'; readonly from: IsoDate; readonly to: IsoDate | null }
  /** 至今: still going on. */
  | { readonly kind: 'open' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[] }
  | { readonly kind: 'problem'; readonly reason: DateProblem };

export type DateProblem = 'no-such-day' | 'not-a-date' | 'no-year' | 'time-only' | 'two-digit-year';

const BLANK: DateReading = { kind: 'blank' };
const OPEN: DateReading = { kind: 'open' };
const NOT_A_DATE: DateReading = { kind: 'problem', reason: 'not-a-date' };
const NO_SUCH_DAY: DateReading = { kind: 'problem', reason: 'no-such-day' };

const OPEN_WORDS: ReadonlySet<string> = new Set([
  '至今',
  '今',
  '迄今',
  '目前',
  '现在',
  '长期',
  '在职',
  '在岗',
  '未离职',
]);
const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  O: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Reads a cell of a date column. A bare number from 20000 to 60000 is a day of the 1900 system. */
export function readDate(cell: Cell): DateReading {
  if (cell === null) return BLANK;
  if (typeof cell === 'string') return fromText(compact(cleanText(cell)));
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell === 'object' && cell.kind === 'date') return fromDateCell(cell.iso);
  if (typeof cell === 'object' && cell.kind === 'shown') return fromText(compact(cleanText(cell.text ?? '')));
  return NOT_A_DATE;
}

/** Day of an Excel serial in the 1900 system; null for 60 (a day that never was), fractions and what is out of range. */
export function serialToDay(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 1 || serial === 60 || serial > 2_958_465) return null;
  return dayFromNumber(serial - 25_569 + (serial < 60 ? 1 : 0));
}

function fromDateCell(iso: string): DateReading {
  const day = iso.slice(0, 10);
  if (day < '1900-01-02') return { kind: 'problem', reason: 'time-only' };
  if (!isIsoDay(day)) return NO_SUCH_DAY;
  return iso.slice(11) >= LAST_MINUTE ? eitherDay(day, dayFromNumber(dayNumber(day) + 1)) : { kind: 'date', date: day };
}

/** 23:59:17 is what a clock that is 43 seconds off makes of midnight: the day that was typed is the next one. */
const LAST_MINUTE = '23:59';
/** Hours that the clocks here are ahead of UTC. */
const HOURS_AHEAD = 8;

function eitherDay(one: IsoDay, other: IsoDay): DateReading {
  return one === other ? { kind: 'date', date: one } : { kind: 'ambiguous', readings: [one, other] };
}

/** A moment against another clock (`2023-10-31T16:00:00Z`): a day only where it is the same day here. */
function fromMoment(text: string): DateReading | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T?(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (parts === null) return null;
  const [, day = '', hours = '', minutes = '', zone = ''] = parts;
  if (!isIsoDay(day) || Number(hours) > 23 || Number(minutes) > 59) return NO_SUCH_DAY;
  const [, sign = '+', zoneHours = '0', zoneMinutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const ahead = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const here = Number(hours) * 60 + Number(minutes) - ahead + HOURS_AHEAD * 60;
  const moved = dayFromNumber(dayNumber(day) + Math.floor(here / 1440));
  return here % 1440 >= 1439 ? eitherDay(moved, dayFromNumber(dayNumber(moved) + 1)) : eitherDay(moved, day);
}

function fromNumber(value: number): DateReading {
  if (Number.isInteger(value)) {
    if (value >= 20_000 && value <= 60_000) {
      const day = serialToDay(value);
      return day === null ? NOT_A_DATE : { kind: 'date', date: day };
    }
    return fromText(String(value));
  }
  const text = numberText(value) ?? '';
  const match = /^(\d{4})\.(\d{1,2})$/.exec(text);
  if (match !== null) {
    const [, year = '', month = ''] = match;
    // 2023.1 may have been typed 2023.1 or 2023.10: a number cell drops the last nought.
    if (month.length === 1)
      return {
        kind: 'ambiguous',
        readings: month === '1' ? [`${year}-01`, `${year}-10`] : [`${year}-0${month}`],
      };
    return monthOf(year, month);
  }
  if (value > 20_000 && value < 60_001) {
    const day = serialToDay(Math.floor(value));
    return day === null ? NOT_A_DATE : { kind: 'date', date: day };
  }
  return value > 0 && value < 1 ? { kind: 'problem', reason: 'time-only' } : NOT_A_DATE;
}

/** 星期二, (周三), 上午, 下午3时: they say nothing about the day. */
const BESIDE_THE_DAY =
  /[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|(?:上午|下午|早上|中午|晚上|凌晨)(?:\d{1,2}[时点](?:\d{1,2}分?)?)?/g;
/** 2023年9月初, 2023年底: the month or the year is known, the day is not. */
const PART_OF = /(?<=[年月\d])(?:[初底末中]|上旬|中旬|下旬)$/;

function fromText(written: string): DateReading {
  if (written === '' || isPlaceholder(written)) return BLANK;
  if (OPEN_WORDS.has(written)) return OPEN;
  const text = written.replace(BESIDE_THE_DAY, '').replace(PART_OF, '');
  const moment = fromMoment(text);
  if (moment !== null) return moment;
  const single = fromOneDate(text);
  if (single.kind !== 'problem' || single.reason !== 'not-a-date') return single;
  return fromRange(text) ?? NOT_A_DATE;
}

function fromOneDate(text: string): DateReading {
  const western = chineseToDigits(text);
  const day =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(western) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(western);
  if (day !== null) return dayOf(day[1] ?? '', day[2] ?? '', day[3] ?? '');
  const month =
    /^(\d{4})年(\d{1,2})月?份?$/.exec(western) ??
    /^(\d{4})[-/.](\d{1,2})月?$/.exec(western) ??
    /^(\d{4})(\d{2})$/.exec(western);
  if (month !== null) return monthOf(month[1] ?? '', month[2] ?? '');
  const year = /^(\d{4})年?度?$/.exec(western);
  if (year !== null) return inRange(Number(year[1])) ? { kind: 'date', date: year[1] ?? '' } : NOT_A_DATE;
  const short = /^(\d{2})[.\-/年](\d{1,2})(?:[.\-/月](\d{1,2})日?)?月?$/.exec(western);
  if (short !== null) {
    const [, yy = '', mm = '', dd] = short;
    if (Number(mm) < 1 || Number(mm) > 12) return NOT_A_DATE;
    if (dd !== undefined && (Number(dd) < 1 || Number(dd) > 31)) return NOT_A_DATE;
    const tail = `${mm.padStart(2, '0')}${dd === undefined ? '' : `-${dd.padStart(2, '0')}`}`;
    return { kind: 'ambiguous', readings: [`20${yy}-${tail}`, `19${yy}-${tail}`] };
  }
  if (/^\d{1,2}月(\d{1,2}[日号]?)?$/.test(western)) return { kind: 'problem', reason: 'no-year' };
  const foreign = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(western);
  if (foreign !== null) {
    const [, a = '', b = '', year4 = ''] = foreign;
    const readings = [dayOf(year4, a, b), dayOf(year4, b, a)].flatMap((r) => (r.kind === 'date' ? [r.date] : []));
    if (readings.length > 0) return { kind: 'ambiguous', readings: [...new Set(readings)] };
  }
  return NOT_A_DATE;
}

function fromRange(text: string): DateReading | null {
  for (const separator of ['至', '到', '—', '–', '~', '～', '-']) {
    // A minus sign may also stand inside the dates, so every one of them is tried.
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      const left = text.slice(0, at).replace(/[—–-]+$/, '');
      const right = text.slice(at + separator.length).replace(/^[—–-]+/, '');
      const from = fromOneDate(left);
      if (from.kind !== 'date') continue;
      if (OPEN_WORDS.has(right) || (separator === '至' && right === '今'))
        return { kind: 'range', from: from.date, to: null };
      const to = fromOneDate(right);
      if (to.kind === 'date') return { kind: 'range', from: from.date, to: to.date };
    }
  }
  return null;
}

function inRange(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function monthOf(year: string, month: string): DateReading {
  const number = Number(month);
  if (!inRange(Number(year))) return NOT_A_DATE;
  return number >= 1 && number <= 12 ? { kind: 'date', date: `${year}-${month.padStart(2, '0')}` } : NO_SUCH_DAY;
}

function dayOf(year: string, month: string, day: string): DateReading {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!inRange(y)) return NOT_A_DATE;
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return NO_SUCH_DAY;
  return { kind: 'date', date: isoDay(y, m, d) };
}

/** 二〇二三年九月十二日 → 2023年9月12日; text without Chinese numerals is given back. */
function chineseToDigits(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text.replace(/O/g, '0');
  return text
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens === undefined ? 1 : Number(CHINESE_DIGITS[tens])) * 10 + Number(CHINESE_DIGITS[ones ?? '零'])),
    )
    .replace(/[〇○O零一二三四五六七八九]/g, (digit) => CHINESE_DIGITS[digit] ?? digit);
}
