import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const batchDiffers = defineCheck({
  code: 'FIL-05',
  name: 'batch-differs',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { batch: 'ningdong-2023-62.2024-06.main', count: 3 },
  text: {
    zh: {
      title: '同名批次内容不同',
      what: (p) => `批次 ${param(p, 'batch')} 已审核，内容应与它一致，现有 ${param(p, 'count')} 行不同`,
      why: '已审核的批次不能改，改了就对不上账',
      how: '请核对差异；确需补发或更正，用另一个批次名（--name）另作一批',
    },
    en: {
      title: 'A batch of this name has other content',
      what: (p) =>
        `batch ${param(p, 'batch')} was approved and should stay as it is; ${param(p, 'count')} lines differ`,
      why: 'an approved batch must not change, or the books no longer agree',
      how: 'look at the differences; pay corrections in a batch of another --name',
    },
  },
  examples: [],
});
