import { NO_ARGUMENTS, type CommandSpec } from '../line/command.js';
import { FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const holds: CommandSpec = {
  name: 'holds',
  group: 'batch',
  summary: { zh: '停发名单', en: 'the standing list' },
  usage: 'holds',
  arguments: NO_ARGUMENTS,
  options: [LEDGER, FORMAT_JSON],
  examples: [{ line: 'holds', text: { zh: '谁停发、为什么、谁定的', en: 'who, why, and by whom' } }],
  load: () => import('../actions/holds.js'),
};
