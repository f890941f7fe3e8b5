import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const twoColumnsOneField = defineCheck({
  code: 'HDR-02',
  name: 'two-columns-one-field',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { first: '年务工收入', second: '务工收入（元）', field: '年务工收入' },
  text: {
    zh: {
      title: '两列是同一项',
      what: (p) => `「${param(p, 'field')}」应只有一列，现「${param(p, 'first')}」和「${param(p, 'second')}」都是`,
      why: '不知道该用哪一列的金额，这张表不采用',
      how: '请删去或改名其中一列，或用 --map 指定用哪一列',
    },
    en: {
      title: 'Two columns for one field',
      what: (p) =>
        `there should be one column for ${param(p, 'field')}; "${param(p, 'first')}" and "${param(p, 'second')}" both are`,
      why: 'nobody can tell which one to pay by; this sheet is refused',
      how: 'delete or rename one of them, or choose with --map',
    },
  },
  examples: [],
});
