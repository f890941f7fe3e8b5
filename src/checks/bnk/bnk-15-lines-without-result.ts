import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const linesWithoutResult = defineCheck({
  code: 'BNK-15',
  name: 'lines-without-result',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { count: 2, lines: '7、9' },
  text: {
    zh: {
      title: '有行没有银行结果',
      what: (p) => `每行都应有结果，现有 ${param(p, 'count')} 笔没有（第 ${param(p, 'lines')} 行）`,
      why: '按在途处理：仍占用额度，不算已付也不算失败',
      how: '请向银行要齐结果后再次导入',
    },
    en: {
      title: 'Lines without a bank result',
      what: (p) => `every line should have one; ${param(p, 'count')} have none (lines ${param(p, 'lines')})`,
      why: 'they stay in flight: they count against caps, neither paid nor failed',
      how: 'get the missing results and import them',
    },
  },
  examples: [],
});
