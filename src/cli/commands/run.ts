import type { CommandSpec } from '../line/command.js';
import {
  ACCEPTED,
  ALLOW_DRAFT_POLICY,
  AS_OF,
  BUDGET,
  BY,
  CSV_ENCODING,
  FAIL_ON,
  FORMAT,
  INPUT_OPTIONS,
  LEDGER,
  OUT_DIR,
  OVERRIDE,
  PERIOD,
  POLICY,
  PREVIOUS,
  READING,
  SET,
} from '../line/common-options.js';

export const run: CommandSpec = {
  name: 'run',
  group: 'daily',
  summary: { zh: '核算一个月：读表、查错、按条款算钱，写出发放表', en: 'work out a month and write the payout files' },
  usage: 'run FILES… --policy ID --period YYYY-MM --out DIR [--dry-run] [--all-or-nothing]',
  arguments: { min: 1, max: Number.POSITIVE_INFINITY, name: { zh: '花名册文件', en: 'the roster files' } },
  options: [
    POLICY,
    PERIOD,
    OUT_DIR,
    {
      flags: '--name <NAME>',
      text: { zh: '批次名，同月同政策的多个批次用它区分，默认 main', en: 'batch name, default main' },
    },
    AS_OF,
    LEDGER,
    BY,
    {
      flags: '--all-or-nothing',
      text: { zh: '只要有一户因错误暂停，就一户也不发', en: 'pay nothing at all when anything is held' },
    },
    {
      flags: '--offset',
      text: { zh: '从本次应发里抵扣还没有收回的追回款', en: 'keep open clawbacks back from what is due now' },
    },
    {
      flags: '--dry-run',
      text: { zh: '只算给你看：不写文件，也不动台账', en: 'show the result; write no file and leave the ledger alone' },
    },
    SET,
    READING,
    OVERRIDE,
    ALLOW_DRAFT_POLICY,
    ...INPUT_OPTIONS,
    ACCEPTED,
    PREVIOUS,
    BUDGET,
    FAIL_ON,
    FORMAT,
    CSV_ENCODING,
  ],
  examples: [
    {
      line: 'run 住户.xlsx 成员.csv --policy ningdong-2023-62 --period 2024-10 --out 结果',
      text: { zh: '核算 2024 年 10 月这一批', en: 'work out the batch of October 2024' },
    },
    {
      line: 'run 住户.xlsx --policy ningdong-2023-62 --period 2024-10 --out 结果 --dry-run',
      text: { zh: '先看看结果，什么也不写', en: 'look first, write nothing' },
    },
    {
      line: 'run 住户.xlsx --policy ningdong-2023-62 --period 2024-10 --out 结果 --reading cap-period=year',
      text: { zh: '按另一种理解核算', en: 'under another reading of a doubtful clause' },
    },
  ],
  load: () => import('../actions/run.js'),
};
