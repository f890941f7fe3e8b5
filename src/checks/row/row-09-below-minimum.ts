import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const belowMinimum = defineCheck({
  code: 'ROW-09',
  name: 'below-minimum',
  severity: 'info',
  stage: 'rules',
  needs: [],
  sample: { found: '4个月', minimum: '6个月' },
  text: {
    zh: {
      title: '未达到最低要求',
      what: (p) => `应不少于${param(p, 'minimum')}，现为${param(p, 'found')}`,
      why: '按政策这一项不予奖补；这是核算结果，不是填表错误',
      how: '不必处理；如果填错了，请改正后重新运行',
    },
    en: {
      title: 'Below the minimum',
      what: (p) => `should be ${param(p, 'minimum')} or more, is ${param(p, 'found')}`,
      why: 'the policy pays nothing for it; this is an outcome, not a mistake in the file',
      how: 'nothing to do; if the figure is wrong, correct it and run again',
    },
  },
  examples: [],
});
