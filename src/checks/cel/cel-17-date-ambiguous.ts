import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const dateAmbiguous = defineCheck({
  code: 'CEL-17',
  name: 'date-ambiguous',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { found: '2023.1', readings: '2023年1月、2023年10月' },
  text: {
    zh: {
      title: '日期有两种读法',
      what: (p) => `日期应只有一种读法，现为「${param(p, 'found')}」，可以是：${param(p, 'readings')}`,
      why: '差几个月就可能多发或漏发，不能替您选，本户（本人）暂不发放',
      how: '请写成 2023-01 或 2023-10 这样的文本',
    },
    en: {
      title: 'A date with two readings',
      what: (p) => `a date should have one reading; "${param(p, 'found')}" may be ${param(p, 'readings')}`,
      why: 'some months more or less decide the payment, so nobody guesses; it is held',
      how: 'write it as text, such as 2023-01 or 2023-10',
    },
  },
  examples: [],
});
