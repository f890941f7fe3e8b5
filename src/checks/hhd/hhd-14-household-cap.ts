import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const householdCap = defineCheck({
  code: 'HHD-14',
  name: 'household-cap',
  severity: 'info',
  stage: 'rules',
  needs: [],
  sample: { amount: '8000.00', cap: '5000.00', method: '先务工后经营' },
  text: {
    zh: {
      title: '超过每户上限，已核减',
      what: (p) =>
        `每户合计应不超过 ${param(p, 'cap')} 元，现算得 ${param(p, 'amount')} 元，已按${param(p, 'method')}核减`,
      why: '超过上限的部分按政策不发，这是核算结果',
      how: '不必处理；核减过程用 butie explain 查看',
    },
    en: {
      title: 'Cut to the household cap',
      what: (p) =>
        `a household gets ${param(p, 'cap')} yuan at most; ${param(p, 'amount')} were computed, cut by ${param(p, 'method')}`,
      why: 'the policy does not pay what is over the cap; this is an outcome',
      how: 'nothing to do; butie explain shows the cut',
    },
  },
  examples: [],
});
