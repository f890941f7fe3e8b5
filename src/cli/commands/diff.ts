import type { CommandSpec } from '../line/command.js';
import { CSV_ENCODING, FORMAT_JSON, LEDGER, MAP, OUT_DIR, SHEET } from '../line/common-options.js';

export const diff: CommandSpec = {
  name: 'diff',
  group: 'understand',
  summary: {
    zh: '两份花名册或两个批次有什么不同：新增、退出、变更',
    en: 'what differs between two rosters or two batches',
  },
  usage: 'diff OLD NEW [--out DIR]',
  arguments: {
    min: 2,
    max: 2,
    name: {
      zh: '旧的和新的：花名册文件或文件夹，或批次号、batch.json、payouts.csv',
      en: 'an old and a new one: roster files or folders, or batch ids, batch.json, payouts.csv',
    },
  },
  options: [OUT_DIR, LEDGER, MAP, SHEET, FORMAT_JSON, CSV_ENCODING],
  examples: [
    {
      line: 'diff 9月.xlsx 10月.xlsx',
      text: {
        zh: '逐户逐人逐项比较；有不同退出码为 1',
        en: 'row by row, field by field; exit code 1 when they differ',
      },
    },
    {
      line: 'diff ningdong-2023-62.2024-09.main 结果/batch.json --out 变动',
      text: {
        zh: '两个批次：谁新增、谁退出、谁的金额或账号变了；写出 diff.csv 和 diff.xlsx',
        en: 'two batches; writes diff.csv and diff.xlsx',
      },
    },
  ],
  load: () => import('../actions/diff.js'),
};
