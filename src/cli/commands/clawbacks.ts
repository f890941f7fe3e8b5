import { NO_ARGUMENTS, type CommandSpec } from '../line/command.js';
import { FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const clawbacks: CommandSpec = {
  name: 'clawbacks',
  group: 'batch',
  summary: { zh: '追回清单：收回多少、还欠多少', en: 'clawbacks: what came back, what is open' },
  usage: 'clawbacks [--open]',
  arguments: NO_ARGUMENTS,
  options: [
    { flags: '--open', text: { zh: '只列还没有收完的', en: 'only those of which something is open' } },
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [{ line: 'clawbacks --open', text: { zh: '谁还欠多少', en: 'who owes how much' } }],
  load: () => import('../actions/clawbacks.js'),
};
