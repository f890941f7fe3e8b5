import type { CommandSpec } from '../line/command.js';
import { BY, FORMAT_JSON, LEDGER, REASON } from '../line/common-options.js';

export const stop: CommandSpec = {
  name: 'stop',
  group: 'batch',
  summary: { zh: '停发：付款以前从已审核的批次里拿出几笔', en: 'take lines out of an approved batch before export' },
  usage: 'stop BATCH LINE… --reason TEXT --by NAME',
  arguments: { min: 2, max: Number.POSITIVE_INFINITY, name: { zh: '批次号和行号', en: 'a batch id and line numbers' } },
  options: [REASON, BY, LEDGER, FORMAT_JSON],
  examples: [
    {
      line: 'stop ningdong-2023-62.2024-10.main 12 15 --reason 举报待查 --by 李审核',
      text: { zh: '第 12、15 笔先不付', en: 'lines 12 and 15 are not paid for now' },
    },
  ],
  load: () => import('../actions/stop.js'),
};
