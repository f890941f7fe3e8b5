import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON, LEDGER, OUT_DIR, PART } from '../line/common-options.js';

export const print: CommandSpec = {
  name: 'print',
  group: 'batch',
  summary: {
    zh: '打印批次的全套表：花名册、资金申请表、审批表、公示表、更正发放表',
    en: 'every document of a batch again, from the ledger alone',
  },
  usage: 'print BATCH --out DIR [--part township=…]',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch' } },
  options: [OUT_DIR, PART, LEDGER, FORMAT_JSON],
  examples: [
    {
      line: 'print ningdong-2023-62.2024-10.main --out 打印',
      text: {
        zh: '只看台账，不重算：批准了什么就印什么',
        en: 'nothing is computed again: what was approved is printed',
      },
    },
    {
      line: 'print ningdong-2023-62.2024-10.main --part township=宁东镇 --out 宁东镇',
      text: { zh: '只印一个乡镇', en: 'one township only' },
    },
  ],
  load: () => import('../actions/print.js'),
};
