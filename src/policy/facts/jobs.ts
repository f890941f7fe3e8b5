import { yearOf } from '../../domain/calendar.js';
import { isFilled, type MemberRow } from '../../domain/roster.js';
import type { ChoiceValue, YesNoValue } from '../kinds/rule-kind.js';
import { workDistance } from '../places/resolve-place.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { allOf, anyOf, type Truth } from '../assess/three-valued.js';
import { FactBook, type Fact } from './fact.js';
import { lasted, notBefore } from './span.js';

/** One 成员 row with a job on it. */
export interface Job {
  readonly member: MemberRow;
  readonly household: HouseholdGroup | null;
}

/** 搬迁批次 filled, or 户类型 contains 搬迁, 移民 or 迁徙 and not 非; null when both are blank. */
export function isMover(household: HouseholdGroup | null): Truth {
  const batch = household?.row?.relocationBatch ?? null;
  const type = household?.row?.householdType ?? null;
  if (isFilled(batch)) return true;
  if (type !== null && /搬迁|移民|迁徙/.test(type) && !type.includes('非')) return true;
  return batch === null && type === null ? null : false;
}

const mover: Fact<Job, YesNoValue> = {
  name: 'mover',
  zh: '搬迁户',
  en: 'relocated household',
  readings: [{ id: 'mover', choices: ['lenient', 'strict'] }],
  compute({ household }, context) {
    const row = household?.row ?? null;
    if (row !== null) context.use(row, '搬迁批次', '户类型');
    const is = isMover(household);
    if (is !== null) return { is, why: is ? 'mover' : 'not-mover' };
    return context.reading('mover') === 'strict'
      ? { is: null, why: 'mover-blank' }
      : { is: true, why: 'mover-assumed', remark: 'mover-blank' };
  },
};

const proofs: Fact<Job, YesNoValue> = {
  name: 'contract-and-insurance',
  zh: '签订劳动合同、缴纳社会保险',
  en: 'labour contract and social insurance',
  readings: [{ id: 'proofs', choices: ['both', 'either'] }],
  compute({ member }, context) {
    context.use(member, '签订劳动合同', '缴纳社会保险');
    const both = [member.labourContract, member.socialInsurance];
    const is = context.reading('proofs') === 'either' ? anyOf(both) : allOf(both);
    return { is, why: is === true ? 'proofs-given' : is === null ? 'proofs-blank' : 'proofs-lacking' };
  },
};

/** Start + 6 months ≤ min(end, as-of); 务工月数 counts only where both dates are blank. */
const workedLongEnough: Fact<Job, YesNoValue> = {
  name: 'worked-long-enough',
  zh: '稳定就业满规定月数',
  en: 'worked for the required months',
  parameters: [{ id: 'stable-months', unit: 'months' }],
  compute({ member }, context) {
    const months = context.parameter('stable-months');
    if (months === null) return { is: null, why: 'no-parameter' };
    const { workStart, workEnd, workMonths } = member;
    context.use(member, '务工开始日期', '务工结束日期');
    if (workStart === null && workEnd === null) {
      context.use(member, '务工月数');
      if (workMonths === null) return { is: null, why: 'work-time-unknown' };
      return workMonths >= months ? { is: true, why: 'worked-long' } : { is: false, why: 'worked-short' };
    }
    const is = workStart === null ? null : lasted(workStart, workEnd, months, context.asOf);
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

export const JOB_FACTS = new FactBook<Job>({
  money: [],
  count: [],
  yesNo: [mover, proofs, workedLongEnough, workedThisYear],
  choice: [distance],
  units: [],
});
