import { defineCheck } from '../define-check.js';
import type { Params } from '../../findings/finding.js';
import { param } from '../param.js';

/**
 * What stood in the way: another policy's benefit that may not be had together with this one, an amount that is used up,
 * a benefit that is paid but once, or caps of single workers and trainees.
 */
type Cut = 'exclusion' | 'amount' | 'once' | 'each';

function cutOf(params: Params): Cut {
  if (param(params, 'limit').includes('exclusion:')) return 'exclusion';
  if (params['used'] === '') return 'each';
  return params['max'] === '' ? 'once' : 'amount';
}

const CUT_ZH: Readonly<Record<Cut, (p: Params) => string>> = {
  exclusion: () => '已享受不得同时享受的另一项补贴',
  amount: (p) => `上限 ${param(p, 'max')} 元，其中已用 ${param(p, 'used')} 元（含本次在先的项目）`,
  once: (p) => `只发一次，已发 ${param(p, 'paid')} 元，不补差额`,
  each: (p) => `已发 ${param(p, 'paid')} 元，其余有人已享受过或到了每人上限`,
};

const CUT_EN: Readonly<Record<Cut, (p: Params) => string>> = {
  exclusion: () => 'another benefit that shuts this one out was paid',
  amount: (p) =>
    `at most ${param(p, 'max')}, of which ${param(p, 'used')} are used, counting what comes first in this run`,
  once: (p) => `it is paid once, ${param(p, 'paid')} were paid, and no difference is paid`,
  each: (p) => `${param(p, 'paid')} were paid, and some had their share before or reached their cap`,
};

export const capReached = defineCheck({
  code: 'LED-02',
  name: 'cap-reached',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: {
    limit: 'pool:bonus-total',
    max: '5000.00',
    used: '4000.00',
    entitlement: '3000.00',
    paid: '0.00',
    amount: '1000.00',
  },
  text: {
    zh: {
      title: '受上限核减',
      what: (p) => `应得 ${param(p, 'entitlement')} 元；${CUT_ZH[cutOf(p)](p)}，现本次发放 ${param(p, 'amount')} 元`,
      why: '超过上限的部分不能发放，已按上限核减',
      how: '请在公示和告知中说明核减原因；不必改花名册',
    },
    en: {
      title: 'Cut by a cap',
      what: (p) =>
        `${param(p, 'entitlement')} yuan due; ${CUT_EN[cutOf(p)](p)}: ${param(p, 'amount')} yuan are paid now`,
      why: 'what goes beyond the cap cannot be paid and was cut',
      how: 'tell the household why; the roster need not change',
    },
  },
  examples: [],
});
