import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const overBudget = defineCheck({
  code: 'LED-10',
  name: 'over-budget',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { benefit: '务工奖补', used: '120000.00', budget: '100000.00' },
  text: {
    zh: {
      title: '超过预算指标',
      what: (p) =>
        p['batch'] === undefined
          ? `${param(p, 'benefit')}应不超过指标 ${param(p, 'budget')} 元，现已用 ${param(p, 'used')} 元`
          : `${param(p, 'benefit')}应不超过指标 ${param(p, 'budget')} 元，现连同本批 ${param(p, 'batch')} 元共 ${param(p, 'used')} 元`,
      why: '超指标支出财政不予清算',
      how: '请调整指标，或核对是否有应追回的款项',
    },
    en: {
      title: 'Over budget',
      what: (p) =>
        p['batch'] === undefined
          ? `${param(p, 'benefit')} should stay within ${param(p, 'budget')} yuan; ${param(p, 'used')} are used`
          : `${param(p, 'benefit')} should stay within ${param(p, 'budget')} yuan; with ${param(p, 'batch')} of this batch it is ${param(p, 'used')}`,
      why: 'the treasury does not settle what is over the budget',
      how: 'raise the budget or look for what should come back',
    },
  },
  examples: [],
});
