import { defineCheck } from '../define-check.js';
import type { Params } from '../../findings/finding.js';
import { param } from '../param.js';

/** The first meaning, without the remark on whose it is. */
function first(params: Params): string {
  return (
    param(params, 'meanings')
      .split('、')[0]
      ?.replace(/（.*）$/, '') ?? ''
  );
}

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
      how: (p) =>
        `请改成其中一个标准列名，或在命令后面加上 --column '${param(p, 'header')}=${first(p)}'；不用这一列写 --column '${param(p, 'header')}=不用'`,
    },
    en: {
      title: 'A column name means two things',
      what: (p) => `a column name should mean one thing; "${param(p, 'header')}" may be ${param(p, 'meanings')}`,
      why: 'a wrong reading computes wrongly, so the column was not used',
      how: (p) =>
        `rename it to one of these, or add --column '${param(p, 'header')}=${first(p)}'; --column '${param(p, 'header')}=none' leaves it out`,
    },
  },
  examples: [],
});
