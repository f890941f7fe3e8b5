import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const cardCheckDigit = defineCheck({
  code: 'BNK-02',
  name: 'card-check-digit',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { found: '***************0001' },
  text: {
    zh: {
      title: '卡号校验位不符',
      what: (p) => `19位卡号的最后一位应符合校验规则，现 ${param(p, 'found')} 不符`,
      why: '可能有一位写错；有的社保卡、存折不用此规则，仍照常导出',
      how: '请对照卡面核对',
    },
    en: {
      title: 'Card number fails its check digit',
      what: (p) => `the last of 19 digits should fit the check rule, ${param(p, 'found')} does not`,
      why: 'a digit may be wrong; some passbooks do not follow the rule, so it is exported all the same',
      how: 'compare with the card',
    },
  },
  examples: [],
});
