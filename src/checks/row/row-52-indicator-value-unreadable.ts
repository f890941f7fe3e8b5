import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A row of 指标填报 must not vanish: what no target counts is told. */
export const indicatorValueUnreadable = defineCheck({
  code: 'ROW-52',
  name: 'indicator-value-unreadable',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { clause: 'J14', value: '正在办', known: '是或否' },
  text: {
    zh: {
      title: '填报的指标值读不出来',
      what: (p) => `条款${param(p, 'clause')}的指标值应为${param(p, 'known')}，现为${param(p, 'value')}`,
      why: '这一行按资料不全处理',
      how: '请改成数字，或者是、否',
    },
    en: {
      title: 'A reported value that cannot be read',
      what: (p) =>
        `the 指标值 of ${param(p, 'clause')} should be ${param(p, 'known') === '数字' ? 'a number' : '是 or 否'}, is ${param(p, 'value')}`,
      why: 'the row counts as unknown',
      how: 'write a number, or 是 or 否',
    },
  },
  examples: [],
});
