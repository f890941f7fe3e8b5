import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const accountChanged = defineCheck({
  code: 'LED-05',
  name: 'account-changed',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { before: '***************0001', after: '***************0002', batch: 'ningdong-2023-62.2024-06.main' },
  text: {
    zh: {
      title: '收款账号与上次不同',
      what: (p) => `上次（批次 ${param(p, 'batch')}）账号为 ${param(p, 'before')}，现为 ${param(p, 'after')}`,
      why: '发放前更换账号是冒领的常见迹象，钱会打到新账号',
      how: '请核对存折或社保卡，并留存本人确认',
    },
    en: {
      title: 'The account differs from last time',
      what: (p) => `batch ${param(p, 'batch')} paid to ${param(p, 'before')}, now it is ${param(p, 'after')}`,
      why: 'an account changed just before payment is a common sign of fraud',
      how: 'compare with the passbook or card and keep the owner’s confirmation',
    },
  },
  examples: [],
});
