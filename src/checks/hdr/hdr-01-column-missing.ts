import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const columnMissing = defineCheck({
  code: 'HDR-01',
  name: 'column-missing',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: {
    missing: '身份证号',
    synonyms: '身份证号码、公民身份号码、证件号码',
    unmatched: '证件',
    option: "--column '证件=身份证号'",
  },
  text: {
    zh: {
      title: '缺少必填列',
      what: (p) => `应有「${param(p, 'missing')}」列，现没有找到；没有用上的列：${param(p, 'unmatched')}`,
      why: '缺了这一列就不能核算，这张表不采用',
      how: (p) =>
        `请把对应的列名改成「${param(p, 'missing')}」（也认：${param(p, 'synonyms')}），或加上 ${param(p, 'option')}`,
    },
    en: {
      title: 'A required column is missing',
      what: (p) =>
        `there should be a column "${param(p, 'missing')}", none was found; columns not used: ${param(p, 'unmatched')}`,
      why: 'nothing can be computed without it; this sheet is refused',
      how: (p) =>
        `rename the column to "${param(p, 'missing')}" (also known: ${param(p, 'synonyms')}), or add ${param(p, 'option')}`,
    },
  },
  examples: [],
});
