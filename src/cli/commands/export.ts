import type { CommandSpec } from '../line/command.js';
import { BY, FORMAT_JSON, LEDGER, OUT_DIR } from '../line/common-options.js';

export const exportBatch: CommandSpec = {
  name: 'export',
  group: 'batch',
  summary: { zh: '生成已审核批次的银行付款文件', en: 'bank payment files of an approved batch' },
  usage: 'export BATCH --out DIR [--bank FORMAT] [--split bank|township|benefit] [--again --reason TEXT]',
  arguments: { min: 1, max: 1, name: { zh: '批次号', en: 'a batch id' } },
  options: [
    OUT_DIR,
    {
      flags: '--bank <FORMAT>',
      text: {
        zh: '银行文件格式：csv（默认）、xlsx、comma、pipe、ykt（一卡通花名册）',
        en: 'bank format: csv (default), xlsx, comma, pipe, ykt (18-column roster)',
      },
    },
    { flags: '--unit <CODE>', text: { zh: '银行给的单位编号', en: 'the unit code given by the bank' } },
    { flags: '--remark <TEXT>', text: { zh: '摘要，默认为政策名称', en: 'remark on the statement' } },
    {
      flags: '--max-rows <N>',
      text: { zh: '一个文件最多多少笔，超过就拆分', en: 'rows a file may have; more are split' },
    },
    {
      flags: '--split <BY>',
      choices: ['bank', 'township', 'benefit'],
      text: {
        zh: '每个银行、乡镇或项目一个文件，各有笔数和合计',
        en: 'a file for each bank, township or benefit, with its own totals',
      },
    },
    {
      flags: '--again',
      text: {
        zh: '再次导出：只含还没有银行结果的笔，旧文件改名为 作废-…',
        en: 'make new files of the lines without a result; the old ones are renamed as void',
      },
    },
    { flags: '--reason <TEXT>', text: { zh: '为什么再次导出', en: 'why files are made again' } },
    {
      flags: '--day <DATE>',
      text: {
        zh: '付款日期；文件里默认写今天，核对时默认付款月份的第一天',
        en: 'day of the order; by default today in the file, the first day of the payment month for checks',
      },
    },
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
