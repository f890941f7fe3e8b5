import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A broker or institution that is paid by its rows although 单位 does not list it. */
export const organisationUnlisted = defineCheck({
  code: 'ROW-27',
  name: 'organisation-unlisted',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { benefit: '餐饮服务培训补贴', amount: '5000.00' },
  text: {
    zh: {
      title: '领取补贴的单位不在单位表中',
      what: (p) => `应在单位表登记，现没有；${param(p, 'benefit')}${param(p, 'amount')}元按名册发放，没有账户`,
      why: '没有账户的不会进入银行文件，单位类型也未经核对',
      how: '请在单位表补录单位类型和账户后重新运行',
    },
    en: {
      title: 'A paid organisation is not listed',
      what: (p) =>
        `should be in 单位, is not; ${param(p, 'benefit')} ${param(p, 'amount')} is reckoned from its rows, without an account`,
      why: 'lines without an account do not reach the bank file, and the kind was not checked',
      how: 'add it with kind and account to 单位 and run again',
    },
  },
  examples: [],
});
