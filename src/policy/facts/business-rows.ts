import { isFilled } from '../../domain/evidence.js';
import { BUSINESS_KINDS as WORDS } from '../../domain/listed-words.js';
import type { BusinessRow } from '../../domain/roster.js';
import { earliestDay, latestDay } from '../../domain/calendar.js';
import type { ChoiceValue, NumberValue, YesNoValue } from '../kinds/rule-kind.js';
import { exactly, FactBook, NOT_KNOWN, type Fact } from './fact.js';
import { BUSINESS_KINDS, runsNormally } from './household-business.js';
import { lasted, monthsAfter } from './span.js';
import { fullMonths } from './work-months.js';

const kind: Fact<BusinessRow, YesNoValue> = {
  name: 'startup-kind',
  zh: '主体类型符合',
  en: 'kind of business that counts',
  readings: [{ id: 'startup-kinds', choices: ['registered', 'business-only'] }],
  compute(row, context) {
    if (context.reading('startup-kinds') === 'registered') return { is: true, why: 'kind-counts' };
    context.use(row, '主体类型');
    if (row.kind === null) return { is: null, why: 'kind-blank' };
    return BUSINESS_KINDS.has(row.kind) ? { is: true, why: 'kind-counts' } : { is: false, why: 'kind-excluded' };
  },
};

const first: Fact<BusinessRow, YesNoValue> = {
  name: 'first-business',
  zh: '首次创业',
  en: 'first business',
  compute(row, context) {
    context.use(row, '首次创业');
    const is = row.firstBusiness;
    return { is, why: is === true ? 'first-business' : is === null ? 'first-business-blank' : 'not-first-business' };
  },
};

const returnee: Fact<BusinessRow, YesNoValue> = {
  name: 'returnee',
  zh: '返乡创业人员',
  en: 'returnee',
  compute(row, context) {
    context.use(row, '返乡创业人员');
    const is = row.returnee;
    return { is, why: is === true ? 'returnee' : is === null ? 'returnee-blank' : 'not-returnee' };
  },
};

const registered: Fact<BusinessRow, YesNoValue> = {
  name: 'registered',
  zh: '有统一社会信用代码和登记日期',
  en: 'has a credit code and a registration date',
  compute(row, context) {
    context.use(row, '统一社会信用代码', '登记日期');
    const unreadable = row.unreadable?.some((field) => field === 'creditCode' || field === 'registeredOn') === true;
    if (unreadable) return { is: null, why: 'registration-unreadable' };
    return isFilled(row.creditCode) && row.registeredOn !== null
      ? { is: true, why: 'registered' }
      : { is: false, why: 'not-registered' };
  },
};

const normal: Fact<BusinessRow, YesNoValue> = {
  name: 'runs-normally',
  zh: '经营状态正常',
  en: 'runs normally',
  compute(row, context) {
    context.use(row, '经营状态');
    const is = runsNormally(row.status);
    return { is, why: is === true ? 'runs-normally' : is === null ? 'status-unknown' : 'not-normal' };
  },
};

const oldEnough: Fact<BusinessRow, YesNoValue> = {
  name: 'business-old-enough',
  zh: '自登记之日起经营满规定时间',
  en: 'registered for the required time',
  parameters: [{ id: 'business-months', unit: 'months' }],
  compute(row, context) {
    context.use(row, '登记日期');
    const months = context.parameter('business-months');
    if (months === null) return { is: null, why: 'no-parameter' };
    if (row.registeredOn === null) return { is: null, why: 'registration-unreadable' };
    const met = monthsAfter(row.registeredOn, months);
    const is = lasted(row.registeredOn, null, months, context.asOf);
    return { is, met, why: is === true ? 'old-enough' : is === null ? 'registration-unreadable' : 'too-young' };
  },
};

const jobs: Fact<BusinessRow, YesNoValue> = {
  name: 'creates-jobs',
  zh: '带动就业达到规定人数（不含本人）',
  en: 'gives work to the required number besides the owner',
  parameters: [{ id: 'startup-jobs', unit: 'persons' }],
  compute(row, context) {
    context.use(row, '带动就业人数');
    const least = context.parameter('startup-jobs');
    if (least === null) return { is: null, why: 'no-parameter' };
    if (row.jobsCreated === null) return { is: null, why: 'jobs-blank' };
    return row.jobsCreated >= least ? { is: true, why: 'creates-jobs' } : { is: false, why: 'no-jobs' };
  },
};

const evidence: Fact<BusinessRow, YesNoValue> = {
  name: 'has-evidence',
  zh: '经营表有证明材料',
  en: 'evidence is named in 经营',
  reads: ['经营.evidence'],
  compute(row, context) {
    context.use(row, '证明材料');
    return { is: isFilled(row.evidence), why: isFilled(row.evidence) ? 'has-evidence' : 'no-evidence' };
  },
};

const monthsRunning: Fact<BusinessRow, NumberValue> = {
  name: 'months-since-registration',
  zh: '登记满几个月',
  en: 'full months since registration',
  unit: 'months',
  reads: ['经营.registeredOn'],
  compute(row, context) {
    context.use(row, '登记日期');
    if (row.registeredOn === null) return { ...NOT_KNOWN, why: 'registration-unreadable' };
    const months = (day: string): number => fullMonths(day, context.asOf);
    return {
      low: months(latestDay(row.registeredOn)),
      high: months(earliestDay(row.registeredOn)),
      why: 'registration-unreadable',
    };
  },
};

const jobsCreated: Fact<BusinessRow, NumberValue> = {
  name: 'jobs-created',
  zh: '带动就业人数（不含本人）',
  en: 'persons given work besides the owner',
  reads: ['经营.jobsCreated'],
  compute(row, context) {
    context.use(row, '带动就业人数');
    return row.jobsCreated === null ? { ...NOT_KNOWN, why: 'jobs-blank' } : exactly(row.jobsCreated);
  },
};

const ownIncome: Fact<BusinessRow, NumberValue> = {
  name: 'year-income',
  zh: '年经营收入',
  en: 'income of the year from this business',
  reads: ['经营.income'],
  compute(row, context) {
    context.use(row, '年经营收入');
    return row.income === null ? { ...NOT_KNOWN, why: 'own-income-blank' } : exactly(row.income);
  },
};

const kindWord: Fact<BusinessRow, ChoiceValue> = {
  name: 'business-kind',
  zh: '主体类型',
  en: 'kind of business',
  words: WORDS,
  reads: ['经营.kind'],
  compute(row, context) {
    context.use(row, '主体类型');
    return row.kind === null ? { is: null, why: 'kind-blank' } : { is: row.kind, why: 'word' };
  },
};

export const BUSINESS_ROW_FACTS = new FactBook<BusinessRow>({
  money: [ownIncome],
  count: [monthsRunning, jobsCreated],
  yesNo: [kind, first, returnee, registered, normal, oldEnough, jobs, evidence],
  choice: [kindWord],
  units: [],
});
