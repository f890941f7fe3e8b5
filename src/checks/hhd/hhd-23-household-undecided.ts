import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A benefit that cannot be decided for a household: it pays nothing and is listed. */
export const householdUndecided = defineCheck({
  code: 'HHD-23',
  name: 'household-undecided',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: {
    benefit: '就业奖补',
    reason: '有证明材料，但年务工收入空白',
    reasonEn: 'there is evidence but 年务工收入 is blank',
  },
  text: {
    zh: {
      title: '一户的奖补无法判定',
      what: (p) => `${param(p, 'benefit')}无法判定：${param(p, 'reason')}`,
      why: '无法判定的不发放，本户列入待核实名单',
      how: '请入户核实、补齐资料后重新运行',
    },
    en: {
      title: 'A household’s benefit cannot be decided',
      what: (p) => `${param(p, 'benefit')} cannot be decided: ${param(p, 'reasonEn')}`,
      why: 'what cannot be decided is not paid; the household is listed for verification',
      how: 'verify on site, complete the data and run again',
    },
  },
  examples: [],
});
