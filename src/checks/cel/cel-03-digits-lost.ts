import { defineCheck } from '../define-check.js';

export const digitsLost = defineCheck({
  code: 'CEL-03',
  name: 'digits-lost',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: {},
  text: {
    zh: {
      title: '长数字末几位已丢失',
      what: () => '18位身份证号和银行账号应存为文本，现为数字，末几位已被改成 0',
      why: 'Excel 只保留 15 位数字，丢掉的数字无法还原，照此付款会付错人，本户（本人）暂不发放',
      how: '请把该列设为「文本」格式，对照原件重新录入',
    },
    en: {
      title: 'The last digits are lost',
      what: () => 'ID and account numbers should be text; this cell is a number and its last digits became 0',
      why: 'Excel keeps 15 digits; the others cannot be restored and the payment would go astray; it is held',
      how: 'set the column to text and type the number again from the original',
    },
  },
  examples: [
    {
      title: '身份证号存成了数字',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: 640181199001010000, 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '存成文本',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
});
