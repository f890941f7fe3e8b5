import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const dueAgain = defineCheck({
  code: 'LED-15',
  name: 'due-again',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { amount: '2000.00', benefit: '就业奖补', payee: 'HH0012', batch: 'ningdong-2023-62.2024-06.main', line: 12 },
  text: {
    zh: {
      title: '因追回或停发而又成应发',
      what: (p) =>
        `${param(p, 'benefit')} ${param(p, 'amount')} 元，只因批次 ${param(p, 'batch')} 第 ${param(p, 'line')} 笔追回或停发才又成应发`,
      why: '追回、停发都有原因，原因没有消除就不能再发，这笔钱不发',
      how: (p) =>
        `不该发的，请改花名册；确应再发的，用 butie release ${param(p, 'payee')} --of LED-15 --reason 原因 --by 姓名，再重新 run`,
    },
    en: {
      title: 'Due again after a reversal or stop',
      what: (p) =>
        `${param(p, 'amount')} yuan of ${param(p, 'benefit')} are due only because line ${param(p, 'line')} of ${param(p, 'batch')} was reversed or stopped`,
      why: 'it was taken back for a reason; while that stands it is not paid again',
      how: (p) =>
        `correct the roster if it is not due; else butie release ${param(p, 'payee')} --of LED-15 --reason WHY --by NAME, and run again`,
    },
  },
  examples: [],
});
