import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const rosterMoved = defineCheck({
  code: 'LED-06',
  name: 'roster-moved',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { added: 3, gone: 2, names: '张**、李*' },
  text: {
    zh: {
      title: '人员有增减',
      what: (p) =>
        `与上次已审核批次比，新增 ${param(p, 'added')} 个、减少 ${param(p, 'gone')} 个（${param(p, 'names')} 等）`,
      why: '增减没有原因时，审计会要求逐一说明',
      how: '请看变动表（payout.xlsx），逐一附上原因',
    },
    en: {
      title: 'Payees came and went',
      what: (p) =>
        `against the last approved batch ${param(p, 'added')} are new and ${param(p, 'gone')} are gone (${param(p, 'names')} …)`,
      why: 'auditors ask for a reason for each',
      how: 'see the change sheet in payout.xlsx and note the reasons',
    },
  },
  examples: [],
});
