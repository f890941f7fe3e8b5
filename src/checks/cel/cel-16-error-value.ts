import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const errorValue = defineCheck({
  code: 'CEL-16',
  name: 'error-value',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { found: '#REF!' },
  text: {
    zh: {
      title: '单元格是错误值',
      what: (p) =>
        `单元格应为数据，现为「${param(p, 'found')}」${p['reason'] === 'picture' ? '；WPS 嵌入单元格的图片（DISPIMG）在 Excel 里打开过就会这样，图片已看不到' : ''}`,
      why: '公式引用坏了，原来的数据已不在表里，本户（本人）暂不发放',
      how: '请改填正确的数据，或修好公式后保存',
    },
    en: {
      title: 'The cell holds an error value',
      what: (p) =>
        `the cell should hold data, it holds "${param(p, 'found')}"${p['reason'] === 'picture' ? '; a picture that WPS put into a cell (DISPIMG) becomes this once Excel has opened the file, and is lost' : ''}`,
      why: 'the formula is broken and the value is not in the file; the payment is held',
      how: 'type the right value, or repair the formula and save',
    },
  },
  examples: [],
});
