import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** 务工月数 without dates does not say of which year: it is taken as that of the assessment date. */
export const monthsWithoutDates = defineCheck({
  code: 'ROW-31',
  name: 'months-without-dates',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { benefit: '务工交通补贴', amount: '800.00' },
  text: {
    zh: {
      title: '只有务工月数，没有起止日期',
      what: (p) =>
        `应填务工开始日期，现只有务工月数；当作本年度的月数，核算${param(p, 'benefit')}${param(p, 'amount')}元`,
      why: '看不出是哪一年的月数，同一段务工可能在两年里各领一次',
      how: '请补填务工开始日期和结束日期后重新运行',
    },
    en: {
      title: 'Months of work without dates',
      what: (p) =>
        `the start of work should be given; only months are, taken as this year's: ${param(p, 'benefit')} ${param(p, 'amount')}`,
      why: 'nothing says of which year they are: one spell might be paid in two years',
      how: 'fill in the start and end of the work and run again',
    },
  },
  examples: [],
});
