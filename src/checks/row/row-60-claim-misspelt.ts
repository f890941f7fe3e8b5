import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A 补贴项目 close to a word of the pack: a slip of the pen, which would leave the claim unpaid. */
export const claimMisspelt = defineCheck({
  code: 'ROW-60',
  name: 'claim-misspelt',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { found: '社保补帖', near: '社保补贴', known: '社保补贴、贷款贴息' },
  text: {
    zh: {
      title: '补贴项目写错',
      what: (p) => `补贴项目应为「${param(p, 'near')}」吗？现为「${param(p, 'found')}」（可用：${param(p, 'known')}）`,
      why: '认不出是哪一项，这一行没有参加核算，不会发放',
      how: '改成政策里的词',
    },
    en: {
      title: 'A misspelt subsidy',
      what: (p) => `is "${param(p, 'near')}" meant? 补贴项目 says "${param(p, 'found')}" (known: ${param(p, 'known')})`,
      why: 'nobody can tell what is claimed: the row pays nothing',
      how: 'write the word of the policy',
    },
  },
  examples: [],
});
