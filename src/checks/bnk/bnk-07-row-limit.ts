import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const rowLimit = defineCheck({
  code: 'BNK-07',
  name: 'row-limit',
  severity: 'info',
  stage: 'bank',
  needs: [],
  sample: { limit: 5000, files: 2, rows: 6200 },
  text: {
    zh: {
      title: '已按银行单文件笔数拆分',
      what: (p) =>
        `银行单个文件应不超过 ${param(p, 'limit')} 笔，现 ${param(p, 'rows')} 笔已拆成 ${param(p, 'files')} 个文件`,
      why: '超过笔数的文件银行不收',
      how: '请把全部文件都交给银行，不要漏传',
    },
    en: {
      title: 'Split by the bank’s row limit',
      what: (p) =>
        `a file may have ${param(p, 'limit')} rows; ${param(p, 'rows')} were split into ${param(p, 'files')} files`,
      why: 'the bank refuses longer files',
      how: 'hand in all of the files',
    },
  },
  examples: [],
});
