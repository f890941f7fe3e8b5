import type { CommandSpec } from '../line/command.js';
import { NO_ARGUMENTS } from '../line/command.js';
import { FORMAT_JSON, LEDGER, OUT_WORKBOOK, POLICY } from '../line/common-options.js';

export const batches: CommandSpec = {
  name: 'batches',
  group: 'batch',
  summary: { zh: '列出批次和各状态的金额、在途多久', en: 'list the batches with sums by state and what is in flight' },
  usage: 'batches [--period YYYY|YYYY-MM] [--policy ID] [--out FILE.xlsx]',
  arguments: NO_ARGUMENTS,
  options: [
    { flags: '--period <PERIOD>', text: { zh: '年份 2024 或付款月份 2024-10', en: 'a year or a payment month' } },
    POLICY,
    {
      flags: '--as-of <DATE>',
      text: { zh: '算天数以哪一天为准，默认今天', en: 'day from which days are counted; today by default' },
    },
    OUT_WORKBOOK,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    { line: 'batches --period 2024-10', text: { zh: '十月份有哪些批次', en: 'the batches of October' } },
    { line: 'batches --period 2024 --out 一览.xlsx', text: { zh: '全年各批次、追回、停发名单', en: 'the whole year' } },
  ],
  load: () => import('../actions/batches.js'),
};
