import type { CommandSpec } from '../line/command.js';
import {
  ALLOW_DRAFT_POLICY,
  AS_OF,
  FORMAT_JSON,
  INPUT_OPTIONS,
  LEDGER,
  PERIOD,
  POLICY,
  READING,
  SET,
} from '../line/common-options.js';

export const report: CommandSpec = {
  name: 'report',
  group: 'understand',
  summary: { zh: '一页带图的报告：一个批次，或几份花名册', en: 'a page with charts about a batch or rosters' },
  usage: 'report BATCH|FILES… --out FILE.html [--policy ID]',
  arguments: {
    min: 1,
    max: Number.POSITIVE_INFINITY,
    name: { zh: '批次号、run 写出的文件夹，或花名册文件', en: 'a batch id, a folder that run wrote, or roster files' },
  },
  options: [
    { flags: '--out <FILE>', text: { zh: '写出的网页，例如 报告.html', en: 'the page to write, such as report.html' } },
    POLICY,
    PERIOD,
    AS_OF,
    SET,
    READING,
    ALLOW_DRAFT_POLICY,
    ...INPUT_OPTIONS,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'report ningdong-2023-62.2024-10.main --out 报告.html',
      text: { zh: '台账里的批次：收支平衡、按社区、办理经过', en: 'a batch of the ledger: where its money stands' },
    },
    { line: 'report 结果 --out 报告.html', text: { zh: 'run 写出的那一页', en: 'the page that run wrote' } },
    {
      line: 'report 住户.xlsx 成员.csv --policy ningdong-2023-62 --period 2024-10 --out 报告.html',
      text: {
        zh: '试算的报告；不给 --policy 就只有查错的报告',
        en: 'a trial run; without --policy only what is wrong',
      },
    },
  ],
  load: () => import('../actions/report.js'),
};
