import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const householdCap = defineCheck({
  code: 'HHD-14',
  name: 'household-cap',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { due: '8000.00', cap: '5000.00', order: '就业奖补、创业奖补', benefit: '创业奖补', amount: '2000.00' },
  text: {
    zh: {
      title: '超过每户上限，已核减',
      what: (p) =>
        `每户合计应不超过 ${param(p, 'cap')} 元，现本次合计 ${param(p, 'due')} 元；已按先后（${param(p, 'order')}）核减，${param(p, 'benefit')}本次 ${param(p, 'amount')} 元`,
      why: '超过上限的部分按政策不发，这是核算结果，不是填表错误',
      how: '请在公示和告知中说明核减原因；不必改花名册，核减过程用 butie explain 查看',
    },
    en: {
      title: 'Cut to the household cap',
      what: (p) =>
        `a household should get ${param(p, 'cap')} yuan at most, ${param(p, 'due')} were computed; cut in the order ${param(p, 'order')}, ${param(p, 'benefit')} comes to ${param(p, 'amount')}`,
      why: 'the policy does not pay what is over the cap; this is an outcome, not a mistake in the file',
      how: 'tell the household why; the roster need not change, and butie explain shows the cut',
    },
  },
  examples: [],
});
