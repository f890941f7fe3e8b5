import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const standingHold = defineCheck({
  code: 'LED-16',
  name: 'standing-hold',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { payee: 'HH0012', reason: '举报待查', by: '李审核', day: '2024-06-03' },
  text: {
    zh: {
      title: '在停发名单上',
      what: (p) =>
        `${param(p, 'payee')} 由 ${param(p, 'by')} 于 ${param(p, 'day')} 列入停发名单，原因：${param(p, 'reason')}`,
      why: '名单上的人、户和单位在解除以前都不发',
      how: (p) => `查清后用 butie release ${param(p, 'payee')} --of LED-16 --reason 原因 --by 姓名，再重新 run`,
    },
    en: {
      title: 'On the standing list',
      what: (p) =>
        `${param(p, 'by')} put ${param(p, 'payee')} on the standing list on ${param(p, 'day')}: ${param(p, 'reason')}`,
      why: 'nothing is paid to those on the list until they are released',
      how: (p) =>
        `when it is settled: butie release ${param(p, 'payee')} --of LED-16 --reason WHY --by NAME, and run again`,
    },
  },
  examples: [],
});
