import type { CommandSpec } from '../line/command.js';
import {
  ALLOW_DRAFT_POLICY,
  AS_OF,
  FORMAT_JSON,
  INPUT_OPTIONS,
  LEDGER,
  OUT_DIR,
  PERIOD,
  POLICY,
  READING,
  SET,
} from '../line/common-options.js';

export const dossier: CommandSpec = {
  name: 'dossier',
  group: 'understand',
  summary: {
    zh: '一户一档：每户一页，家庭情况、认定、发放和问题',
    en: 'one page a household: facts, flags, payments, findings',
  },
  usage: 'dossier FILES…|--batch BATCH HOUSEHOLD… --out DIR [--policy ID]',
  arguments: {
    min: 1,
    max: Number.POSITIVE_INFINITY,
    name: { zh: '花名册文件；有 --batch 时是户编号', en: 'roster files; with --batch, households' },
  },
  options: [
    {
      flags: '--batch <BATCH>',
      text: {
        zh: '台账里的批次：只看台账，不读花名册，只写给出的户',
        en: 'a batch of the ledger: from the ledger alone, only the households given',
      },
    },
    {
      flags: '--household <ID...>',
      text: { zh: '只写这几户；默认花名册里的每一户', en: 'only these households; every one by default' },
    },
    OUT_DIR,
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
      line: 'dossier 住户.xlsx 成员.csv --policy ningdong-2023-62 --out 一户一档',
      text: { zh: '每户一页网页，可以打印存档；证件号已隐去', en: 'a page each to print and file, masked' },
    },
    {
      line: 'dossier --batch ningdong-2023-62.2024-10.main HH0012 HH0015 --out 一户一档',
      text: { zh: '某一批次里的两户', en: 'two households of a batch' },
    },
  ],
  load: () => import('../actions/dossier.js'),
};
