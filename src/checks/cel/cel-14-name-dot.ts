import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const nameDot = defineCheck({
  code: 'CEL-14',
  name: 'name-dot',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { found: '阿依古丽.买买提' },
  text: {
    zh: {
      title: '姓名间隔号或生僻字写法不统一',
      what: (p) => `姓名间隔号应为「·」，现为「${param(p, 'found')}」`,
      why: '写法与银行户名不同会退回；比对时已按同一人处理',
      how: '请对照身份证统一写成「·」，生僻字不要用近似字代替',
    },
    en: {
      title: 'Dot or rare character in a name',
      what: (p) => `the dot in a name should be "·", the name is "${param(p, 'found')}"`,
      why: 'a spelling other than the bank’s comes back; comparisons treat them as one',
      how: 'write "·" as on the identity card and do not replace rare characters',
    },
  },
  examples: [
    {
      title: '用了英文句点',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '阿依古丽.买买提', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!姓名@1'],
    },
    {
      title: '标准间隔号',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '阿依古丽·买买提', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
});
