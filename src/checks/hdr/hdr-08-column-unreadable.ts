import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const columnUnreadable = defineCheck({
  code: 'HDR-08',
  name: 'column-unreadable',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { field: '年务工收入', count: 320, total: 400 },
  text: {
    zh: {
      title: '整列大多读不出来',
      what: (p) => `「${param(p, 'field')}」应逐行可读，现 ${param(p, 'total')} 行中有 ${param(p, 'count')} 行读不出来`,
      why: '多半是列对错了或格式整列不对；读不出的行暂不发放',
      how: (p) => `请先核对这一列是不是「${param(p, 'field')}」；是的话统一格式后重新运行`,
    },
    en: {
      title: 'Most of a column cannot be read',
      what: (p) =>
        `every row of "${param(p, 'field')}" should be readable; ${param(p, 'count')} of ${param(p, 'total')} are not`,
      why: 'most likely it is another column or one wrong format; rows that cannot be read are held',
      how: (p) => `check that the column is "${param(p, 'field')}"; if so, repair its format and run again`,
    },
  },
  examples: [],
});
