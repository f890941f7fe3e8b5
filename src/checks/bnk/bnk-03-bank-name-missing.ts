import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const bankNameMissing = defineCheck({
  code: 'BNK-03',
  name: 'bank-name-missing',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '' },
  text: {
    zh: {
      title: '开户银行没有写或不认识',
      what: (p) => `应写明开户银行全称，现为 ${param(p, 'found')}`,
      why: '跨行发放时缺开户行会退票',
      how: '请补写开户银行全称',
    },
    en: {
      title: 'Bank name missing or unknown',
      what: (p) => `the bank’s full name should be given, it is ${param(p, 'found')}`,
      why: 'payments to another bank come back without it',
      how: 'write the full name of the bank',
    },
  },
  examples: [],
});
