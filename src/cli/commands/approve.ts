import type { CommandSpec } from '../line/command.js';
import { BUDGET, BY, FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const approve: CommandSpec = {
  name: 'approve',
  group: 'batch',
  summary: { zh: '审核一个批次（审核人不能是制表人）', en: 'approve a batch (approver is not the maker)' },
  usage: 'approve BATCH --by NAME [--budget FILE]',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [BY, BUDGET, LEDGER, FORMAT_JSON],
  examples: [
    {
      line: 'approve ningdong-2023-62.2024-10.main --by 李审核',
      text: { zh: '在一个事务里重查全部限额，再定下内容', en: 'checks every cap again and binds the content' },
    },
  ],
  load: () => import('../actions/approve.js'),
};
