import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  decimals: '金额最多两位小数',
  count: '应为不带小数的整数',
  quantity: '数量应为数字，最多四位小数，单位写在「单位」一列',
  negative: '金额不能为负数',
  'unit-conflict': '金额单位应与表头一致',
  'too-large': '金额超出合理范围',
  'larger-unit': '金额应按表头单位填写，这一格另写了单位，已换算成元',
  shown: '单元格显示的数和存的数不一样，不知道算哪个',
};
const EN: Readonly<Record<string, string>> = {
  decimals: 'an amount has two decimals at most',
  count: 'should be a whole number',
  quantity: 'a quantity is a number with four decimals at most; its unit stands in the column 单位',
  negative: 'an amount cannot be negative',
  'unit-conflict': 'the unit should be that of the header',
  'too-large': 'the amount is beyond any reason',
  'larger-unit': 'an amount should be in the unit of the header; this cell states its own and was converted',
  shown: 'the cell shows another number than it stores, and nobody can tell which is meant',
};

export const amountMalformed = defineCheck({
  code: 'CEL-06',
  name: 'amount-malformed',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { found: '约八千', reason: 'not-a-number' },
  text: {
    zh: {
      title: '金额或数量读不出来',
      what: (p) => `${reasonText(ZH, p, '金额应为数字')}，现为「${param(p, 'found')}」`,
      why: '金额不清就不知道该发多少，不能当作 0，本户（本人）暂不发放',
      mild: '单位看错就差很多倍；照换算的金额核算，不因此暂缓发放',
      how: '请只填数字，例如 8000 或 8000.50；没有就留空',
    },
    en: {
      title: 'An amount or number cannot be read',
      what: (p) => `${reasonText(EN, p, 'an amount should be a number')}; the cell says "${param(p, 'found')}"`,
      why: 'an unreadable amount is never taken as zero; the payment is held',
      mild: 'a unit misread changes everything; the converted amount is taken and holds no payment',
      how: 'type the number only, such as 8000 or 8000.50; leave it blank if there is none',
    },
  },
  examples: [
    {
      title: '约八千',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 年务工收入: '约八千' },
        ],
      },
      expect: ['成员!年务工收入@1'],
    },
    {
      title: '带千分号和「元」也认',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 年务工收入: '8,000.00元' },
        ],
      },
      expect: [],
    },
  ],
});
