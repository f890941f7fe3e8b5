import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const extraCells = defineCheck({
  code: 'SHT-10',
  name: 'extra-cells',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { cells: 8, columns: 7 },
  text: {
    zh: {
      title: '这一行比表头多出单元格',
      what: (p) =>
        `表头有 ${param(p, 'columns')} 列，这一行应不多于 ${param(p, 'columns')} 个单元格，现有 ${param(p, 'cells')} 个`,
      why: '多半是金额里的逗号（12,000）没有加引号，后面的内容都错了一列，金额也读小了，这一行的户（人、单位）暂不发放',
      how: '请把金额里的逗号去掉，或给带逗号的内容加英文双引号，或另存为 .xlsx',
    },
    en: {
      title: 'The row has more cells than the header',
      what: (p) =>
        `the header has ${param(p, 'columns')} columns; this row should have no more cells and has ${param(p, 'cells')}`,
      why: 'most likely a comma in an amount (12,000) is not quoted: all that follows has moved; the payment is held',
      how: 'take the comma out of the amount, put the cell in double quotes, or save the file as .xlsx',
    },
  },
  examples: [],
});
