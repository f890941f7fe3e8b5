import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const blankRowsIgnored = defineCheck({
  code: 'SHT-06',
  name: 'blank-rows-ignored',
  severity: 'info',
  stage: 'tables',
  needs: [],
  sample: { count: 5, rows: '6–10' },
  text: {
    zh: {
      title: '忽略了空白行',
      what: (p) =>
        `数据中间应没有空行，现有空白、占位或预留行 ${param(p, 'count')} 行，已忽略：第 ${param(p, 'rows')} 行`,
      why: '空行不影响核算',
      how: '不必处理；如果那里本该有人，请补上',
    },
    en: {
      title: 'Blank rows were ignored',
      what: (p) => `${param(p, 'count')} blank, placeholder or prepared rows were left out: ${param(p, 'rows')}`,
      why: 'blank rows change nothing',
      how: 'nothing to do, unless somebody should stand there',
    },
  },
  examples: [],
});
