import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const belowLine = defineCheck({
  code: 'HHD-09',
  name: 'below-line',
  severity: 'warning',
  stage: 'rules',
  told: 'flags',
  needs: [],
  sample: { found: '7200.00', line: '8000.00', clause: '宁东镇党发〔2023〕62号 一' },
  text: {
    zh: {
      title: '人均收入低于监测线',
      what: (p) =>
        `人均收入应不低于监测线 ${param(p, 'line')} 元，现为 ${param(p, 'found')} 元（依据 ${param(p, 'clause')}）`,
      why: '列入监测名单；不影响本次发放',
      how: '请入户核实收入，按程序研判是否纳入监测',
    },
    en: {
      title: 'Income per head below the line',
      what: (p) =>
        `income per head should reach ${param(p, 'line')} yuan, it is ${param(p, 'found')} (${param(p, 'clause')})`,
      why: 'the household is put on the monitoring list; the payment is not affected',
      how: 'visit the household and decide whether to monitor it',
    },
  },
  examples: [],
});
