import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A course that may count and cannot be decided. */
export const courseUndecided = defineCheck({
  code: 'ROW-29',
  name: 'course-undecided',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { reason: '是否合格空白', reasonEn: 'whether passed is blank' },
  text: {
    zh: {
      title: '培训记录无法判定',
      what: (p) => `这一行无法判定：${param(p, 'reason')}`,
      why: '此次培训暂不计入补贴',
      how: '请补齐是否合格、起止日期和培训天数后重新运行',
    },
    en: {
      title: 'A course cannot be decided',
      what: (p) => `this row cannot be decided: ${param(p, 'reasonEn')}`,
      why: 'the course is not counted',
      how: 'complete the pass mark, dates and days and run again',
    },
  },
  examples: [],
});
