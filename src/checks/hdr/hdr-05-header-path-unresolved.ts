import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A warning: the column is left out and said so; where a required one is lost with it, HDR-01 refuses the sheet. */
export const headerPathUnresolved = defineCheck({
  code: 'HDR-05',
  name: 'header-path-unresolved',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { path: '收入情况 / 其他' },
  text: {
    zh: {
      title: '多级表头对应不上',
      what: (p) => `多级表头应能对应到一列，现「${param(p, 'path')}」对应不上`,
      why: '不知道这一列是什么，不能用来核算',
      how: '请把最下面一行表头写成标准列名，或用 --map 指定',
    },
    en: {
      title: 'A multi-row header cannot be resolved',
      what: (p) => `each header path should lead to one column; "${param(p, 'path')}" does not`,
      why: 'the meaning of this column is unknown, so it is not used',
      how: 'write the standard name in the lowest header row, or use --map',
    },
  },
  examples: [],
});
