import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const unknownColumns = defineCheck({
  code: 'HDR-03',
  name: 'unknown-columns',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { headers: '民族、文化程度', count: 2 },
  text: {
    zh: {
      title: '有不认识的列',
      what: (p) => `每列应认得出，现有 ${param(p, 'count')} 列未识别：${param(p, 'headers')}`,
      why: '未识别的列不参与核算，也不会丢',
      how: '不用的不必处理；要用的请改成标准列名，或用 --map 指定',
    },
    en: {
      title: 'Unknown columns',
      what: (p) => `every column should be known; ${param(p, 'count')} were not recognised: ${param(p, 'headers')}`,
      why: 'they take no part in the computation and are not lost',
      how: 'leave them if they are not needed; otherwise rename them or use --map',
    },
  },
  examples: [],
});
