import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const unitCodeMissing = defineCheck({
  code: 'BNK-21',
  name: 'unit-code-missing',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { dialect: '农信核心文本' },
  text: {
    zh: {
      title: '没有单位编号',
      what: (p) => `${param(p, 'dialect')}应填银行给的单位编号，现为空`,
      why: '银行会拒收整个文件',
      how: '请用 --unit 写明银行给的单位编号，或在设置里填 bankUnit，再重新导出',
    },
    en: {
      title: 'The unit code is missing',
      what: () => 'the bank’s code for the office should stand in the file, it is empty',
      why: 'the bank refuses the whole file',
      how: 'give the bank’s unit code with --unit, or set bankUnit, and export again',
    },
  },
  examples: [],
});
