import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const returnOfOldExport = defineCheck({
  code: 'BNK-23',
  name: 'return-of-old-export',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { line: 2, file: 'ningdong-2023-62.2024-10.main-csv.csv', day: '2024-11-01' },
  text: {
    zh: {
      title: '回盘说的是已作废的银行文件',
      what: (p) =>
        `回盘应答的是现在的银行文件，现第 ${param(p, 'line')} 行只在 ${param(p, 'day')} 导出的 ${param(p, 'file')} 里`,
      why: '作废的文件如果也送了银行，钱可能付了两次；整个文件没有采用',
      how: (p) => `确实是那个旧文件的回盘，请加 --of ${param(p, 'file')}`,
    },
    en: {
      title: 'The return answers a bank file that was replaced',
      what: (p) =>
        `it should answer the current bank files; line ${param(p, 'line')} stands only in ${param(p, 'file')} of ${param(p, 'day')}`,
      why: 'if the replaced file went to the bank too, money may be paid twice; nothing was taken',
      how: (p) => `if it does answer that old file, say --of ${param(p, 'file')}`,
    },
  },
  examples: [],
});
