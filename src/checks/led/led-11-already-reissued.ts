import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const alreadyReissued = defineCheck({
  code: 'LED-11',
  name: 'already-reissued',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { line: 3, batch: 'ningdong-2023-62.2024-06.main', other: 'ningdong-2023-62.2024-07.r1' },
  text: {
    zh: {
      title: '该行已补发过',
      what: (p) =>
        `同一行应只补发一次，现批次 ${param(p, 'batch')} 第 ${param(p, 'line')} 行已在批次 ${param(p, 'other')} 补发`,
      why: '再补发一次就会重复付款',
      how: (p) => `如补发后又失败，请对批次 ${param(p, 'other')} 再做补发`,
    },
    en: {
      title: 'This line was reissued already',
      what: (p) =>
        `a line is reissued once; line ${param(p, 'line')} of ${param(p, 'batch')} is paid again in ${param(p, 'other')}`,
      why: 'another reissue would pay twice',
      how: (p) => `if that one failed too, reissue batch ${param(p, 'other')}`,
    },
  },
  examples: [],
});
