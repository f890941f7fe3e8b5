import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const filledDown = defineCheck({
  code: 'SHT-08',
  name: 'filled-down',
  severity: 'info',
  stage: 'tables',
  needs: [],
  sample: { count: 10 },
  text: {
    zh: {
      title: '户编号只写在每户第一行，已往下补',
      what: (p) => `每行应有户编号，现有 ${param(p, 'count')} 行空着或写同上，按上一行的户补上`,
      why: '每户行数与家庭人口数一致才算数，不一致的那一户单独提示',
      how: '不必处理',
    },
    en: {
      title: 'The household number was filled down',
      what: (p) => `${param(p, 'count')} rows have no 户编号, or 同上; they take that of the row above`,
      why: 'a household whose rows are not as many as its 家庭人口数 is told by itself',
      how: 'nothing to do',
    },
  },
  examples: [],
});
