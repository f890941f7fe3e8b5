import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A 经营 row with evidence that could not be counted while the household is paid for its others. */
export const businessRowNotCounted = defineCheck({
  code: 'ROW-20',
  name: 'business-row-not-counted',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: {
    name: '张记小吃',
    reason: '经营状态空白或不在可选值内',
    reasonEn: 'the status is blank or not a listed one',
  },
  text: {
    zh: {
      title: '有一项经营没有计入',
      what: (p) => `「${param(p, 'name')}」有证明材料，但${param(p, 'reason')}，没有计入`,
      why: '本户创业奖补按其余经营计算，可能少发',
      how: '请补齐主体类型、经营状态、登记日期和年经营收入，下次补足差额',
    },
    en: {
      title: 'A business was not counted',
      what: (p) => `"${param(p, 'name')}" has evidence, but ${param(p, 'reasonEn')}; it was not counted`,
      why: 'the bonus rests on the other businesses and may be too low',
      how: 'complete kind, status, registration date and income; the difference is paid next time',
    },
  },
  examples: [],
});
