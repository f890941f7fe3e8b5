import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A 劳务输出 row that may count and cannot be decided. */
export const placementUndecided = defineCheck({
  code: 'ROW-25',
  name: 'placement-undecided',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { reason: '户籍县区空白或看不出是否本地', reasonEn: 'the home county of the worker is blank or unclear' },
  text: {
    zh: {
      title: '劳务输出记录无法判定',
      what: (p) => `这一行无法判定：${param(p, 'reason')}`,
      why: '此人暂不计入补贴人数',
      how: '请补齐户籍县区和起止日期后重新运行',
    },
    en: {
      title: 'A placement cannot be decided',
      what: (p) => `this row cannot be decided: ${param(p, 'reasonEn')}`,
      why: 'the worker is not counted',
      how: 'complete home county and dates and run again',
    },
  },
  examples: [],
});
