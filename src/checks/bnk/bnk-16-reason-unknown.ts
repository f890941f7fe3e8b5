import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const reasonUnknown = defineCheck({
  code: 'BNK-16',
  name: 'reason-unknown',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '请咨询开户网点' },
  text: {
    zh: {
      title: '失败原因没有收录',
      what: (p) => `失败原因应能归类，现为“${param(p, 'found')}”`,
      why: '按失败处理，原文已保存；不知道是不是账户问题',
      how: '请看原文判断；属账户问题的先改账户再补发',
    },
    en: {
      title: 'An unknown reason for failure',
      what: (p) => `the reason should be one of the known ones, it is "${param(p, 'found')}"`,
      why: 'it counts as failed and the words are kept; whether the account is to blame is not known',
      how: 'read the words; correct the account first if it is to blame',
    },
  },
  examples: [],
});
