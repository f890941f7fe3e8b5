import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const idsUnused = defineCheck({
  code: 'HDR-12',
  name: 'ids-unused',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { header: '证件', count: 12 },
  text: {
    zh: {
      title: '有一列身份证号没有用到',
      what: (p) =>
        `「${param(p, 'header')}」这一列应说明是谁的身份证号，现有 ${param(p, 'count')} 个有效的号码，没有一项用它`,
      why: '这一列里的人没有核对，也不参与核算',
      how: (p) =>
        `是谁的就在命令后面加上 --column '${param(p, 'header')}=身份证号'（或 户主身份证号）；确实不用，加 --column '${param(p, 'header')}=不用'`,
    },
    en: {
      title: 'A column of IDs is not used',
      what: (p) =>
        `column "${param(p, 'header')}" should say whose IDs it holds; there are ${param(p, 'count')} valid ones and no field takes them`,
      why: 'the people in it are neither checked nor counted',
      how: (p) =>
        `say whose they are with --column '${param(p, 'header')}=FIELD', or --column '${param(p, 'header')}=none' to leave it out`,
    },
  },
  examples: [],
});
