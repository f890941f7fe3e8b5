import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A year that has not ended by as-of is paid as claimed, with a warning. */
export const incomeYearNotEnded = defineCheck({
  code: 'HHD-21',
  name: 'income-year-not-ended',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { year: 2024, until: '2024-09-30', asOf: '2024-08-31' },
  text: {
    zh: {
      title: '收入年度尚未结束',
      what: (p) => `${param(p, 'year')}收入年度到${param(p, 'until')}才结束，基准日为${param(p, 'asOf')}`,
      why: '全年收入还没有定数，本次按填报数发放，年终可能要补或退',
      how: '请核对填报的是不是全年收入；不是的，等年度结束后再报',
    },
    en: {
      title: 'Income year not over yet',
      what: (p) =>
        `income year ${param(p, 'year')} ends on ${param(p, 'until')}; the assessment date is ${param(p, 'asOf')}`,
      why: 'the figure is paid as claimed and may change by the end of the year',
      how: 'check that the figure is for the whole year, or claim again when it is over',
    },
  },
  examples: [],
});
