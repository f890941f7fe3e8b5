import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const nameMalformed = defineCheck({
  code: 'CEL-12',
  name: 'name-malformed',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { found: '张3' },
  text: {
    zh: {
      title: '姓名不规范',
      what: (p) => `姓名应为中文姓名，现为「${param(p, 'found')}」`,
      why: '姓名不对会与银行户名不符，打款会退回，本户（本人）暂不发放',
      how: '请对照身份证改正；暂缺姓名的请补上',
    },
    en: {
      title: 'Name is malformed',
      what: (p) => `a name should be written in characters, it is "${param(p, 'found')}"`,
      why: 'a wrong name does not match the bank account and comes back; the payment is held',
      how: 'correct it from the identity card',
    },
  },
  examples: [
    {
      title: '名字里有数字',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张3', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!姓名@1'],
    },
    {
      title: '少数民族姓名',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '阿依古丽·买买提', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
});
