import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const zeroEmployment = defineCheck({
  code: 'HHD-11',
  name: 'zero-employment',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { count: 2 },
  text: {
    zh: {
      title: '零就业家庭',
      what: (p) => `有劳动力的户应至少1人就业，现有劳动力 ${param(p, 'count')} 人均未就业`,
      why: '列入零就业家庭名单；不影响本次发放',
      how: '请安排职业指导、岗位推荐，并在就业后更新就业状态',
    },
    en: {
      title: 'Zero-employment household',
      what: (p) => `a household able to work should have somebody employed; none of ${param(p, 'count')} is`,
      why: 'it is put on the zero-employment list; the payment is not affected',
      how: 'offer guidance and posts, and update the status afterwards',
    },
  },
  examples: [],
});
