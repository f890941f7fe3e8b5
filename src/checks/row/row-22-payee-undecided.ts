import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A benefit that cannot be decided for a person or organisation: it pays nothing and is listed. */
export const payeeUndecided = defineCheck({
  code: 'ROW-22',
  name: 'payee-undecided',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { benefit: '一次性创业补助', reason: '带动就业人数空白', reasonEn: 'the number given work is blank' },
  text: {
    zh: {
      title: '个人或单位的补贴无法判定',
      what: (p) => `${param(p, 'benefit')}无法判定：${param(p, 'reason')}`,
      why: '无法判定的不发放，列入待核实名单',
      how: '请核实、补齐资料后重新运行',
    },
    en: {
      title: 'A person’s or organisation’s benefit cannot be decided',
      what: (p) => `${param(p, 'benefit')} cannot be decided: ${param(p, 'reasonEn')}`,
      why: 'what cannot be decided is not paid and is listed for verification',
      how: 'verify, complete the data and run again',
    },
  },
  examples: [],
});
