import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const payeeNotOwner = defineCheck({
  code: 'BNK-04',
  name: 'payee-not-owner',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '李四', payee: '张三' },
  text: {
    zh: {
      title: '账户名称与收款人不同',
      what: (p) => `账户名称应为 ${param(p, 'payee')}，现为 ${param(p, 'found')}`,
      why: '户名不符会退票；钱也可能进了别人的账户',
      how: '请核对存折户名；收款人应为本人或本户户主',
    },
    en: {
      title: 'The account is not in the payee’s name',
      what: (p) => `the account should be in the name of ${param(p, 'payee')}, it is ${param(p, 'found')}`,
      why: 'the bank returns it, or the money reaches somebody else',
      how: 'compare with the passbook; the payee is the person or the head of the household',
    },
  },
  examples: [],
});
