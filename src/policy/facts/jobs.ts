import { earliestDay, latestDay, yearOf, type IsoDate, type IsoDay } from '../../domain/calendar.js';
import type { MemberRow } from '../../domain/roster.js';
import type { ChoiceValue, YesNoValue } from '../kinds/rule-kind.js';
import { workDistance } from '../places/resolve-place.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { allOf, anyOf, type Truth } from '../assess/three-valued.js';
import { FactBook, type Fact, type FactContext } from './fact.js';
import { personFacts } from './persons.js';
import { lastTogether } from './spells.js';
import { lasted, monthsAfter, notBefore, within } from './span.js';

/** One 成员 row with a job on it. */
export interface Job {
  readonly member: MemberRow;
  readonly household: HouseholdGroup | null;
  /** All 成员 rows of this person with a job on them, this one among them. */
  readonly spells: readonly MemberRow[];
}

const person = personFacts<Job>({
  id: ({ member }) => member.personId,
  row: ({ member }) => member,
  member: ({ member }) => member,
  household: ({ household }) => household,
  ageOn: () => null,
});

const proofs: Fact<Job, YesNoValue> = {
  name: 'contract-and-insurance',
  zh: '签订劳动合同、缴纳社会保险',
  en: 'labour contract and social insurance',
  readings: [{ id: 'proofs', choices: ['both', 'either'] }],
  compute({ member }, context) {
    context.use(member, '签订劳动合同', '缴纳社会保险');
    const is = proven(member, context);
    return { is, why: is === true ? 'proofs-given' : is === null ? 'proofs-blank' : 'proofs-lacking' };
  },
};

function proven({ labourContract, socialInsurance }: MemberRow, context: FactContext): Truth {
  const proofs = [labourContract, socialInsurance];
  const [both, either] = [allOf(proofs), anyOf(proofs)];
  return both === either || context.reading('proofs') === 'both' ? both : either;
}

const SPELLS = { id: 'transport-spell', choices: ['one', 'summed'], optional: true } as const;

/**
 * Whether the months are reached by all spells of the year together (reading `transport-spell`): those with the proofs
 * and at the same distance count.
 */
function summed({ member, spells }: Job, months: number, context: FactContext): Truth {
  if (spells.length < 2 || context.reading('transport-spell', 'one') === 'one') return false;
  const where = workDistance(member.workPlace, context.home).is;
  const counting = spells.filter(
    (spell) => proven(spell, context) === true && workDistance(spell.workPlace, context.home).is === where,
  );
  for (const spell of counting) context.use(spell, '务工开始日期', '务工结束日期');
  return lastTogether(counting, months, context.asOf);
}

/** Start + 6 months ≤ min(end, as-of); 务工月数 counts only where both dates are blank. */
const workedLongEnough: Fact<Job, YesNoValue> = {
  name: 'worked-long-enough',
  zh: '稳定就业满规定月数',
  en: 'worked for the required months',
  parameters: [{ id: 'stable-months', unit: 'months' }],
  readings: [SPELLS],
  compute(job, context) {
    const { member } = job;
    const months = context.parameter('stable-months');
    if (months === null) return { is: null, why: 'no-parameter' };
    const { workStart, workEnd, workMonths } = member;
    context.use(member, '务工开始日期', '务工结束日期');
    if (workStart === null && workEnd === null) {
      context.use(member, '务工月数');
      if (workMonths === null) return { is: null, why: 'work-time-unknown' };
      return workMonths >= months ? { is: true, why: 'worked-long' } : { is: false, why: 'worked-short' };
    }
    const own = workStart === null ? null : lasted(workStart, workEnd, months, context.asOf);
    const is = own === true ? true : anyOf([own, summed(job, months, context)]);
    return { is, why: is === true ? 'worked-long' : is === null ? 'work-time-unknown' : 'worked-short' };
  },
};

/** The job did not end before 1 January of as-of's year. */
const workedThisYear: Fact<Job, YesNoValue> = {
  name: 'worked-this-year',
  zh: '当年仍在务工',
  en: 'still at work this year',
  compute({ member }, context) {
    context.use(member, '务工结束日期');
    const { workEnd } = member;
    const is = workEnd === null ? true : notBefore(workEnd, `${yearOf(context.asOf)}-01-01`);
    return { is, why: is === true ? 'worked-this-year' : is === null ? 'work-time-unknown' : 'ended-before-year' };
  },
};

/**
 * The months count for one year only (reading `transport-year`, src/CONTRACT.md §6). `fresh`: they were completed in as-of's year,
 * or the job lasted them anew from 1 January; 务工月数 alone is taken as that year's. `touching`: any job of the year.
 */
const monthsOfYear: Fact<Job, YesNoValue> = {
  name: 'months-of-this-year',
  zh: '满规定月数落在当年',
  en: 'the required months fall in this year',
  parameters: [{ id: 'stable-months', unit: 'months' }],
  readings: [{ id: 'transport-year', choices: ['fresh', 'touching'] }, SPELLS],
  compute(job, context) {
    const { member } = job;
    const months = context.parameter('stable-months');
    if (months === null) return { is: null, why: 'no-parameter' };
    const { workStart, workEnd, workMonths } = member;
    context.use(member, '务工开始日期', '务工结束日期');
    if (workStart === null) {
      if (workEnd !== null || workMonths === null) return { is: null, why: 'work-time-unknown' };
      return { is: true, why: 'months-of-this-year', remark: 'months-of-year' };
    }
    const own = freshInYear(workStart, workEnd, months, context.asOf);
    const is = own === true ? true : anyOf([own, summed(job, months, context)]);
    if (is === true || context.reading('transport-year') === 'touching')
      return { is: true, why: 'months-of-this-year' };
    return { is, why: is === null ? 'work-time-unknown' : 'months-of-another-year' };
  },
};

/** Start + months lies in as-of's year, or max(start, 1 January) + months ≤ min(end, as-of). */
export function freshInYear(start: IsoDate, end: IsoDate | null, months: number, asOf: IsoDay): Truth {
  const from = `${yearOf(asOf)}-01-01`;
  const completed = within(monthsAfter(start, months), from, `${yearOf(asOf)}-12-31`);
  if (completed === true) return true;
  const again = [earliestDay(start), latestDay(start)].map((day) => lasted(day < from ? from : day, end, months, asOf));
  return anyOf([completed, again[0] === again[1] ? (again[0] ?? null) : null]);
}

const distance: Fact<Job, ChoiceValue> = {
  name: 'work-distance',
  zh: '务工地远近',
  en: 'distance of the place of work',
  words: ['other-province', 'other-county', 'own-county'],
  compute({ member }, context) {
    context.use(member, '务工所在地');
    return workDistance(member.workPlace, context.home);
  },
};

/** The facts of one job, and of the person who has it. */
export const JOB_FACTS = new FactBook<Job>({
  money: person.money,
  count: person.count,
  yesNo: [proofs, workedLongEnough, workedThisYear, monthsOfYear, ...person.yesNo],
  choice: [distance, ...person.choice],
  units: [],
});
