import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const fileAltered = defineCheck({
  code: 'BNK-09',
  name: 'file-altered',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { file: 'bank-1.csv' },
  text: {
    zh: {
      title: '银行文件与导出时不一致',
      what: (p) => `${param(p, 'file')} 应与导出时完全相同，现内容已被改动`,
      why: '改动过的文件可能改了账号或金额',
      how: '请用导出的原文件；需更正的走 reissue',
    },
    en: {
      title: 'The bank file is not what was exported',
      what: (p) => `${param(p, 'file')} should be as exported; it was altered`,
      why: 'accounts or amounts may have been changed',
      how: 'use the exported file; correct by reissue',
    },
  },
  examples: [],
});
