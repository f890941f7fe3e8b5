import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const householdUnknown = defineCheck({
  code: 'HHD-25',
  name: 'household-unknown',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { count: 3, reason: 'no-head' },
  text: {
    zh: {
      title: '不知道是哪一户',
      what: (p) =>
        param(p, 'reason') === 'no-size'
          ? `从这一行起 ${param(p, 'count')} 行的户编号空着，应与家庭人口数一致才能认作一户，现没有家庭人口数`
          : `从这一行起 ${param(p, 'count')} 行应有户编号，或有一位户主的身份证号，现都没有`,
      why: '不知道算给哪一户，这几行都不发放',
      how: '请补填户编号，或补上户主一行的「与户主关系」和身份证号；户编号只写一次的，请补填家庭人口数',
    },
    en: {
      title: 'Not known which household',
      what: (p) =>
        param(p, 'reason') === 'no-size'
          ? `${param(p, 'count')} rows from here have no 户编号; they are one household if 家庭人口数 says as many, and none is stated`
          : `${param(p, 'count')} rows from here have neither a 户编号 nor the ID of one head`,
      why: 'they cannot be counted for any household; nothing is paid for them',
      how: 'fill in 户编号, or the relation and ID of the head; where 户编号 is written once, fill in 家庭人口数',
    },
  },
  examples: [],
});
