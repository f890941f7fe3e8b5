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
      how: '请先核对列名是否对应；列没有错就统一格式后重新运行',
    },
    en: {
      title: 'Most of a column cannot be read',
      what: (p) =>
        `every row of "${param(p, 'field')}" should be readable; ${param(p, 'count')} of ${param(p, 'total')} are not`,
      why: 'most likely it is another column or one wrong format; rows that cannot be read are held',
      how: 'check that it is the right column; if it is, repair its format and run again',
    },
  },
  examples: [],
});
