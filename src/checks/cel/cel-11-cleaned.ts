import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const cleaned = defineCheck({
  code: 'CEL-11',
  name: 'cleaned',
  severity: 'info',
  stage: 'tables',
  needs: [],
  sample: { count: 24 },
  text: {
    zh: {
      title: '已自动去除空格和全角字符',
      what: (p) => `应为半角、无空格，现有 ${param(p, 'count')} 处带空格、全角字符或前置撇号，已按去除后读取`,
      why: '意思没有变，不影响发放',
      how: '不必处理；想改原表可用 butie check --fix',
    },
    en: {
      title: 'Blanks and full-width characters were removed',
      what: (p) =>
        `values should be half-width without blanks; ${param(p, 'count')} were read after removing such characters`,
      why: 'the meaning is the same; the payment is not affected',
      how: 'nothing to do; butie check --fix changes a copy of the file',
    },
  },
  examples: [],
});
