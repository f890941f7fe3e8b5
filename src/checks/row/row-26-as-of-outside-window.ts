import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** For 利通区 as-of must lie in the window. */
export const asOfOutsideWindow = defineCheck({
  code: 'ROW-26',
  name: 'as-of-outside-window',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { asOf: '2024-01-31', from: '2021-01-01', to: '2023-12-31' },
  text: {
    zh: {
      title: '基准日不在政策执行期内',
      what: (p) => `基准日应在政策执行期（${param(p, 'from')}至${param(p, 'to')}）内，现为${param(p, 'asOf')}`,
      why: '政策已到期或尚未开始，本次全部不发',
      how: '请用 --as-of 指定执行期内的基准日，或核对政策是否选对',
    },
    en: {
      title: 'Assessment date outside the window',
      what: (p) =>
        `the assessment date should lie in the window (${param(p, 'from')} to ${param(p, 'to')}), is ${param(p, 'asOf')}`,
      why: 'nothing at all is paid',
      how: 'give a date in the window with --as-of, or check that the policy is the right one',
    },
  },
  examples: [],
});
