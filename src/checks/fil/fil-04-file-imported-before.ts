import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const fileImportedBefore = defineCheck({
  code: 'FIL-04',
  name: 'file-imported-before',
  severity: 'warning',
  stage: 'ledger',
  needs: [],
  sample: { batch: 'ningdong-2023-62.2024-06.main' },
  text: {
    zh: {
      title: '同一文件已用过',
      what: (p) => `每个文件应只用一次，现与批次 ${param(p, 'batch')} 用过的文件内容完全相同`,
      why: '重复上传容易重复发放；已付的金额已由台账扣除，不会再付一次',
      how: '如果是补跑同一批，不必处理；如果应是新的一月，请换成新名册',
    },
    en: {
      title: 'This file was used before',
      what: (p) => `each file should be used once; its content is that of batch ${param(p, 'batch')}`,
      why: 'the same list twice pays twice; what the ledger knows as paid was taken off',
      how: 'nothing to do when the batch is run again; for a new month, hand in the new roster',
    },
  },
  examples: [],
});
