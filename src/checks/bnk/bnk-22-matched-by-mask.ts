import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const matchedByMask = defineCheck({
  code: 'BNK-22',
  name: 'matched-by-mask',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { count: 4 },
  text: {
    zh: {
      title: '银行遮盖了账号或户名',
      what: (p) => `应写全账号和户名，现有 ${param(p, 'count')} 行只露出一部分，按露出的数字和字核对`,
      why: '露出的部分与发放一致才采用；看不见的部分没有核对',
      how: '有疑问时请向银行要不遮盖的回盘',
    },
    en: {
      title: 'The bank masks accounts or names',
      what: (p) =>
        `accounts and names should be whole; ${param(p, 'count')} rows show parts and were matched by what they show`,
      why: 'what is shown agrees with what was sent; what is hidden was not compared',
      how: 'in doubt ask the bank for a file without masks',
    },
  },
  examples: [],
});
