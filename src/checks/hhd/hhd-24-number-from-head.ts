import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const numberFromHead = defineCheck({
  code: 'HHD-24',
  name: 'number-from-head',
  severity: 'info',
  stage: 'tables',
  needs: [],
  sample: { count: 4 },
  text: {
    zh: {
      title: '没有户编号，按户主身份证号分户',
      what: (p) => `表中没有户编号列，${param(p, 'count')} 户按户主身份证号分户，户编号就是户主身份证号（输出时遮盖）`,
      why: '同一户主就是同一户；别的表给了这位户主户编号的，用那个户编号',
      how: '不必处理；如有户编号，请补上这一列',
    },
    en: {
      title: 'No household number: households are told by their heads',
      what: (p) =>
        `the table has no 户编号; ${param(p, 'count')} households are numbered by the ID of their head, masked where IDs are`,
      why: 'one head is one household; where another table gives the head a number, that number is used',
      how: 'nothing to do; add the column 户编号 if the households have numbers',
    },
  },
  examples: [],
});
