import type { CommandSpec } from '../line/command.js';
import { BUDGET, COLUMN, CSV_ENCODING, FORMAT_JSON, LEDGER, OUT_DIR } from '../line/common-options.js';

export const reconcile: CommandSpec = {
  name: 'reconcile',
  group: 'batch',
  summary: {
    zh: '年终对账：台账与银行明细、预算逐笔核对',
    en: 'year-end: the ledger against bank statements and budget',
  },
  usage: 'reconcile --year YYYY [--bank FILES…] [--budget FILE] [--out DIR]',
  arguments: { min: 0, max: 0, name: { zh: '', en: '' } },
  options: [
    { flags: '--year <YYYY>', text: { zh: '年份，按付款月份算', en: 'the year of the payment months' } },
    {
      flags: '--bank <FILES...>',
      text: { zh: '银行明细或回盘文件，可以是多个', en: 'bank statements or result files' },
    },
    COLUMN,
    BUDGET,
    OUT_DIR,
    LEDGER,
    FORMAT_JSON,
    CSV_ENCODING,
  ],
  examples: [
    {
      line: 'reconcile --year 2024 --bank 银行明细.xlsx --budget 预算.csv --out 对账',
      text: {
        zh: '全部对上退出码为 0，有一笔对不上就是 1；写出 reconciliation.csv 和 reconciliation.json',
        en: 'exit code 0 when everything matched, else 1',
      },
    },
    {
      line: 'reconcile --year 2024 --bank 1月.csv 2月.csv',
      text: { zh: '银行明细分成几个文件也可以', en: 'several statements' },
    },
  ],
  load: () => import('../actions/reconcile.js'),
};
