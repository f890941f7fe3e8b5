import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const alreadyPaid = defineCheck({
  code: 'LED-01',
  name: 'already-paid',
  severity: 'info',
  stage: 'ledger',
  needs: [],
  sample: { paid: '2000.00', batch: 'ningdong-2023-62.2024-06.main', period: '2024-06' },
  text: {
    zh: {
      title: '已经发过',
      what: (p) =>
        `应补金额减去已发，现 ${param(p, 'period')} 已在批次 ${param(p, 'batch')} 发放 ${param(p, 'paid')} 元`,
      why: '同一项目同一年度不能重复发放，本次不再付',
      how: '不必处理；如认为少发，请核对该批次的明细',
    },
    en: {
      title: 'Already paid',
      what: (p) =>
        `what is due less what was paid: ${param(p, 'paid')} yuan were paid in ${param(p, 'period')}, batch ${param(p, 'batch')}`,
      why: 'the same benefit and year is not paid twice; nothing is paid now',
      how: 'nothing to do; if it seems too little, look at that batch',
    },
  },
  examples: [],
});
