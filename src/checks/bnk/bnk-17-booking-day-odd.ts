import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const bookingDayOdd = defineCheck({
  code: 'BNK-17',
  name: 'booking-day-odd',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '2024-05-01', exported: '2024-06-12', today: '2024-06-20' },
  text: {
    zh: {
      title: '入账日期不合理',
      what: (p) =>
        `入账日期应在导出日 ${param(p, 'exported')} 之后、今天 ${param(p, 'today')} 之前，现为 ${param(p, 'found')}`,
      why: '结果已登记，但可能用错了回盘文件',
      how: '请核对文件是否属于本批次',
    },
    en: {
      title: 'An odd booking day',
      what: (p) =>
        `the bank should book between export (${param(p, 'exported')}) and today (${param(p, 'today')}); it says ${param(p, 'found')}`,
      why: 'the result was taken, but the file may be the wrong one',
      how: 'check that the file belongs to this batch',
    },
  },
  examples: [],
});
