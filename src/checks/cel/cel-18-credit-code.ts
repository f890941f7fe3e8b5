import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  length: '统一社会信用代码应为18位',
  characters: '统一社会信用代码应由数字和大写字母组成（不用 I、O、S、V、Z）',
  checksum: '统一社会信用代码最后一位校验码应与前面相符',
  'lost-digits': '统一社会信用代码应存为文本，现为数字，末几位已丢失',
  'old-number': '应为18位统一社会信用代码，现为15位旧注册号',
};
const EN: Readonly<Record<string, string>> = {
  length: 'a credit code should have 18 characters',
  characters: 'a credit code should be digits and capitals (no I, O, S, V, Z)',
  checksum: 'the last character of the credit code should match the others',
  'lost-digits': 'a credit code should be text; the cell is a number and its last digits are lost',
  'old-number': 'should be an 18-character credit code, is an old 15-digit registration number',
};

export const creditCode = defineCheck({
  code: 'CEL-18',
  name: 'credit-code',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { found: '91350100M000100Y4Z', reason: 'checksum' },
  text: {
    zh: {
      title: '统一社会信用代码不规范',
      what: (p) => `${reasonText(ZH, p, '统一社会信用代码应为18位')}，现为「${param(p, 'found')}」`,
      why: '个别真实代码也通不过校验，所以只提醒；代码写错会把单位认成另一家',
      how: '请对照营业执照核对；确实如此的不必改',
    },
    en: {
      title: 'Credit code looks wrong',
      what: (p) => `${reasonText(EN, p, 'a credit code should have 18 characters')}; found "${param(p, 'found')}"`,
      why: 'some real codes fail the check, so this is a reminder; a wrong code is another organisation',
      how: 'compare it with the business licence; leave it if it is right',
    },
  },
  examples: [
    {
      title: '校验码不符',
      tables: {
        单位: [{ 单位名称: '某某帮扶车间', 统一社会信用代码: '91350100M000100Y4Z', 单位类型: '就业帮扶车间' }],
      },
      expect: ['单位!统一社会信用代码@1'],
    },
    {
      title: '正确的代码',
      tables: {
        单位: [{ 单位名称: '某某帮扶车间', 统一社会信用代码: '91350100M000100Y43', 单位类型: '就业帮扶车间' }],
      },
      expect: [],
    },
  ],
});
