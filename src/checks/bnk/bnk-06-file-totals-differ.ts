import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const fileTotalsDiffer = defineCheck({
  code: 'BNK-06',
  name: 'file-totals-differ',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { count: 99, total: '19800.00', wantedCount: 100, wantedTotal: '20000.00' },
  text: {
    zh: {
      title: '银行文件笔数或金额与批次不符',
      what: (p) =>
        `应为 ${param(p, 'wantedCount')} 笔 ${param(p, 'wantedTotal')} 元，现为 ${param(p, 'count')} 笔 ${param(p, 'total')} 元`,
      why: '少一笔就有人领不到，多一笔就多付，文件不予导出',
      how: '请重新导出；若再次出现请报告问题',
    },
    en: {
      title: 'Count or sum of the bank file is not that of the batch',
      what: (p) =>
        `it should be ${param(p, 'wantedCount')} lines and ${param(p, 'wantedTotal')} yuan, it is ${param(p, 'count')} and ${param(p, 'total')}`,
      why: 'a missing line leaves somebody unpaid; the file is not written',
      how: 'export again; if it stays, report it',
    },
  },
  examples: [],
});
