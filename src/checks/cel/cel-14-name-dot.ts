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
      what: (p) =>
        p['reason'] === 'private-font'
          ? `姓名应为通用字，现「${param(p, 'found')}」里有造字（私人字体的字），别的电脑上显示不出来`
          : `姓名间隔号应为「·」，现为「${param(p, 'found')}」`,
      why: '写法与银行户名不同会退回；比对时已按同一人处理',
      how: '请对照身份证统一写成「·」，生僻字不要用近似字代替',
    },
    en: {
      title: 'Dot or rare character in a name',
      what: (p) =>
        p['reason'] === 'private-font'
          ? `a name should be written in common characters; "${param(p, 'found')}" holds one from a private font that other computers cannot show`
          : `the dot in a name should be "·", the name is "${param(p, 'found')}"`,
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
