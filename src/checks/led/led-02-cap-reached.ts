import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** Not a cap of its own: a benefit of another policy that may not be had together with this one. */
function isExclusion(params: Parameters<typeof param>[0]): boolean {
  return param(params, 'limit').includes('exclusion:');
}

export const capReached = defineCheck({
  code: 'LED-02',
  name: 'cap-reached',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { limit: 'pool:bonus-total', max: '5000.00', entitlement: '3000.00', paid: '4000.00', amount: '1000.00' },
  text: {
    zh: {
      title: '受上限核减',
      what: (p) =>
        isExclusion(p)
          ? `应补 ${param(p, 'entitlement')} 元；已享受不得同时享受的另一项补贴，现本次发放 ${param(p, 'amount')} 元`
          : `应补 ${param(p, 'entitlement')} 元，已发 ${param(p, 'paid')} 元，上限 ${param(p, 'max')} 元，现本次发放 ${param(p, 'amount')} 元`,
      why: '超过上限的部分不能发放，已按上限核减',
      how: '请在公示和告知中说明核减原因；不必改花名册',
    },
    en: {
      title: 'Cut by a cap',
      what: (p) =>
        isExclusion(p)
          ? `${param(p, 'entitlement')} yuan due, but another benefit that shuts this one out was paid: ${param(p, 'amount')} yuan are paid now`
          : `${param(p, 'entitlement')} yuan due, ${param(p, 'paid')} paid before, at most ${param(p, 'max')}: ${param(p, 'amount')} yuan are paid now`,
      why: 'what goes beyond the cap cannot be paid and was cut',
      how: 'tell the household why; the roster need not change',
    },
  },
  examples: [],
});
