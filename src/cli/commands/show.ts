import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const show: CommandSpec = {
  name: 'show',
  group: 'batch',
  summary: { zh: '一个批次的明细、经过和收支平衡', en: 'lines, events and balance of a batch' },
  usage: 'show BATCH',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [{ flags: '--all', text: { zh: '列出每一笔', en: 'list every line' } }, LEDGER, FORMAT_JSON],
  examples: [{ line: 'show ningdong-2023-62.2024-10.main', text: { zh: '看一个批次', en: 'show a batch' } }],
  load: () => import('../actions/show.js'),
};
