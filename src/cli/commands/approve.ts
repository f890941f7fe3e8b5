import type { CommandSpec } from '../line/command.js';
import { BUDGET, BY, FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const approve: CommandSpec = {
  name: 'approve',
  group: 'batch',
  summary: { zh: '审核一个批次（审核人不能是制表人）', en: 'approve a batch (approver is not the maker)' },
  usage: 'approve BATCH --by NAME [--hash HASH] [--budget FILE]',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [
    BY,
    {
      flags: '--hash <HASH>',
      text: {
        zh: '所核对内容的摘要（batch.json 的 content_hash）；草稿被替换过时必须写',
        en: 'content hash of what was looked at (batch.json); needed when the draft was replaced',
      },
    },
    BUDGET,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'approve ningdong-2023-62.2024-10.main --by 李审核',
      text: { zh: '在一个事务里重查全部限额，再定下内容', en: 'checks every cap again and binds the content' },
    },
  ],
  load: () => import('../actions/approve.js'),
};
