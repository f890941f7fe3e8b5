import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const headerSuggestion = defineCheck({
  code: 'HDR-06',
  name: 'header-suggestion',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { header: '务工年收入', suggestion: '年务工收入' },
  text: {
    zh: {
      title: '列名相近',
      what: (p) => `列名应为「${param(p, 'suggestion')}」，现为「${param(p, 'header')}」；只是相近，没有采用`,
      why: '应发金额与实发金额只差一个字，自动采用会发错钱',
      how: (p) => `如果就是「${param(p, 'suggestion')}」，请改列名或用 --map 指定`,
    },
    en: {
      title: 'A column name is close to a known one',
      what: (p) => `should "${param(p, 'header')}" be "${param(p, 'suggestion')}"? It is close only and was not used`,
      why: 'names one character apart mean different money; nothing is adopted by itself',
      how: (p) => `if it is "${param(p, 'suggestion')}", rename the column or use --map`,
    },
  },
  examples: [],
});
