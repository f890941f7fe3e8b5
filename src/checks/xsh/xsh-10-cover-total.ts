import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const coverTotal = defineCheck({
  code: 'XSH-10',
  name: 'cover-total',
  severity: 'error',
  stage: 'rules',
  needs: [],
  sample: { what: '户数', stated: '412', counted: '410' },
  text: {
    zh: {
      title: '与汇总表不符',
      what: (p) => `${param(p, 'what')}应与汇总表一致，汇总表为 ${param(p, 'stated')}，名册为 ${param(p, 'counted')}`,
      why: '名册与汇总对不上，可能漏户或多户；名册各户照常核算',
      how: '请核对是汇总表填错，还是名册漏了或多了',
    },
    en: {
      title: 'Differs from the cover sheet',
      what: (p) =>
        `${param(p, 'what')} should agree: the cover sheet says ${param(p, 'stated')}, the roster has ${param(p, 'counted')}`,
      why: 'households may be missing or extra; each is still computed',
      how: 'find out whether the cover sheet or the roster is wrong',
    },
  },
  examples: [],
});
