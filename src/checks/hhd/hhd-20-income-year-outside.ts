import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** An income year outside the window pays nothing, with a finding; never an error. */
export const incomeYearOutside = defineCheck({
  code: 'HHD-20',
  name: 'income-year-outside',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { year: 2026, from: '2022-10-01', to: '2025-09-30' },
  text: {
    zh: {
      title: '收入年度不在政策执行期内',
      what: (p) => `收入年度应在政策执行期（${param(p, 'from')}至${param(p, 'to')}）内，现为${param(p, 'year')}年`,
      why: '本户这一年度不发奖补',
      how: '填错年度的请改正；填得对的不必处理',
    },
    en: {
      title: 'Income year outside the window',
      what: (p) =>
        `the income year should lie in the window (${param(p, 'from')} to ${param(p, 'to')}), is ${param(p, 'year')}`,
      why: 'nothing is paid to this household for that year',
      how: 'correct the year if it is wrong; otherwise nothing to do',
    },
  },
  examples: [],
});
