import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const formulasWithoutResult = defineCheck({
  code: 'FIL-08',
  name: 'formulas-without-result',
  severity: 'warning',
  stage: 'reader',
  needs: [],
  sample: { count: 1, links: '上年名册.xlsx' },
  text: {
    zh: {
      title: '公式没有结果或引用了别的文件',
      what: (p) =>
        `单元格应存有结果，现有 ${param(p, 'count')} 处公式没有结果或引用外部文件${p['links'] === undefined ? '' : `（${param(p, 'links')}）`}`,
      why: '没有结果就不知道是多少，不能当作 0；外部文件变了数字也会变',
      how: '请用 Excel 打开等它算完再保存，或选中后「复制→选择性粘贴→数值」',
    },
    en: {
      title: 'Formulas without a result, or links to other files',
      what: (p) =>
        `cells should hold results; ${param(p, 'count')} formulas have none or refer to another file${p['links'] === undefined ? '' : ` (${param(p, 'links')})`}`,
      why: 'an unknown figure is not zero, and a linked one changes behind your back',
      how: 'open the file in Excel, let it calculate and save, or paste the values',
    },
  },
  examples: [],
});
