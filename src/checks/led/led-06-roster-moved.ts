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
        p['against'] === 'roster'
          ? `与上期花名册的${param(p, 'table')}表比，新增 ${param(p, 'added')} 个、减少 ${param(p, 'gone')} 个，账户变更 ${param(p, 'accounts')} 个（${param(p, 'names')} 等）`
          : `与上次已审核批次比，新增 ${param(p, 'added')} 个、减少 ${param(p, 'gone')} 个（${param(p, 'names')} 等）`,
      why: '增减没有原因时，审计会要求逐一说明',
      how: (p) =>
        p['against'] === 'roster'
          ? '运行 butie diff 旧花名册 新花名册 看逐户的变动，逐一附上原因'
          : '请看变动表（payout.xlsx），逐一附上原因',
    },
    en: {
      title: 'Payees came and went',
      what: (p) =>
        p['against'] === 'roster'
          ? `against table ${param(p, 'table')} of the previous roster ${param(p, 'added')} are new, ${param(p, 'gone')} are gone, ${param(p, 'accounts')} accounts changed (${param(p, 'names')} …)`
          : `against the last approved batch ${param(p, 'added')} are new and ${param(p, 'gone')} are gone (${param(p, 'names')} …)`,
      why: 'auditors ask for a reason for each',
      how: (p) =>
        p['against'] === 'roster'
          ? 'run butie diff OLD NEW for every change and note the reasons'
          : 'see the change sheet in payout.xlsx and note the reasons',
    },
  },
  examples: [],
});
