import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const overpaidBefore = defineCheck({
  code: 'LED-13',
  name: 'overpaid-before',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { paid: '3000.00', due: '2000.00', excess: '1000.00', batch: 'ningdong-2023-62.2024-06.main' },
  text: {
    zh: {
      title: '以前多发了',
      what: (p) =>
        `应补 ${param(p, 'due')} 元，现已发 ${param(p, 'paid')} 元，多发 ${param(p, 'excess')} 元（最近在批次 ${param(p, 'batch')}）`,
      why: '本次不付，也不会出现负数；多发的要另行追回',
      how: '请核对数据为何变少；确属多发的用 reverse 登记追回',
    },
    en: {
      title: 'Overpaid before',
      what: (p) =>
        `${param(p, 'due')} yuan are due, ${param(p, 'paid')} were paid: ${param(p, 'excess')} too much (last in batch ${param(p, 'batch')})`,
      why: 'nothing is paid and nothing goes negative; the excess must be clawed back',
      how: 'find out why the figures fell; record the clawback with reverse',
    },
  },
  examples: [],
});
