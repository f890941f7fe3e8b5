import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const returnedAmountDiffers = defineCheck({
  code: 'BNK-12',
  name: 'returned-amount-differs',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { line: 3, found: '1000.00', sent: '2000.00' },
  text: {
    zh: {
      title: '银行金额与发放不符',
      what: (p) => `第 ${param(p, 'line')} 行应为 ${param(p, 'sent')} 元，现回盘为 ${param(p, 'found')} 元`,
      why: '金额不符不能算已付，该笔保持在途',
      how: '请向银行核实实际入账金额',
    },
    en: {
      title: 'The bank’s amount is not what was sent',
      what: (p) =>
        `line ${param(p, 'line')} was sent with ${param(p, 'sent')} yuan, the bank says ${param(p, 'found')}`,
      why: 'it cannot count as paid; the line stays in flight',
      how: 'ask the bank what was booked',
    },
  },
  examples: [],
});
