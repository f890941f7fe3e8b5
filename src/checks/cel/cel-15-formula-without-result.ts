import { defineCheck } from '../define-check.js';

export const formulaWithoutResult = defineCheck({
  code: 'CEL-15',
  name: 'formula-without-result',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: {},
  text: {
    zh: {
      title: '公式没有算出结果',
      what: () => '单元格应存有结果，现为没有算过的公式',
      why: '不知道是多少，不能当作 0，也不能当作空白，本户（本人）暂不发放',
      how: '请用 Excel 打开等它算完再保存，或改填数值',
    },
    en: {
      title: 'A formula without a result',
      what: () => 'the cell should hold a value; it holds a formula that was never calculated',
      why: 'an unknown value is neither zero nor blank; the payment is held',
      how: 'open the file in Excel, let it calculate and save, or type the value',
    },
  },
  examples: [],
});
