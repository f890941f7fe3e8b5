import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const paidInOtherHousehold = defineCheck({
  code: 'LED-03',
  name: 'paid-in-other-household',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { batch: 'ningdong-2023-62.2024-06.main', household: 'HH0034' },
  text: {
    zh: {
      title: '此人曾以别的户领取',
      what: (p) => `一人应只在一户，现查到曾在批次 ${param(p, 'batch')} 以户编号 ${param(p, 'household')} 领取`,
      why: '可能换了户编号、拆户或重复登记，按人计的上限已合并计算',
      how: '请核对户口簿，确认是同一户还是已分户',
    },
    en: {
      title: 'Paid before under another household',
      what: (p) =>
        `a person belongs to one household; batch ${param(p, 'batch')} paid this one under ${param(p, 'household')}`,
      why: 'the number may have changed, the household been split or listed twice; caps by person count both',
      how: 'check the household register',
    },
  },
  examples: [],
});
