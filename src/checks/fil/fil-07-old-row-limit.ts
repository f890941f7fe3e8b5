import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const oldRowLimit = defineCheck({
  code: 'FIL-07',
  name: 'old-row-limit',
  severity: 'warning',
  stage: 'reader',
  needs: [],
  sample: { rows: 65536 },
  text: {
    zh: {
      title: '行数到了旧格式上限',
      what: (p) => `旧版 .xls 最多 65,536 行，现有 ${param(p, 'rows')} 行`,
      why: '超出的行在另存时会被截掉，漏掉的人就领不到',
      how: '请核对最后一行是不是名册的最后一人；不是就改存 .xlsx 重新导出',
    },
    en: {
      title: 'At the row limit of the old format',
      what: (p) => `an old .xls holds 65,536 rows at most; this one has ${param(p, 'rows')}`,
      why: 'rows beyond the limit are cut when saving, and those people are not paid',
      how: 'check that the last row is the last person; if not, export again as .xlsx',
    },
  },
  examples: [],
});
