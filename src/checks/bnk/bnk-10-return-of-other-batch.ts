import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const returnOfOtherBatch = defineCheck({
  code: 'BNK-10',
  name: 'return-of-other-batch',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { found: 'ningdong-2023-62.2024-05.main', batch: 'ningdong-2023-62.2024-06.main' },
  text: {
    zh: {
      title: '回盘文件不属于本批次',
      what: (p) => `应是批次 ${param(p, 'batch')} 的回盘，现文件里是 ${param(p, 'found')} 或没有一行对得上`,
      why: '用错文件会把别人的结果记到本批，整个文件不采用',
      how: '请核对批次号和文件',
    },
    en: {
      title: 'The return file is of another batch',
      what: (p) =>
        `it should answer batch ${param(p, 'batch')}; it names ${param(p, 'found')}, or none of its rows fits`,
      why: 'the wrong file would record other people’s results; nothing of it is taken',
      how: 'check the batch and the file',
    },
  },
  examples: [],
});
