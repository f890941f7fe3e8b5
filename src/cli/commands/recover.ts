import type { CommandSpec } from '../line/command.js';
import { BY, CHECKED_BY, FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const recover: CommandSpec = {
  name: 'recover',
  group: 'batch',
  summary: { zh: '记收回：追回的钱回来了，一次或分几次', en: 'money of a clawback has come back, at once or in parts' },
  usage: 'recover BATCH LINE --amount YUAN --date DATE --by NAME',
  arguments: { min: 2, max: 2, name: { zh: '批次号和行号', en: 'a batch id and a line number' } },
  options: [
    { flags: '--amount <YUAN>', text: { zh: '收回的金额，如 500.00', en: 'how much came back, such as 500.00' } },
    { flags: '--date <DATE>', text: { zh: '收回的日期 YYYY-MM-DD', en: 'the day it came, YYYY-MM-DD' } },
    BY,
    CHECKED_BY,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'recover ningdong-2023-62.2024-10.main 12 --amount 500.00 --date 2024-12-03 --by 李审核',
      text: { zh: '第 12 笔的追缴款收回 500 元', en: '500 yuan of line 12 are back' },
    },
  ],
  load: () => import('../actions/recover.js'),
};
