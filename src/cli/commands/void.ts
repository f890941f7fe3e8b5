import type { CommandSpec } from '../line/command.js';
import { BY, FORMAT_JSON, LEDGER, REASON } from '../line/common-options.js';

export const voidBatch: CommandSpec = {
  name: 'void',
  group: 'batch',
  summary: { zh: '作废批次（只能在导出付款文件以前）', en: 'void a batch, only before it is exported' },
  usage: 'void BATCH --reason TEXT --by NAME',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [REASON, BY, LEDGER, FORMAT_JSON],
  examples: [
    {
      line: 'void ningdong-2023-62.2024-10.main --reason 名册拿错了 --by 王会计',
      text: { zh: '作废；记录留着，不删除', en: 'voided, not deleted' },
    },
  ],
  load: () => import('../actions/void.js'),
};
