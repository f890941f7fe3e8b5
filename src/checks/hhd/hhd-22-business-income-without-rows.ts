import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A household figure that reaches the line without any 经营 row cannot be decided. */
export const businessIncomeWithoutRows = defineCheck({
  code: 'HHD-22',
  name: 'business-income-without-rows',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { income: '48000.00' },
  text: {
    zh: {
      title: '填了年经营收入但没有经营台账',
      what: (p) => `住户表年经营收入${param(p, 'income')}元已达到起奖标准，经营表里没有这一户`,
      why: '看不出是开店还是种养殖、有没有证明材料，创业奖补暂不发放',
      how: '请在经营表补录经营者、主体类型和证明材料后重新运行',
    },
    en: {
      title: 'Business income without business rows',
      what: (p) =>
        `business income ${param(p, 'income')} in 住户 reaches the line, but 经营 has no row of this household`,
      why: 'whether it is a shop or a farm, and whether there is evidence, is unknown; the business bonus is not paid',
      how: 'add the business with its kind and evidence to 经营 and run again',
    },
  },
  examples: [],
});
