import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const conservationBroken = defineCheck({
  code: 'LED-09',
  name: 'conservation-broken',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { lines: 1, amount: '2000.00' },
  text: {
    zh: {
      title: '账不平',
      what: (p) =>
        `应发应等于已付、退回、失败、停发、在途之和，现相差 ${param(p, 'lines')} 笔、${param(p, 'amount')} 元`,
      why: '账不平的批次不能关账',
      how: '请运行 ledger verify 查明是哪一笔',
    },
    en: {
      title: 'The books do not balance',
      what: (p) =>
        `due should be paid + returned + failed + stopped + in flight; it is off by ${param(p, 'lines')} lines and ${param(p, 'amount')} yuan`,
      why: 'a batch that does not balance cannot be closed',
      how: 'run ledger verify to find the line',
    },
  },
  examples: [],
});
