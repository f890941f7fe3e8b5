import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const yearDiffers = defineCheck({
  code: 'HDR-11',
  name: 'year-differs',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { stated: 2024, found: '2023', count: 3 },
  text: {
    zh: {
      title: '给的年度与表中不同',
      what: (p) =>
        `给的收入年度是 ${param(p, 'stated')}，表里有 ${param(p, 'count')} 行写的是 ${param(p, 'found')}，以表为准`,
      why: '一户只按一个年度核算，年度错了会重发或漏发',
      how: '请核对是哪一年：表里对的，去掉 --year；表里错的，改表里的收入年度',
    },
    en: {
      title: 'The stated year differs from the table',
      what: (p) =>
        `the income year given is ${param(p, 'stated')}; ${param(p, 'count')} rows of the table say ${param(p, 'found')}, and the table counts`,
      why: 'a household is assessed for one year; a wrong one pays twice or not at all',
      how: 'find out which year it is: leave out --year, or correct the column in the table',
    },
  },
  examples: [],
});
