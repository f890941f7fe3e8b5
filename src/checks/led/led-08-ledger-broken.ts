import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const ledgerBroken = defineCheck({
  code: 'LED-08',
  name: 'ledger-broken',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { entry: 17, count: 1 },
  text: {
    zh: {
      title: '台账校验失败',
      what: (p) => `每条记录应与校验链一致，现第 ${param(p, 'entry')} 条起有 ${param(p, 'count')} 处不符`,
      why: '台账可能被改动或损坏，继续操作会重复发放',
      how: '请停止操作，保留文件，联系管理员用备份核对',
    },
    en: {
      title: 'The ledger fails verification',
      what: (p) => `every entry should fit the chain; from entry ${param(p, 'entry')} on, ${param(p, 'count')} do not`,
      why: 'it was altered or damaged; going on may pay twice',
      how: 'stop, keep the file, and compare it with the backup',
    },
  },
  examples: [],
});
