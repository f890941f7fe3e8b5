import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const phoneNumber = defineCheck({
  code: 'CEL-10',
  name: 'phone-number',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { found: '1380013800' },
  text: {
    zh: {
      title: '联系电话位数不对',
      what: (p) => `联系电话应为11位手机号或带区号的座机，现为「${param(p, 'found')}」`,
      why: '电话不对就通知不到本人，不影响发放',
      how: '请向本人核实后改正',
    },
    en: {
      title: 'Phone number has the wrong length',
      what: (p) =>
        `a phone number should be an 11-digit mobile or a landline with area code, it is "${param(p, 'found')}"`,
      why: 'nobody can be reached; the payment is not affected',
      how: 'ask the person and correct it',
    },
  },
  examples: [
    {
      title: '少一位',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 联系电话: '1380013800' },
        ],
      },
      expect: ['成员!联系电话@1'],
    },
    {
      title: '带区号的座机',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 联系电话: '0953-2030000' },
        ],
      },
      expect: [],
    },
  ],
});
