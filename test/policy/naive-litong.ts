import { naiveMover } from './naive-mover.js';
import type {
  BusinessRow,
  HouseholdRow,
  MemberRow,
  OrganisationRow,
  PlacementRow,
  TrainingRow,
  WorkerRow,
} from '../../src/domain/roster.js';

/**
 * A second, plain reading of the clauses for 利通区, written without the engine. Days are numbers like 20210315; the
 * places it knows are a hand-made list.
 */
export interface NaiveOptions {
  readonly asOf: string;
  readonly window: 'met-in-window' | 'as-of-only';
  readonly mover: 'lenient' | 'strict';
  readonly transportYear: 'fresh' | 'touching';
  readonly transportSpell: 'one' | 'summed';
  readonly workshopStay: 'on-duty' | 'three-months';
  readonly proofs: 'both' | 'either';
  readonly heads: 'target' | 'all';
  readonly hundred: 'closed-band' | 'inclusive';
  readonly leavers: 'excluded' | 'counted';
  readonly women: 'all' | 'women';
  readonly startupKinds: 'registered' | 'business-only';
  readonly lhsPass: 'not-required' | 'required';
  readonly cateringCap: 'person' | 'course';
}

export interface NaiveResult {
  readonly outcome: 'entitled' | 'not-eligible' | 'undecided' | 'outside-window';
  readonly amount: number;
}

const yes = (amount: number): NaiveResult => ({ outcome: 'entitled', amount });
const NO: NaiveResult = { outcome: 'not-eligible', amount: 0 };
const UNKNOWN: NaiveResult = { outcome: 'undecided', amount: 0 };
const OUTSIDE: NaiveResult = { outcome: 'outside-window', amount: 0 };

function day(text: string): number {
  return Number(text.replaceAll('-', ''));
}

/** `months` later as a number, the last day of the month where there is no such day. */
function later(text: string, months: number): number {
  let [y = 0, m = 0, d = 0] = text.split('-').map(Number);
  for (let i = 0; i < months; i++) {
    m += 1;
    if (m === 13) {
      m = 1;
      y += 1;
    }
  }
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const lengths = [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  d = Math.min(d, lengths[m] ?? 31);
  return y * 10_000 + m * 100 + d;
}

function inPlan(number: number): boolean {
  return number >= 20210101 && number <= 20231231;
}

export function planRuns(options: NaiveOptions): boolean {
  return inPlan(day(options.asOf));
}

/** What each place text is for someone at home in 利通区. */
export const PLACES: Readonly<Record<string, 'far' | 'near' | 'own' | 'unknown'>> = {
  西安市某某厂: 'far',
  浙江省宁波市: 'far',
  广东东莞: 'far',
  内蒙古阿拉善左旗: 'far',
  新疆: 'far',
  银川市: 'near',
  银川市金凤区: 'near',
  宁夏吴忠市红寺堡区: 'near',
  青铜峡市: 'near',
  中卫: 'near',
  灵武市: 'near',
  宁东: 'near',
  利通区: 'own',
  吴忠市利通区金积镇: 'own',
  吴忠市: 'unknown',
  宁夏: 'unknown',
  区内: 'unknown',
  本地: 'unknown',
  香港: 'unknown',
  新加坡: 'unknown',
  某工地: 'unknown',
};

/** Six months in as-of's year: completed there, or begun anew on 1 January. */
function freshMonths(start: string, end: string | null, asOf: string): boolean {
  const year = asOf.slice(0, 4);
  if (String(later(start, 6)).startsWith(year)) return true;
  const from = start.slice(0, 4) < year ? `${year}-01-01` : start;
  return later(from, 6) <= (end === null ? day(asOf) : Math.min(day(end), day(asOf)));
}

/** Whether contract and insurance are given, as the reading asks. */
function proofsGiven({ labourContract, socialInsurance }: MemberRow, options: NaiveOptions): boolean {
  return options.proofs === 'both'
    ? labourContract === true && socialInsurance === true
    : labourContract === true || socialInsurance === true;
}

/** Days of the year worked in any of the spells, one by one on a calendar, against the days from the first to six months on. */
function togetherSixMonths(member: MemberRow, jobs: readonly MemberRow[], options: NaiveOptions): boolean {
  if (options.transportSpell === 'one' || jobs.length < 2) return false;
  const year = options.asOf.slice(0, 4);
  const place = (job: MemberRow): string => (job.workPlace === null ? 'unknown' : (PLACES[job.workPlace] ?? 'unknown'));
  const worked: string[] = [];
  for (let time = Date.parse(`${year}-01-01`); time <= Date.parse(options.asOf); time += 86_400_000) {
    const today = new Date(time).toISOString().slice(0, 10);
    const at = jobs.some(
      (job) =>
        proofsGiven(job, options) &&
        place(job) === place(member) &&
        job.workStart !== null &&
        job.workStart <= today &&
        (job.workEnd === null || job.workEnd >= today),
    );
    if (at) worked.push(today);
  }
  const [first] = worked;
  if (first === undefined) return false;
  const goal = String(later(first, 6));
  const until = Date.parse(`${goal.slice(0, 4)}-${goal.slice(4, 6)}-${goal.slice(6, 8)}`);
  return worked.length >= (until - Date.parse(first)) / 86_400_000 + 1;
}

function oneJob(
  member: MemberRow,
  jobs: readonly MemberRow[],
  household: HouseholdRow | null,
  options: NaiveOptions,
): NaiveResult {
  const together = togetherSixMonths(member, jobs, options);
  const answers: (boolean | null)[] = [];
  const mover = naiveMover(household);
  answers.push(mover === 'silent' ? (options.mover === 'lenient' ? true : null) : mover);

  const { labourContract: contract, socialInsurance: insurance } = member;
  if (options.proofs === 'both')
    answers.push(
      contract === false || insurance === false ? false : contract === null || insurance === null ? null : true,
    );
  else
    answers.push(
      contract === true || insurance === true ? true : contract === null || insurance === null ? null : false,
    );

  if (member.workStart === null && member.workEnd === null)
    answers.push(member.workMonths === null ? null : member.workMonths >= 6);
  else if (member.workStart === null) answers.push(together ? true : null);
  else {
    const end = member.workEnd === null ? day(options.asOf) : Math.min(day(member.workEnd), day(options.asOf));
    answers.push(together || later(member.workStart, 6) <= end);
  }
  if (member.workEnd !== null) answers.push(member.workEnd.slice(0, 4) >= options.asOf.slice(0, 4));
  if (options.transportYear === 'fresh' && member.workStart !== null)
    answers.push(together || freshMonths(member.workStart, member.workEnd, options.asOf));
  const place = member.workPlace === null ? 'unknown' : PLACES[member.workPlace];
  if (answers.includes(false) || place === 'own') return NO;
  if (answers.includes(null)) return UNKNOWN;
  switch (place) {
    case 'far':
      return yes(80_000);
    case 'near':
      return yes(20_000);
    default:
      return UNKNOWN;
  }
}

/** Two jobs: the higher. */
export function naiveTransport(
  jobs: readonly MemberRow[],
  household: HouseholdRow | null,
  options: NaiveOptions,
): NaiveResult {
  if (!planRuns(options)) return OUTSIDE;
  const results = jobs.map((job) => oneJob(job, jobs, household, options));
  const paid = results.filter(({ outcome }) => outcome === 'entitled').sort((a, b) => b.amount - a.amount);
  return paid[0] ?? results.find(({ outcome }) => outcome === 'undecided') ?? NO;
}

function onDuty(row: WorkerRow, asOf: string): boolean | null {
  if (row.hiredOn !== null && row.hiredOn > asOf) return false;
  if (row.leftOn !== null && row.leftOn <= asOf) return false;
  return row.hiredOn === null ? null : true;
}

function counts(workers: readonly WorkerRow[], test: (rows: readonly WorkerRow[]) => boolean | null): [number, number] {
  const ids = [...new Set(workers.map((row) => row.personId))];
  let sure = 0;
  let perhaps = 0;
  for (const id of ids) {
    const result = test(workers.filter((row) => row.personId === id));
    if (result === true) sure += 1;
    if (result === null) perhaps += 1;
  }
  return [sure, sure + perhaps];
}

function byBand([sure, most]: [number, number], band: (n: number) => number): NaiveResult {
  if (band(sure) !== band(most)) return UNKNOWN;
  return band(sure) === 0 ? NO : yes(band(sure) * 100);
}

export function naiveWorkshop(workers: readonly WorkerRow[], options: NaiveOptions): NaiveResult {
  if (!planRuns(options)) return OUTSIDE;
  const heads = counts(workers, (rows) => {
    const each = rows.map((row) => {
      const there =
        options.workshopStay === 'on-duty' || row.hiredOn === null || later(row.hiredOn, 3) <= day(options.asOf);
      const duty = there ? onDuty(row, options.asOf) : false;
      if (options.heads === 'all') return duty;
      if (row.category === '其他') return false;
      return row.category === null ? (duty === false ? false : null) : duty;
    });
    return each.includes(true) ? true : each.includes(null) ? null : false;
  });
  const edge = options.hundred === 'closed-band' ? 101 : 100;
  return byBand(heads, (n) => (n >= edge ? 100_000 : n >= 31 ? 60_000 : n >= 21 ? 30_000 : n >= 11 ? 20_000 : 0));
}

export function naiveFamilyService(workers: readonly WorkerRow[], options: NaiveOptions): NaiveResult {
  if (!planRuns(options)) return OUTSIDE;
  const year = options.asOf.slice(0, 4);
  const heads = counts(workers, (rows) => {
    if (options.women === 'women' && Number(rows[0]?.personId?.charAt(16)) % 2 === 1) return false;
    if (rows.some((row) => row.hiredOn !== null && row.hiredOn.slice(0, 4) < year)) return false;
    const started = rows.filter((row) => row.hiredOn !== null && row.hiredOn <= options.asOf);
    const open = rows.some((row) => row.hiredOn === null);
    if (started.length === 0 && !open) return false;
    if (options.leavers === 'excluded') {
      const duty = rows.map((row) => onDuty(row, options.asOf));
      if (!duty.includes(true)) return duty.includes(null) ? null : false;
    }
    return open ? null : true;
  });
  return byBand(heads, (n) => (n >= 30 ? 80_000 : n >= 20 ? 50_000 : n >= 10 ? 20_000 : 0));
}

/** Workers each broker is paid for, and brokers for whom something stays open. */
export function naiveBrokers(placements: readonly PlacementRow[], options: NaiveOptions): Map<string, NaiveResult> {
  const paid = new Map<string, number>();
  const open = new Set<string>();
  const outside = new Set<string>();
  for (const id of new Set(placements.map((row) => row.personId))) {
    const good: PlacementRow[] = [];
    const early: PlacementRow[] = [];
    const unclear: PlacementRow[] = [];
    for (const row of placements.filter((one) => one.personId === id)) {
      const county = row.registeredCounty;
      if (county !== null && PLACES[county] !== 'own' && PLACES[county] !== 'unknown') continue;
      if (row.startedOn === null) {
        unclear.push(row);
        continue;
      }
      const reached = later(row.startedOn, 3);
      const end = row.endedOn === null ? day(options.asOf) : Math.min(day(row.endedOn), day(options.asOf));
      if (reached > end) continue;
      if (options.window === 'met-in-window' && !inPlan(reached)) early.push(row);
      else if (county === null || PLACES[county] === 'unknown') unclear.push(row);
      else good.push(row);
    }
    const first = good.map((row) => row.startedOn ?? '').sort()[0];
    const firsts = new Set(good.filter((row) => row.startedOn === first).map((row) => row.brokerCode ?? ''));
    const [winner] = firsts;
    if (firsts.size === 1 && winner !== undefined) paid.set(winner, (paid.get(winner) ?? 0) + 1);
    if (firsts.size > 1) for (const row of good) open.add(row.brokerCode ?? '');
    if (firsts.size === 0) for (const row of early) outside.add(row.brokerCode ?? '');
    for (const row of unclear) {
      // A broker that is paid for this worker on another row has nothing open; so has one whose row came too early.
      const settled = (firsts.size === 1 && winner === row.brokerCode) || (firsts.size === 0 && early.length > 0);
      if (!settled) open.add(row.brokerCode ?? '');
    }
  }
  const results = new Map<string, NaiveResult>();
  for (const code of new Set(placements.map((row) => row.brokerCode ?? ''))) {
    const workers = paid.get(code) ?? 0;
    if (!planRuns(options)) results.set(code, OUTSIDE);
    else if (workers > 0) results.set(code, yes(workers * 20_000));
    else results.set(code, open.has(code) ? UNKNOWN : outside.has(code) ? OUTSIDE : NO);
  }
  return results;
}

function oneStartup(row: BusinessRow, options: NaiveOptions): NaiveResult {
  const shop = row.kind === '小微企业' || row.kind === '个体工商户';
  if (row.creditCode === null || row.registeredOn === null) return NO;
  if (options.startupKinds === 'business-only' && row.kind !== null && !shop) return NO;
  if (row.firstBusiness === false || row.returnee === false) return NO;
  if (row.status === '停业' || row.status === '注销') return NO;
  if (later(row.registeredOn, 12) > day(options.asOf)) return NO;
  if (row.jobsCreated !== null && row.jobsCreated < 1) return NO;
  if (options.window === 'met-in-window' && !inPlan(later(row.registeredOn, 12))) return OUTSIDE;
  if (options.startupKinds === 'business-only' && row.kind === null) return UNKNOWN;
  if (row.firstBusiness === null || row.returnee === null || row.status === null || row.jobsCreated === null)
    return UNKNOWN;
  return yes(1_000_000);
}

function best(results: readonly NaiveResult[]): NaiveResult {
  for (const outcome of ['entitled', 'undecided', 'outside-window'] as const) {
    const found = results.find((result) => result.outcome === outcome);
    if (found !== undefined) return found;
  }
  return NO;
}

export function naiveStartup(rows: readonly BusinessRow[], options: NaiveOptions): NaiveResult {
  return planRuns(options) ? best(rows.map((row) => oneStartup(row, options))) : OUTSIDE;
}

export function naiveIncubator(row: OrganisationRow, options: NaiveOptions): NaiveResult {
  if (!planRuns(options)) return OUTSIDE;
  if (row.recognisedOn === null || row.recognitionNumber === null) return UNKNOWN;
  if (row.recognisedOn > options.asOf) return NO;
  return inPlan(day(row.recognisedOn)) ? yes(20_000_000) : OUTSIDE;
}

export function naiveLiangHouSheng(rows: readonly TrainingRow[], options: NaiveOptions): NaiveResult {
  if (!planRuns(options)) return OUTSIDE;
  return best(
    rows.map((row) => {
      const pass = options.lhsPass === 'required' ? row.passed : true;
      if (pass === false || (row.endedOn !== null && row.endedOn > options.asOf)) return NO;
      if (row.endedOn === null) return UNKNOWN;
      if (options.window === 'met-in-window' && !inPlan(day(row.endedOn))) return OUTSIDE;
      if (pass === null) return UNKNOWN;
      return yes(200_000);
    }),
  );
}

/** Institutions in 分, course by course in order of 开始日期; and what each trainee earned in all. */
export function naiveCatering(
  rows: readonly TrainingRow[],
  options: NaiveOptions,
): { readonly institutions: Map<string, NaiveResult>; readonly trainees: Map<string, number> } {
  const spent = new Map<string, number>();
  const trainees = new Map<string, number>();
  const entitled = new Map<string, number>();
  const open = new Set<string>();
  const outside = new Set<string>();
  const seen = new Set<string>();
  const start = (row: TrainingRow): number => day(row.startedOn ?? '0000-00-00');
  for (const row of [...rows].sort((a, b) => start(a) - start(b))) {
    const code = row.institutionCode ?? '';
    const person = row.personId ?? '';
    if (row.passed === false || (row.endedOn !== null && row.endedOn > options.asOf)) continue;
    if (row.passed === null || row.endedOn === null || row.startedOn === null) {
      open.add(code);
      continue;
    }
    const between = (Date.parse(row.endedOn) - Date.parse(row.startedOn)) / 86_400_000 + 1;
    const days = row.days === null ? Math.round(between) : Math.floor(row.days);
    if (days <= 0) open.add(code);
    else if (options.window === 'met-in-window' && !inPlan(day(row.endedOn))) outside.add(code);
    else {
      const course = `${person} ${code} ${row.startedOn} ${row.course ?? ''}`;
      if (seen.has(course)) continue;
      seen.add(course);
      const key = options.cateringCap === 'person' ? person : course;
      const amount = Math.min(days * 5000, 50_000 - (spent.get(key) ?? 0));
      spent.set(key, (spent.get(key) ?? 0) + amount);
      trainees.set(person, (trainees.get(person) ?? 0) + amount);
      entitled.set(code, (entitled.get(code) ?? 0) + amount);
    }
  }
  const institutions = new Map<string, NaiveResult>();
  for (const code of new Set(rows.map((row) => row.institutionCode ?? ''))) {
    const amount = entitled.get(code) ?? 0;
    if (!planRuns(options)) institutions.set(code, OUTSIDE);
    else if (amount > 0) institutions.set(code, yes(amount));
    else institutions.set(code, open.has(code) ? UNKNOWN : outside.has(code) ? OUTSIDE : NO);
  }
  return { institutions, trainees };
}
