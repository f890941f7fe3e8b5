import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const resultNotUnderstood = defineCheck({
  code: 'BNK-20',
  name: 'result-not-understood',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { found: '已核销' },
  text: {
    zh: {
      title: '银行结果看不懂',
      what: (p) => `结果应清楚说明成功、失败或退回，现为“${param(p, 'found')}”`,
      why: '看不懂的结果不能算已付，该笔保持在途',
      how: (p) => `请问清银行，用 --result '${param(p, 'found')}=成功'（或 失败、退回、在途）说明；不要改银行的文件`,
    },
    en: {
      title: 'A result nobody understands',
      what: (p) => `it should say success, failure or return; it says "${param(p, 'found')}"`,
      why: 'it cannot count as paid; the line stays in flight',
      how: (p) =>
        `ask the bank, then say --result '${param(p, 'found')}=paid' (or failed, returned, pending); leave its file as it is`,
    },
  },
  examples: [],
});
