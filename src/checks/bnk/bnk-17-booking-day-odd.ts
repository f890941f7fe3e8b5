import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const bookingDayOdd = defineCheck({
  code: 'BNK-17',
  name: 'booking-day-odd',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '2024-05-01', exported: '2024-06-12', until: '2025-06-12' },
  text: {
    zh: {
      title: '入账日期不合理',
      what: (p) =>
        `入账日期应在送银行之日 ${param(p, 'exported')} 至 ${param(p, 'until')} 之间，现为 ${param(p, 'found')}`,
      why: '结果已登记，但可能用错了回盘文件',
      how: '请核对文件是否属于本批次',
    },
    en: {
      title: 'An odd booking day',
      what: (p) =>
        `the bank should book between ${param(p, 'exported')}, when it got the file, and ${param(p, 'until')}; it says ${param(p, 'found')}`,
      why: 'the result was taken, but the file may be the wrong one',
      how: 'check that the file belongs to this batch',
    },
  },
  examples: [],
});
