import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const requiredBlank = defineCheck({
  code: 'CEL-19',
  name: 'required-blank',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { field: '家庭人口数' },
  text: {
    zh: {
      title: '必填项为空',
      what: (p) => `「${param(p, 'field')}」应填写，现为空`,
      why: '缺了这一项就核算不了，也不能替您填，本户（本人）暂不发放',
      how: '请核实后补填',
    },
    en: {
      title: 'A required cell is blank',
      what: (p) => `"${param(p, 'field')}" should be filled in, it is blank`,
      why: 'nothing can be computed without it and it is not guessed; the payment is held',
      how: 'find it out and fill it in',
    },
  },
  examples: [
    {
      title: '没填人口数',
      tables: {
        住户: [
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: null, 收入年度: 2024 },
        ],
      },
      expect: ['住户!家庭人口数@1'],
    },
    {
      title: '都填了',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
      },
      expect: [],
    },
  ],
});
