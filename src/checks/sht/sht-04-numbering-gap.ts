import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const numberingGap = defineCheck({
  code: 'SHT-04',
  name: 'numbering-gap',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { found: '19', expected: '18' },
  text: {
    zh: {
      title: '序号不连续',
      what: (p) => `序号应为 ${param(p, 'expected')}，现为 ${param(p, 'found')}`,
      why: '可能漏行或重行，漏掉的人领不到',
      how: '请与原始名册核对，补齐或重新编号',
    },
    en: {
      title: 'Numbering is not continuous',
      what: (p) => `the number should be ${param(p, 'expected')}, it is ${param(p, 'found')}`,
      why: 'a row may be missing or doubled',
      how: 'compare with the original list, add the missing row or number again',
    },
  },
  examples: [],
});
