import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const claimDiffers = defineCheck({
  code: 'ROW-10',
  name: 'claim-differs',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { found: '3000.00', expected: '2000.00', clause: '二（三）2' },
  text: {
    zh: {
      title: '填报金额与政策金额不同',
      what: (p) =>
        `按政策本次应为 ${param(p, 'expected')} 元（依据 ${param(p, 'clause')}），现填报 ${param(p, 'found')} 元`,
      why: '按政策核算的金额发放，不按填报金额',
      how: '请核对收入和人数；仍有疑问用 butie explain 查看算法',
    },
    en: {
      title: 'The amount claimed differs from the rule',
      what: (p) =>
        `by ${param(p, 'clause')} it should be ${param(p, 'expected')} yuan, ${param(p, 'found')} were claimed`,
      why: 'the amount by the rule is paid, not the claim',
      how: 'check income and household size; butie explain shows the arithmetic',
    },
  },
  examples: [],
});
