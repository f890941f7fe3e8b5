import type { Params } from '../../findings/finding.js';
import { defineCheck } from '../define-check.js';

const ZH: Readonly<Record<string, string>> = {
  checksum: '身份证号最后一位校验码对不上，号码中至少有一位写错',
  'birth-date': '身份证号第7至14位应为出生日期，现在不是真实存在的日期',
  region: '身份证号前两位应为省级代码，现在的代码不存在',
  characters: '身份证号应为17位数字加1位数字或X，现有其他字符',
};
const EN: Readonly<Record<string, string>> = {
  checksum: 'the last character of the ID number does not match the others: at least one digit is wrong',
  'birth-date': 'characters 7 to 14 of the ID number should be a birth date; there is no such day',
  region: 'the first two digits of the ID number should be a province code; there is no such province',
  characters: 'the ID number should be 17 digits and a digit or X; it holds other characters',
};

const reason = (texts: Readonly<Record<string, string>>, p: Params): string =>
  texts[String(p['reason'])] ?? texts['checksum'] ?? '';

export const idChecksum = defineCheck({
  code: 'CEL-02',
  name: 'id-checksum',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { reason: 'checksum' },
  text: {
    zh: {
      title: '身份证号不对',
      what: (p) => reason(ZH, p),
      why: '号码不对会付错人或打款失败，也查不出重复领取，本户（本人）暂不发放',
      how: '请对照身份证原件逐位核对后改正，不要凭印象补数字',
    },
    en: {
      title: 'ID number is not valid',
      what: (p) => reason(EN, p),
      why: 'a wrong number pays the wrong person or fails at the bank, and hides duplicates; the payment is held',
      how: 'compare every digit with the identity card and correct it; do not guess',
    },
  },
  examples: [
    {
      title: '校验码错',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010011', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '2月30日',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '64018119900230001X', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '正确的号码',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
});
