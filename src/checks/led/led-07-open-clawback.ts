import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const openClawback = defineCheck({
  code: 'LED-07',
  name: 'open-clawback',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { amount: '500.00' },
  text: {
    zh: {
      title: '有应追缴款未归还',
      what: (p) => `应追缴 ${param(p, 'amount')} 元，现尚未归还`,
      why: '本次仍按应补金额发放，不会自动抵扣',
      how: '请决定是否从本次或以后发放中抵扣，并告知本人',
    },
    en: {
      title: 'An open clawback',
      what: (p) => `${param(p, 'amount')} yuan should come back and have not`,
      why: 'this payment is made in full; nothing is kept back by itself',
      how: 'decide whether to keep it back from this or a later payment, and tell the payee',
    },
  },
  examples: [],
});
