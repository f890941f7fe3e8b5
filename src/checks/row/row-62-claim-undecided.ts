import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** One claim that cannot be decided; the person's other claims are paid. */
export const claimUndecided = defineCheck({
  code: 'ROW-62',
  name: 'claim-undecided',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { benefit: '技能证书补贴', reason: '等级空白', reasonEn: 'the level is blank', known: '' },
  text: {
    zh: {
      title: '一笔申请无法判定',
      what: (p) => `${param(p, 'benefit')}这一笔无法判定：${param(p, 'reason')}`,
      why: '无法判定的这一笔不发放；本人的其他申请照常核算',
      how: '请核实、补齐这一行后重新运行',
    },
    en: {
      title: 'A claim that cannot be decided',
      what: (p) => `this claim for ${param(p, 'benefit')} cannot be decided: ${param(p, 'reasonEn')}`,
      why: 'it is not paid; other claims of the person are',
      how: 'complete the row and run again',
    },
  },
  examples: [],
});
