import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** CONTRACT §6 transport, reading `mover`: both columns blank is paid with a warning. */
export const moverAssumed = defineCheck({
  code: 'ROW-21',
  name: 'mover-assumed',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { benefit: '务工交通补贴', amount: '800.00' },
  text: {
    zh: {
      title: '搬迁批次和户类型都空白',
      what: (p) => `搬迁批次或户类型应填写，现均为空白，按搬迁户发放${param(p, 'benefit')}${param(p, 'amount')}元`,
      why: '只有搬迁劳动力才能享受，不是搬迁户的就发错了',
      how: '请核对是否搬迁户并补填；不是的请停发，或用 --reading mover=strict 重新运行',
    },
    en: {
      title: 'Batch and type of the household are both blank',
      what: (p) =>
        `搬迁批次 or 户类型 should be filled; both are blank, ${param(p, 'benefit')} ${param(p, 'amount')} is paid as to a relocated household`,
      why: 'only relocated workers are entitled',
      how: 'check and fill in one of them; stop the line if wrong, or run with --reading mover=strict',
    },
  },
  examples: [],
});
