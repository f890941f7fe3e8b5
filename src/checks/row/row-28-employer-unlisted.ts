import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** 用工 rows of an organisation whose kind is unknown: it is assessed for nothing. */
export const employerUnlisted = defineCheck({
  code: 'ROW-28',
  name: 'employer-unlisted',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { organisation: '兴旺服装厂', workers: 15 },
  text: {
    zh: {
      title: '用工单位不在单位表中',
      what: (p) => `「${param(p, 'organisation')}」有${param(p, 'workers')}行用工记录，单位表中没有这家单位`,
      why: '不知道是就业帮扶车间还是家庭服务企业，没有核算补贴',
      how: '请在单位表补录单位类型后重新运行；代码写错的请改正',
    },
    en: {
      title: 'An employer is not listed',
      what: (p) => `"${param(p, 'organisation')}" has ${param(p, 'workers')} rows in 用工 but is not in 单位`,
      why: 'whether it is a workshop or a service company is unknown; nothing was assessed',
      how: 'add it with its kind to 单位, or correct the code, and run again',
    },
  },
  examples: [],
});
