import type { CommandSpec } from '../line/command.js';
import { NO_ARGUMENTS } from '../line/command.js';
import { BY, CSV_ENCODING, FAIL_ON, FORMAT_JSON, LEDGER, MAP } from '../line/common-options.js';

export const config: CommandSpec = {
  name: 'config',
  group: 'other',
  summary: { zh: '各项设置现在是什么、从哪里来', en: 'the settings in force and where each comes from' },
  usage: 'config [--format json]',
  arguments: NO_ARGUMENTS,
  options: [LEDGER, BY, FAIL_ON, CSV_ENCODING, MAP, FORMAT_JSON],
  examples: [{ line: 'config', text: { zh: '看设置', en: 'show the settings' } }],
  load: () => import('../actions/config.js'),
};
