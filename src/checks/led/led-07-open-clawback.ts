import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** The run keeps something back for the debt. */
function isKept(params: Parameters<typeof param>[0]): boolean {
  return params['kept'] !== undefined;
}

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
      what: (p) =>
        isKept(p)
          ? `应追缴 ${param(p, 'amount')} 元，现尚未归还；本次抵扣 ${param(p, 'kept')} 元，还欠 ${param(p, 'left')} 元`
          : `应追缴 ${param(p, 'amount')} 元，现尚未归还`,
      why: (p) => (isKept(p) ? '本次少发抵扣的部分' : '本次仍按应补金额发放，不会自动抵扣'),
      how: (p) =>
        isKept(p)
          ? '请告知本人抵扣的金额和原因；抵扣在批次审核后生效'
          : '请决定是否从本次发放中抵扣（run --offset），并告知本人',
    },
    en: {
      title: 'An open clawback',
      what: (p) =>
        isKept(p)
          ? `${param(p, 'amount')} yuan should come back and have not; ${param(p, 'kept')} are kept back now, ${param(p, 'left')} stay owed`
          : `${param(p, 'amount')} yuan should come back and have not`,
      why: (p) =>
        isKept(p) ? 'what is kept back is not sent' : 'this payment is made in full; nothing is kept back by itself',
      how: (p) =>
        isKept(p)
          ? 'tell the payee how much is kept back and why; it counts once the batch is approved'
          : 'decide whether to keep it back from this payment (run --offset), and tell the payee',
    },
  },
  examples: [],
});
