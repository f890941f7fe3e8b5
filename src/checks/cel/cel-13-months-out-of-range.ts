import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const monthsOutOfRange = defineCheck({
  code: 'CEL-13',
  name: 'months-out-of-range',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { found: '13' },
  text: {
    zh: {
      title: '务工月数不在0至12之间',
      what: (p) => `务工月数应为0至12的数字，现为「${param(p, 'found')}」`,
      why: '月数关系到是否满半年的判断；不因此暂缓发放',
      how: '请按实际务工的月份改正',
    },
    en: {
      title: 'Months worked out of range',
      what: (p) => `months worked should be 0 to 12, the cell says "${param(p, 'found')}"`,
      why: 'it decides whether half a year was worked; nothing is held for it',
      how: 'correct it to the months really worked',
    },
  },
  examples: [
    {
      title: '13个月',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 务工月数: 13 }],
      },
      expect: ['成员!务工月数@1'],
    },
    {
      title: '12个月',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 务工月数: 12 }],
      },
      expect: [],
    },
  ],
});
