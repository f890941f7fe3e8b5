import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const paymentInFlight = defineCheck({
  code: 'LED-04',
  name: 'payment-in-flight',
  severity: 'info',
  stage: 'ledger',
  needs: [],
  sample: { paid: '2000.00', batch: 'ningdong-2023-62.2024-06.main', period: '2024-06' },
  text: {
    zh: {
      title: '上次发放还没有银行结果',
      what: (p) => `应等上批结果，现批次 ${param(p, 'batch')} 的 ${param(p, 'paid')} 元仍在途`,
      why: '在途的钱按已发计算，本次不再付',
      how: '请尽快导入该批次的银行回盘（return）；如确认退回，下次自动补发',
    },
    en: {
      title: 'An earlier payment has no bank result yet',
      what: (p) => `${param(p, 'paid')} yuan of batch ${param(p, 'batch')} are still in flight`,
      why: 'money in flight counts as paid; nothing is paid now',
      how: 'import the bank result of that batch; what came back is paid by the next run',
    },
  },
  examples: [],
});
