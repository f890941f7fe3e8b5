import type { CommandSpec } from '../line/command.js';
import { BY, CHECKED_BY, FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const close: CommandSpec = {
  name: 'close',
  group: 'batch',
  summary: { zh: '关账：证明 应发 = 已付 + 退回 + 失败 + 停发 + 在途', en: 'prove the equation and close the batch' },
  usage: 'close BATCH [--by NAME] [--checked-by NAME]',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [BY, CHECKED_BY, LEDGER, FORMAT_JSON],
  examples: [
    { line: 'close ningdong-2023-62.2024-10.main', text: { zh: '按笔数和分核对后关账', en: 'in lines and in fen' } },
  ],
  load: () => import('../actions/close.js'),
};
