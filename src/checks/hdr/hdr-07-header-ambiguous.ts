import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const headerAmbiguous = defineCheck({
  code: 'HDR-07',
  name: 'header-ambiguous',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { header: '务工时间', meanings: '务工月数、务工开始日期' },
  text: {
    zh: {
      title: '列名有两种意思',
      what: (p) => `列名应只有一种意思，现「${param(p, 'header')}」可以是：${param(p, 'meanings')}`,
      why: '看错意思就算错，没有采用这一列',
      how: '请改成其中一个标准列名，或用 --map 指定',
    },
    en: {
      title: 'A column name means two things',
      what: (p) => `a column name should mean one thing; "${param(p, 'header')}" may be ${param(p, 'meanings')}`,
      why: 'a wrong reading computes wrongly, so the column was not used',
      how: 'rename it to one of these, or use --map',
    },
  },
  examples: [],
});
