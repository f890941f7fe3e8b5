import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

const ZH: Readonly<Record<string, string>> = { account: '账号', name: '户名', nothing: '账号和户名' };
const EN: Readonly<Record<string, string>> = { account: 'account', name: 'name', nothing: 'account and name' };

export const returnedAccountDiffers = defineCheck({
  code: 'BNK-13',
  name: 'returned-account-differs',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { line: 3, what: 'account', found: '***************0002', sent: '***************0001' },
  text: {
    zh: {
      title: '回盘账号或户名与发放不一致',
      what: (p) =>
        `第 ${param(p, 'line')} 行${ZH[String(p['what'])] ?? '账户'}应为 ${param(p, 'sent')}，现回盘为 ${param(p, 'found')}`,
      why: '钱可能进了别的账户，不能算已付，该笔保持在途',
      how: '请向银行核实收款账户',
    },
    en: {
      title: 'Account or name in the return is not what was sent',
      what: (p) =>
        `the ${EN[String(p['what'])] ?? 'account'} of line ${param(p, 'line')} should be ${param(p, 'sent')}, the bank says ${param(p, 'found')}`,
      why: 'the money may be in another account; the line stays in flight',
      how: 'ask the bank for the account it paid to',
    },
  },
  examples: [],
});
