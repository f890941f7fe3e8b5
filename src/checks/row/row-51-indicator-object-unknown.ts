import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A row of 指标填报 must not vanish: what no target counts is told. */
export const indicatorObjectUnknown = defineCheck({
  code: 'ROW-51',
  name: 'indicator-object-unknown',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { clause: 'J12', value: '已完成投资额', known: '完成投资、计划投资' },
  text: {
    zh: {
      title: '填报的对象不是这一条款要的',
      what: (p) => `条款${param(p, 'clause')}的对象应为${param(p, 'known')}，现为${param(p, 'value')}`,
      why: '这一行没有计入任何目标',
      how: '请按条款改写对象；分地方填的写成「乡镇／对象」',
    },
    en: {
      title: 'An object reported that its clause does not name',
      what: (p) => `the object of ${param(p, 'clause')} should be one of ${param(p, 'known')}, is ${param(p, 'value')}`,
      why: 'the row was counted for no target',
      how: 'write the object as the clause names it, after its place where it is reported by place',
    },
  },
  examples: [],
});
