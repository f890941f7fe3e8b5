import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const controlCharacters = defineCheck({
  code: 'CEL-24',
  name: 'control-characters',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { count: 2, reason: 'controls' },
  text: {
    zh: {
      title: '单元格里有不是文字的内容',
      what: (p) =>
        p['reason'] === 'too-long'
          ? `一格应不超过 32767 个字，现有 ${param(p, 'count')} 格更长；只读了前 32000 个字`
          : `单元格应只有文字，现有 ${param(p, 'count')} 格带看不见的控制字符或半个字；已去掉再读`,
      why: '多半是从别的系统导出或复制时带出来的，文字可能不完整',
      how: '请核对这些单元格的文字是否完整，重新填写后保存',
    },
    en: {
      title: 'A cell holds what is no text',
      what: (p) =>
        p['reason'] === 'too-long'
          ? `a cell holds 32,767 characters at most; ${param(p, 'count')} of them hold more: the first 32,000 were read`
          : `a cell should hold text; ${param(p, 'count')} of them hold control characters or half a character, left out`,
      why: 'this comes from other programs by export or copy, and the text may not be whole',
      how: 'compare these cells with the original, type them again and save',
    },
  },
  examples: [],
});
