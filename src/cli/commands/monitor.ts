import type { CommandSpec } from '../line/command.js';
import {
  ALLOW_DRAFT_POLICY,
  AS_OF,
  CSV_ENCODING,
  FAIL_ON,
  FORMAT_JSON,
  INPUT_OPTIONS,
  OUT_DIR,
  OVERRIDE,
  READING,
  SET,
} from '../line/common-options.js';

export const monitor: CommandSpec = {
  name: 'monitor',
  group: 'daily',
  summary: {
    zh: '监测一个月：标记、目标、三本台账、月报；不发钱',
    en: 'a month of flags, targets and ledgers; pays nothing',
  },
  usage: 'monitor FILES… --policy ID… --period YYYY-MM --out DIR [--previous FILES…]',
  arguments: { min: 1, max: Number.POSITIVE_INFINITY, name: { zh: '花名册文件', en: 'the roster files' } },
  options: [
    {
      flags: '--policy <ID...>',
      repeat: true,
      text: { zh: '政策包编号或文件，可以多个', en: 'policy pack ids or files, one or more' },
    },
    { flags: '--period <YYYY-MM>', text: { zh: '监测月份，如 2024-10', en: 'month, such as 2024-10' } },
    OUT_DIR,
    {
      flags: '--previous <FILES...>',
      text: {
        zh: '以前月份：上次 monitor 写出的文件夹，或 flags.csv、problems.csv，或名册（路径里要有年月）',
        en: 'earlier months: output folders, flags.csv, problems.csv, or rosters with the month in their path',
      },
    },
    {
      flags: '--duty <OFFICE>',
      text: {
        zh: '只列这个责任单位的未达到名单，如 人社局',
        en: 'list only what is missed on the duty of this office',
      },
    },
    AS_OF,
    SET,
    READING,
    OVERRIDE,
    ALLOW_DRAFT_POLICY,
    ...INPUT_OPTIONS,
    FAIL_ON,
    FORMAT_JSON,
    CSV_ENCODING,
  ],
  examples: [
    {
      line: 'monitor 住户.xlsx 成员.csv --policy ningdong-2023-62 --period 2024-10 --out 监测/2024-10',
      text: { zh: '监测 2024 年 10 月', en: 'monitor October 2024' },
    },
    {
      line: 'monitor 十月.xlsx --policy ningdong-2023-62 yuncheng-2021-1 --period 2024-10 --out 监测/2024-10 --previous 监测/2024-09',
      text: { zh: '两份文件一起看，并和上月比', en: 'two packs at once, against the month before' },
    },
  ],
  load: () => import('../actions/monitor.js'),
};
