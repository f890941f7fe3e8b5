import { naiveMover } from './naive-mover.js';
import type { BusinessRow, HouseholdRow, MemberRow } from '../../src/domain/roster.js';

/**
 * A second, deliberately plain reading of the clauses for 宁东镇, written without the engine: long hand, one household at
 * a time, dates as numbers. It shares only the shape of the rows with what it is compared with.
 */
export interface NaiveHousehold {
  readonly row: HouseholdRow;
  readonly members: readonly MemberRow[];
  readonly businesses: readonly BusinessRow[];
}

export interface NaiveOptions {
  readonly asOf: string;
  readonly mover: 'lenient' | 'strict';
  readonly farmIncome: 'gross' | 'net';
  readonly publicPostWage: 'counted' | 'not-counted';
  readonly labourAge: '16-60' | 'by-law';
  readonly businessStepBase: 'per-head' | 'household';
  readonly incomeYear: 'oct-sep' | 'calendar';
  readonly oneYearBy: 'as-of' | 'year-end';
  readonly businessSteps: 'both' | 'farming-only';
  readonly capPeriod: 'policy' | 'year';
}

export interface NaiveResult {
  readonly outcome: 'entitled' | 'not-eligible' | 'undecided' | 'outside-window';
  readonly amount: number;
}

const LINE = 800_000;
const STEP = 300_000;

function has(text: string | null): boolean {
  if (text === null) return false;
  return !['', '无', '否', '×', 'N', '0'].includes(text);
}

function number(day: string): number {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  return y * 10_000 + m * 100 + d;
}

/** The same day next year as a number; 29 February becomes 28 February. */
function yearLater(day: string): number {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const leap = ((y + 1) % 4 === 0 && (y + 1) % 100 !== 0) || (y + 1) % 400 === 0;
  return (y + 1) * 10_000 + m * 100 + (m === 2 && d === 29 && !leap ? 28 : d);
}

function yearOutcome(year: number | null, options: NaiveOptions): 'ok' | NaiveResult {
  const undecided: NaiveResult = { outcome: 'undecided', amount: 0 };
  const outside: NaiveResult = { outcome: 'outside-window', amount: 0 };
  if (year === null) return undecided;
  if (options.incomeYear === 'oct-sep') return year >= 2023 && year <= 2025 ? 'ok' : outside;
  if (year === 2022 || year === 2025) return undecided;
  return year === 2023 || year === 2024 ? 'ok' : outside;
}

/** Who was not relocated gets nothing; who cannot be told is not decided, unless there is nothing to get anyway. */
function asMover(row: HouseholdRow, options: NaiveOptions, result: NaiveResult): NaiveResult {
  const mover = naiveMover(row);
  if (mover === false) return { outcome: 'not-eligible', amount: 0 };
  const unknown = mover === null || (mover === 'silent' && options.mover === 'strict');
  return unknown && result.outcome === 'entitled' ? { outcome: 'undecided', amount: 0 } : result;
}

function bonus(income: number, n: number, step = STEP * n): number {
  let amount = 2000;
  let over = income - LINE * n;
  while (over >= step && amount < 5000) {
    amount += 1000;
    over -= step;
  }
  return amount * 100;
}

export function naiveEmployment(household: NaiveHousehold, options: NaiveOptions): NaiveResult {
  const year = yearOutcome(household.row.incomeYear, options);
  return year === 'ok' ? asMover(household.row, options, employment(household, options)) : year;
}

function employment({ row, members }: NaiveHousehold, options: NaiveOptions): NaiveResult {
  const n = row.size;
  if (n === null || n <= 0) return { outcome: 'undecided', amount: 0 };
  let w = 0;
  if (members.some((member) => member.wageIncome !== null)) {
    for (const member of members) {
      if (options.publicPostWage === 'not-counted' && member.employmentStatus === '公益性岗位') continue;
      if (has(member.evidence)) w += member.wageIncome ?? 0;
    }
  } else if (has(row.evidence)) {
    if (row.wageIncome === null) return { outcome: 'undecided', amount: 0 };
    w = row.wageIncome;
    const mixed =
      options.publicPostWage === 'not-counted' && members.some((member) => member.employmentStatus === '公益性岗位');
    if (mixed && w > 0 && w >= LINE * n) return { outcome: 'undecided', amount: 0 };
  }
  if (w < LINE * n) return { outcome: 'not-eligible', amount: 0 };
  return { outcome: 'entitled', amount: bonus(w, n) };
}

export function naiveBusiness(household: NaiveHousehold, options: NaiveOptions): NaiveResult {
  const year = yearOutcome(household.row.incomeYear, options);
  return year === 'ok' ? asMover(household.row, options, business(household, options)) : year;
}

function business({ row, businesses }: NaiveHousehold, options: NaiveOptions): NaiveResult {
  const n = row.size;
  if (n === null || n <= 0) return { outcome: 'undecided', amount: 0 };
  if (businesses.length === 0) {
    if (row.businessIncome !== null && row.businessIncome >= LINE * n) return { outcome: 'undecided', amount: 0 };
    return { outcome: 'not-eligible', amount: 0 };
  }
  const lastDay = options.incomeYear === 'calendar' ? '12-31' : '09-30';
  const by = options.oneYearBy === 'as-of' ? options.asOf : `${row.incomeYear ?? 0}-${lastDay}`;
  let farm = 0;
  let farmOpen = false;
  let shops = 0;
  let qualified = 0;
  let perhaps = 0;
  for (const own of businesses) {
    if (!has(own.evidence)) continue;
    if (own.kind === '种植业' || own.kind === '养殖业') {
      farm += own.income ?? 0;
      if (own.income === null) farmOpen = true;
      continue;
    }
    const shop = own.kind === '小微企业' || own.kind === '个体工商户';
    const closed = own.status === '停业' || own.status === '注销';
    const young = own.registeredOn !== null && yearLater(own.registeredOn) > number(by);
    if (!shop) farmOpen = true;
    if (closed || young) continue;
    if (shop && own.status === '正常' && own.registeredOn !== null) {
      qualified += 1;
      shops += own.income ?? 0;
    } else perhaps += 1;
  }
  if (options.farmIncome === 'net' && (farm > 0 || farmOpen) && row.operatingCost !== 0) {
    const { operatingCost: cost } = row;
    if (cost === null) {
      if (farm < LINE * n && !farmOpen && qualified === 0)
        return { outcome: perhaps > 0 ? 'undecided' : 'not-eligible', amount: 0 };
      // A farm whose income is blank adds nothing to the steps, so its cost cannot take anything off them.
      if (farm >= LINE * n || farm > 0 || qualified === 0) return { outcome: 'undecided', amount: 0 };
    } else farm = Math.max(0, farm - cost);
  }
  if (qualified === 0 && farm < LINE * n)
    return { outcome: farmOpen || perhaps > 0 ? 'undecided' : 'not-eligible', amount: 0 };
  const income = options.businessSteps === 'both' ? farm + shops : farm;
  const step = options.businessStepBase === 'household' ? STEP : STEP * n;
  return { outcome: 'entitled', amount: bonus(Math.max(income, LINE * n), n, step) };
}

/** What is paid to one household now: both benefits under what was paid before. */
export function naivePaid(
  household: NaiveHousehold,
  options: NaiveOptions,
  before: { readonly employment: number; readonly business: number; readonly otherYears: number },
): { employment: number; business: number } {
  const due = (result: NaiveResult, paid: number): number =>
    result.outcome === 'entitled' ? Math.max(0, result.amount - paid) : 0;
  const others = options.capPeriod === 'policy' ? before.otherYears : 0;
  let room = Math.max(0, 500_000 - before.employment - before.business - others);
  const employment = Math.min(room, due(naiveEmployment(household, options), before.employment));
  room -= employment;
  const business = Math.min(room, due(naiveBusiness(household, options), before.business));
  return { employment, business };
}

export type NaiveFlags = Readonly<Record<string, 'yes' | 'undecided'>>;

/** The legal age of retirement as a day number: men 60, women 55; a month more for every four months born after the start. */
function retires(personId: string): number {
  const man = Number(personId.charAt(16)) % 2 === 1;
  const year = Number(personId.slice(6, 10)) + (man ? 60 : 55);
  const month = Number(personId.slice(10, 12));
  const after = (year - 2025) * 12 + month - 1;
  let delay = 0;
  for (let m = 0; m <= after && delay < 36; m += 4) delay += 1;
  const total = year * 12 + month - 1 + delay;
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 30;
  return y * 10_000 + m * 100 + Math.min(Number(personId.slice(12, 14)), last);
}

export function naiveFlags(
  { row, members }: NaiveHousehold,
  asOf: string,
  labourAge: NaiveOptions['labourAge'],
): NaiveFlags {
  const flags: Record<string, 'yes' | 'undecided'> = {};
  const parts = [row.wageIncome, row.businessIncome, row.propertyIncome, row.transferIncome, row.operatingCost];
  const [a, b, c, d, cost] = parts.map((part) => part ?? 0);
  const given = parts.filter((part) => part !== null).length > 0;
  const n = row.size;
  const byHead = row.perCapitaIncome !== null && n !== null ? row.perCapitaIncome * n : null;
  const net = given ? (a ?? 0) + (b ?? 0) + (c ?? 0) + (d ?? 0) - (cost ?? 0) : byHead;
  if (row.incomeYear !== 2023 || n === null || n <= 0 || net === null) flags['under-threshold'] = 'undecided';
  else if (net < LINE * n) flags['under-threshold'] = 'yes';

  if (members.length === 0) return { ...flags, 'zero-employment': 'undecided' };
  const working = ['已就业', '务工', '外出务工', '自主创业', '灵活就业', '公益性岗位'];
  const idle = ['未就业', '失业', '待业', '无业'];
  const able = members.map((member): boolean | null => {
    if (member.schooling !== null && member.schooling !== '非在校生') return false;
    if (member.labourSkill !== null)
      return ['普通劳动力', '技能劳动力', '弱劳动力或半劳动力'].includes(member.labourSkill);
    if (member.personId === null) return null;
    const born = Number(member.personId.slice(6, 14));
    const years = Math.floor((number(asOf) - born) / 10_000);
    return years >= 16 && (labourAge === 'by-law' ? number(asOf) < retires(member.personId) : years < 60);
  });
  const anyWorks = members.some((member) => working.includes(member.employmentStatus ?? ''));
  if (able.every((one) => one === false)) return { ...flags, 'no-labour': 'yes' };
  if (!anyWorks) {
    const blank = members.some((m, i) => able[i] !== false && !idle.includes(m.employmentStatus ?? ''));
    const sure = able.includes(true) && !blank;
    return { ...flags, 'zero-employment': sure ? 'yes' : 'undecided' };
  }
  let stable = false;
  let open = false;
  for (const [i, member] of members.entries()) {
    if (!working.includes(member.employmentStatus ?? '')) {
      // A child or somebody who cannot work may leave the column empty.
      if (!idle.includes(member.employmentStatus ?? '') && able[i] !== false) open = true;
      continue;
    }
    if (member.workMonths !== null) {
      if (member.workMonths >= 6) stable = true;
    } else if (member.workStart === null) open = true;
    else {
      const until = member.workEnd !== null && member.workEnd < asOf ? member.workEnd : asOf;
      if (number(sixMonthsOn(member.workStart)) <= number(until)) stable = true;
    }
  }
  if (stable) return flags;
  return { ...flags, 'no-stable-employment': open ? 'undecided' : 'yes' };
}

function sixMonthsOn(day: string): string {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const month = m + 6 > 12 ? m - 6 : m + 6;
  const year = m + 6 > 12 ? y + 1 : y;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`;
}
