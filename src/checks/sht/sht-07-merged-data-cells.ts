import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const mergedDataCells = defineCheck({
  code: 'SHT-07',
  name: 'merged-data-cells',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { range: 'C5:C8' },
  text: {
    zh: {
      title: '数据区有合并单元格',
      what: (p) => `每行应各填各的，现 ${param(p, 'range')} 合并为一格`,
      why: '合并后只有第一行有值，其余行不知道填的是什么，不能猜',
      how: '请取消合并并逐行填写',
    },
    en: {
      title: 'Merged cells among the data',
      what: (p) => `each row should have its own value; ${param(p, 'range')} is one merged cell`,
      why: 'only the first row has the value; the others are unknown and not guessed',
      how: 'unmerge the cells and fill in every row',
    },
  },
  examples: [],
});
