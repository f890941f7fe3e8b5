import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  unknown: '每行应对应本批次的一行，现找不到',
  twice: '每行应只有一个结果，现同一行出现多次',
  ambiguous: '没有序号时应能认出是哪一行，现有几行一样，分不清',
};
const EN: Readonly<Record<string, string>> = {
  unknown: 'each row should answer a line of this batch; no line fits',
  twice: 'each line should have one result; this one has several',
  ambiguous: 'without line numbers a row should fit one line; it fits several',
};

export const returnRowUnmatched = defineCheck({
  code: 'BNK-11',
  name: 'return-row-unmatched',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { row: 5, line: 12, reason: 'twice' },
  text: {
    zh: {
      title: '回盘行对不上',
      what: (p) =>
        `回盘第 ${param(p, 'row')} 行（序号 ${param(p, 'line')}）：${reasonText(ZH, p, ZH['unknown'] ?? '')}`,
      why: '对不上的行不登记，该笔保持在途',
      how: '请向银行核对该行；不要自行删改回盘文件',
    },
    en: {
      title: 'A return row fits no line',
      what: (p) => `row ${param(p, 'row')} (line ${param(p, 'line')}): ${reasonText(EN, p, EN['unknown'] ?? '')}`,
      why: 'the row is not taken and the line stays in flight',
      how: 'ask the bank about it; do not edit the return file',
    },
  },
  examples: [],
});
