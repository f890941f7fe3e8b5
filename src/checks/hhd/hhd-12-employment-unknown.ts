import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const employmentUnknown = defineCheck({
  code: 'HHD-12',
  name: 'employment-unknown',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { name: '张**' },
  text: {
    zh: {
      title: '就业情况缺失',
      what: (p) => `就业状态应填写，现 ${param(p, 'name')} 为空`,
      why: '不知道是否就业，零就业判断为「待核实」；不影响本次发放',
      how: '请向本人核实后补填就业状态',
    },
    en: {
      title: 'Employment status missing',
      what: (p) => `the status should be stated; that of ${param(p, 'name')} is blank`,
      why: 'zero employment cannot be decided; the payment is not affected',
      how: 'ask the person and fill it in',
    },
  },
  examples: [],
});
