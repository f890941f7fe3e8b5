import type { CommandSpec } from '../line/command.js';
import { NO_ARGUMENTS } from '../line/command.js';
import { FORMAT_JSON, LEDGER, PERIOD, POLICY } from '../line/common-options.js';

export const batches: CommandSpec = {
  name: 'batches',
  group: 'batch',
  summary: { zh: '列出台账里的批次', en: 'list the batches of the ledger' },
  usage: 'batches [--period YYYY-MM] [--policy ID]',
  arguments: NO_ARGUMENTS,
  options: [PERIOD, POLICY, LEDGER, FORMAT_JSON],
  examples: [{ line: 'batches --period 2024-10', text: { zh: '十月份有哪些批次', en: 'the batches of October' } }],
  load: () => import('../actions/batches.js'),
};
