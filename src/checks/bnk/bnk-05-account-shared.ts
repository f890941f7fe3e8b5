import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const accountShared = defineCheck({
  code: 'BNK-05',
  name: 'account-shared',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { account: '***************0001', count: 3, names: '张三、李四、王五' },
  text: {
    zh: {
      title: '多人共用一个账号',
      what: (p) =>
        `一个账号应只属一人（户），现 ${param(p, 'account')} 被 ${param(p, 'count')} 个收款人共用：${param(p, 'names')}`,
      why: '可能代持卡或冒领',
      how: '请逐一核实，确属代领的留存委托书',
    },
    en: {
      title: 'One account for several payees',
      what: (p) =>
        `an account belongs to one payee; ${param(p, 'account')} is used by ${param(p, 'count')}: ${param(p, 'names')}`,
      why: 'cards held for others are a sign of fraud',
      how: 'verify each; keep a written mandate',
    },
  },
  examples: [],
});
