import { dayNumber, earliestDay, latestDay } from '../../domain/calendar.js';
import type { OrganisationRow, TrainingRow } from '../../domain/roster.js';
import type { DayRange, UnitsValue, UnitValue, YesNoValue } from '../kinds/rule-kind.js';
import { listedAs } from './brokers.js';
import { FactBook, Shared, type Fact, type FactContext } from './fact.js';
import { notAfter } from './span.js';

/** One training institution with its courses of the kinds in question. */
export interface Institution {
  readonly code: string;
  readonly listed: readonly OrganisationRow[];
  readonly courses: readonly TrainingRow[];
  readonly kinds: readonly string[];
  readonly trainings: readonly string[];
}

/** Whether one trainee's course counts, for how many days, and what of the trainee's cap came before it. */
export interface CourseReading {
  readonly row: TrainingRow;
  readonly counts: boolean | null;
  readonly why: string;
  readonly days: number;
  readonly met: DayRange | null;
  readonly unitId: string;
  usedBefore: number;
}

/** Whole days of a course: 培训天数, else end − start + 1; null when neither can be had. */
export function courseDays(row: TrainingRow): number | null {
  if (row.days !== null) return Math.floor(row.days);
  const { startedOn, endedOn } = row;
  if (startedOn?.length !== 10 || endedOn?.length !== 10 || row.unreadable?.includes('days') === true) return null;
  return dayNumber(endedOn) - dayNumber(startedOn) + 1;
}

function readCourse(row: TrainingRow, context: FactContext): CourseReading {
  const unitId = [row.personId, row.institutionCode, row.startedOn, row.course].map((part) => part ?? '').join('@');
  const base = { row, days: 0, met: null, unitId, usedBefore: 0 };
  if (row.passed === false) return { ...base, counts: false, why: 'not-passed' };
  if (row.endedOn !== null && notAfter(row.endedOn, context.asOf) === false)
    return { ...base, counts: false, why: 'course-running' };
  if (row.personId === null) return { ...base, counts: null, why: 'trainee-unknown' };
  if (row.passed === null) return { ...base, counts: null, why: 'passed-blank' };
  if (row.endedOn === null || notAfter(row.endedOn, context.asOf) === null)
    return { ...base, counts: null, why: 'course-end-blank' };
  if (row.startedOn === null) return { ...base, counts: null, why: 'course-start-blank' };
  const days = courseDays(row);
  if (days === null) return { ...base, counts: null, why: 'course-days-unknown' };
  if (days <= 0) return { ...base, counts: null, why: 'course-days-odd' };
  const met = { from: earliestDay(row.endedOn), to: latestDay(row.endedOn) };
  const inside = context.inWindow(met);
  if (inside !== true) return { ...base, days, met, counts: inside, why: 'met-outside-window' };
  return { ...base, days, met, counts: true, why: 'course-counts' };
}

/** All courses of the roster, each read once; per trainee in order of 开始日期, the same course typed twice counting once. */
export const COURSE_READINGS = new Shared<ReadonlyMap<TrainingRow, CourseReading>>((context) => {
  const readings = new Map<TrainingRow, CourseReading>();
  const byPerson = new Map<string, CourseReading[]>();
  for (const row of context.roster.roster.rows.培训) {
    const reading = readCourse(row, context);
    readings.set(row, reading);
    if (reading.counts !== true || row.personId === null) continue;
    const key = `${row.kind ?? ''}|${row.personId}`;
    const courses = byPerson.get(key);
    if (courses === undefined) byPerson.set(key, [reading]);
    else courses.push(reading);
  }
  for (const courses of byPerson.values()) {
    courses.sort(byStart);
    const seen = new Set<string>();
    let used = 0;
    for (const course of courses) {
      if (seen.has(course.unitId)) {
        readings.set(course.row, { ...course, counts: false, why: 'course-repeated' });
        continue;
      }
      seen.add(course.unitId);
      if (course.row.institutionCode === null) continue;
      course.usedBefore = used;
      used += course.days;
    }
  }
  return readings;
});

function byStart(a: CourseReading, b: CourseReading): number {
  const [x, y] = [earliestDay(a.row.startedOn ?? ''), earliestDay(b.row.startedOn ?? '')];
  if (x !== y) return x < y ? -1 : 1;
  return a.row.table - b.row.table || a.row.row - b.row.row;
}

const isInstitution: Fact<Institution, YesNoValue> = {
  name: 'is-institution',
  zh: '属于培训机构',
  en: 'is a training institution',
  compute({ listed, kinds }, context) {
    for (const row of listed) context.use(row, '单位类型');
    return listedAs(listed, kinds);
  },
};

const courses: Fact<Institution, UnitsValue> = {
  name: 'passed-courses',
  zh: '培训合格人员的培训天数',
  en: 'days of training of those who passed',
  compute({ courses: rows }, context) {
    const readings = COURSE_READINGS.of(context);
    const units: UnitValue[] = [];
    let unknown = 0;
    for (const row of rows) context.use(row, '身份证号', '是否合格', '开始日期', '结束日期', '培训天数');
    const own = rows.map((row) => readings.get(row)).filter((reading) => reading !== undefined);
    for (const { row, counts, why, met, days, unitId, usedBefore } of own.sort(byStart)) {
      if (counts === null) unknown += 1;
      else if ((counts || why === 'met-outside-window') && met !== null && row.personId !== null)
        units.push({ personId: row.personId, unitId, quantity: days, usedBefore, met });
    }
    return { units, unknown, missing: !context.roster.has('培训') };
  },
};

export const INSTITUTION_FACTS = new FactBook<Institution>({
  money: [],
  count: [],
  yesNo: [isInstitution],
  choice: [],
  units: [courses],
});
