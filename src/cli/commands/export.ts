import type { CommandSpec } from '../line/command.js';
import { BY, FORMAT_JSON, LEDGER, OUT_DIR } from '../line/common-options.js';

export const exportBatch: CommandSpec = {
  name: 'export',
  group: 'batch',
  summary: { zh: '生成已审核批次的银行付款文件', en: 'bank payment files of an approved batch' },
  usage: 'export BATCH --out DIR [--bank FORMAT]',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [
    OUT_DIR,
    {
      flags: '--bank <FORMAT>',
      text: {
        zh: '银行文件格式：csv（默认）、xlsx、comma、pipe',
        en: 'bank format: csv (default), xlsx, comma, pipe',
      },
    },
    { flags: '--unit <CODE>', text: { zh: '银行给的单位编号', en: 'the unit code given by the bank' } },
    { flags: '--remark <TEXT>', text: { zh: '摘要，默认为政策名称', en: 'remark on the statement' } },
    {
      flags: '--max-rows <N>',
      text: { zh: '一个文件最多多少笔，超过就拆分', en: 'rows a file may have; more are split' },
    },
    { flags: '--day <DATE>', text: { zh: '付款日期，默认今天', en: 'day of the order, today by default' } },
    BY,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'export ningdong-2023-62.2024-10.main --out 银行 --bank xlsx',
      text: { zh: '账号有问题的笔不放进文件，另外列出', en: 'lines with bad accounts are left out and listed' },
    },
  ],
  load: () => import('../actions/export.js'),
};
