import type { Params } from '../../findings/finding.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** 15 digits and disability certificates are read all the same, as a warning or for information, and named in `reading`. */
function whatZh(p: Params): string {
  if (p['reading'] !== undefined)
    return p['length'] === 15
      ? `身份证号应为18位，现为15位旧号，已按 ${param(p, 'reading')} 认人`
      : `身份证号应为18位，现为${param(p, 'length')}位残疾人证号，已取前18位 ${param(p, 'reading')} 认人`;
  return p['length'] === 0 ? '身份证号应为18位，现为空' : `身份证号应为18位，现为${param(p, 'length')}位`;
}

function whatEn(p: Params): string {
  if (p['reading'] !== undefined)
    return p['length'] === 15
      ? `the ID number should have 18 characters; this is an old one of 15, read as ${param(p, 'reading')}`
      : `the ID number should have 18 characters; this is a disability certificate, its first 18 are ${param(p, 'reading')}`;
  return p['length'] === 0
    ? 'the ID number should have 18 characters, the cell is empty'
    : `the ID number should have 18 characters, it has ${param(p, 'length')}`;
}

export const idLength = defineCheck({
  code: 'CEL-01',
  name: 'id-length',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { length: 17 },
  text: {
    zh: {
      title: '身份证号位数不对',
      what: whatZh,
      why: (p) =>
        p['reading'] === undefined
          ? '身份证号认不出是谁，不能核对是否重复领取，本户（本人）暂不发放'
          : '能认出是谁，不影响发放；代发银行可能要求18位号码',
      how: '请对照身份证或户口簿原件补齐18位；残疾人证号请填20位或22位全号',
    },
    en: {
      title: 'ID number has the wrong length',
      what: whatEn,
      why: (p) =>
        p['reading'] === undefined
          ? 'without it nobody can tell who this is or whether they were paid already; the payment is held'
          : 'the person is known and the payment is not affected; the bank may ask for 18 characters',
      how: 'copy all 18 characters from the identity card or household register; a disability certificate has 20 or 22',
    },
  },
  examples: [
    {
      title: '少一位',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '64018119900101001', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '18位，末位小写 x 也可以',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004x', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
});
