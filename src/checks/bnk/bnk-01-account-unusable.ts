import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const accountUnusable = defineCheck({
  code: 'BNK-01',
  name: 'account-unusable',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '***456', length: 6 },
  text: {
    zh: {
      title: '银行账号为空或位数不对',
      what: (p) =>
        p['reason'] === 'lost-digits'
          ? '银行账号应存为文本，现为数字，末几位已被改成 0'
          : `银行账号应为10至21位数字，现为 ${param(p, 'found')}`,
      why: '银行会退票；导出银行文件时不含此人，并单独列出',
      how: '请补正账号后再导出；已导出的用 reissue 补发',
    },
    en: {
      title: 'No usable account number',
      what: (p) =>
        p['reason'] === 'lost-digits'
          ? 'an account number should be text; this cell is a number and its last digits became 0'
          : `an account number has 10 to 21 digits, this one is ${param(p, 'found')}`,
      why: 'the bank would return it; export leaves the line out and lists it',
      how: 'correct the account before export, or reissue the line later',
    },
  },
  examples: [],
});
