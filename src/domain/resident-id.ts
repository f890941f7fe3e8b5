import { daysInMonth, isIsoDay, isLeapYear, isoDay, type IsoDay } from './calendar.js';

/** 公民身份号码, GB 11643-1999: 6 region + 8 birth + 3 order + 1 check. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * First two digits of every province-level division (GB/T 2260), and of residence permits: 81, 82, 83 of people from Hong
 * Kong, Macao and Taiwan (港澳台居民居住证申领发放办法 art. 3).
 */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** What is wrong with an ID number, or what was normalised. `ok` and `upgraded` may be paid. */
export type ResidentIdProblem =
  | 'ok'
  | 'upgraded' // 15 digits, made into 18
  | 'disability' // 20 or 22 characters: 残疾人证; the first 18 are the ID number
  | 'length'
  | 'characters'
  | 'region'
  | 'birth-date'
  | 'checksum';

export interface ResidentIdReading {
  readonly problem: ResidentIdProblem;
  /** The 18 characters that key the person, upper-case X; null when they cannot be had. */
  readonly id: string | null;
  /** Length as written, after cleaning. */
  readonly length: number;
}

/** Check character for the first 17 digits. */
export function residentIdCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Reads an ID number that is already half-width, trimmed and without inner blanks. Never repairs a digit. */
export function readResidentId(text: string): ResidentIdReading {
  const value = text.toUpperCase();
  const length = value.length;
  if (/^\d{15}$/.test(value)) {
    const first17 = `${value.slice(0, 6)}19${value.slice(6)}`;
    const id = first17 + residentIdCheck(first17);
    const problem = validate18(id);
    return { problem: problem === 'ok' ? 'upgraded' : problem, id, length };
  }
  if (length === 20 || length === 22) {
    if (!/^\d{17}[\dX][1-7][1-4](B[12])?$/.test(value)) return { problem: 'characters', id: null, length };
    const id = value.slice(0, 18);
    const problem = validate18(id);
    return { problem: problem === 'ok' ? 'disability' : problem, id, length };
  }
  if (length !== 18) return { problem: /^[\dX]*$/.test(value) ? 'length' : 'characters', id: null, length };
  if (!/^\d{17}[\dX]$/.test(value)) return { problem: 'characters', id: null, length };
  return { problem: validate18(value), id: value, length };
}

function validate18(id: string): 'ok' | 'region' | 'birth-date' | 'checksum' {
  if (!hasRegion(id)) return 'region';
  if (!isIsoDay(birthDateOf(id))) return 'birth-date';
  return residentIdCheck(id.slice(0, 17)) === id.charAt(17) ? 'ok' : 'checksum';
}

/**
 * Whether a text is a person's ID number or a slip of one (a wrong check digit, a digit short or over): for whatever shows
 * text. Of slips the birth year must be an adult's, and of 15 digits that of somebody alive, so that household numbers with
 * a year inside are not taken for people.
 */
export function looksLikePersonId(text: string): boolean {
  const id = text.trim().toUpperCase();
  if (id.length < 15 || id.length > 22 || !/^\d{15,}X?\w{0,4}$/.test(id)) return false;
  const { problem } = readResidentId(id);
  if (id.length === 15) return problem === 'upgraded' && Number(id.slice(6, 8)) >= 15;
  if (problem === 'ok' || problem === 'disability') return true;
  if (id.length < 17) return false;
  const year = Number(id.slice(6, 10));
  return year >= 1900 && year <= 2012 && hasRegion(id) && isIsoDay(birthDateOf(id));
}

/** 外国人永久居留身份证 begins with 9, then the province. */
function hasRegion(id: string): boolean {
  return PROVINCES.has(id.startsWith('9') ? id.slice(1, 3) : id.slice(0, 2));
}

/** 外国人永久居留证 of the old kind (country and 12 digits), passports and travel permits: letters, then digits. */
const OTHER_DOCUMENT = /^(?:[A-Z]{3}\d{12}|[A-Z]{1,3}\d{6,10}[A-Z]?|[A-Z]\d{2}[A-Z]\d{5}|[A-Z]{2}\d{4,5}[A-Z]\d?)$/;

/** The number of a document that is no resident ID (passport, foreigner's or travel permit), upper-case; null for any other text. */
export function readOtherDocument(text: string): string | null {
  const number = text.toUpperCase();
  return OTHER_DOCUMENT.test(number) ? number : null;
}

/** Whether a person is keyed by a resident ID, in which birth date and sex stand. */
export function isResidentId(id: string): boolean {
  return id.length === 18;
}

/** Birth date inside an 18-character ID (not checked for being a real day). */
export function birthDateOf(id: string): IsoDay {
  return isoDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
}

/**
 * Whole years from the birth date inside an 18-character ID to `day`, as ageOn counts them; null when it holds no real
 * birth date. By numbers, because a million members pass through here.
 */
export function ageOfResident(id: string, day: IsoDay): number | null {
  if (!isResidentId(id)) return null;
  const [year, month, date] = [Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))];
  if (!(year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))) return null;
  const thisYear = Number(day.slice(0, 4));
  const anniversary = month === 2 && date === 29 && !isLeapYear(thisYear) ? 228 : month * 100 + date;
  const reached = anniversary <= Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
  return thisYear - year - (reached ? 0 : 1);
}

/** 17th digit odd = 男. */
export function sexOf(id: string): '男' | '女' {
  return Number(id.charAt(16)) % 2 === 1 ? '男' : '女';
}
