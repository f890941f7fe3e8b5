import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const totalDiffers = defineCheck({
  code: 'SHT-03',
  name: 'total-differs',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { column: '年务工收入', stated: '52000.00', summed: '50000.00', difference: '2000.00' },
  text: {
    zh: {
      title: '合计与明细不符',
      what: (p) =>
        `「${param(p, 'column')}」合计应为 ${param(p, 'summed')}，现为 ${param(p, 'stated')}，相差 ${param(p, 'difference')}`,
      why: '合计对不上，可能漏了行或改过数字；按明细核算，合计不参与',
      how: '请核对有没有漏行、重行，或重新求和',
    },
    en: {
      title: 'The total differs from the rows',
      what: (p) =>
        `the total of "${param(p, 'column')}" should be ${param(p, 'summed')}, it says ${param(p, 'stated')}: ${param(p, 'difference')} apart`,
      why: 'a row may be missing or a figure changed; the rows are used, the total is not',
      how: 'look for missing or doubled rows, or sum again',
    },
  },
  examples: [],
});
