import type { CommandSpec } from '../line/command.js';
import { NO_ARGUMENTS } from '../line/command.js';
import {
  ALLOW_DRAFT_POLICY,
  BY,
  CHECKED_BY,
  CSV_ENCODING,
  FORMAT_JSON,
  LEDGER,
  OUT_DIR,
  PERIOD,
  POLICY,
} from '../line/common-options.js';

const verify: CommandSpec = {
  name: 'ledger verify',
  group: 'policy',
  summary: { zh: '校验台账有没有被改动', en: 'check that nothing in the ledger was altered' },
  usage: 'ledger verify [--ledger FILE] [--head FILE|HASH]',
  arguments: NO_ARGUMENTS,
  options: [
    LEDGER,
    {
      flags: '--head <FILE|HASH>',
      text: {
        zh: '以前记下的末条校验值，或记有它的文件（batch.json、银行文件夹里的 台账末条.json）：台账应仍经过那一条',
        en: 'a head written down earlier, or a file with it (batch.json, the bank folder): the chain must still pass through it',
      },
    },
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'ledger verify --head 结果/batch.json',
      text: { zh: '台账有没有被截短、清空或整个重做', en: 'whether the ledger was cut back, emptied or made anew' },
    },
    {
      line: 'ledger verify',
      text: { zh: '重算每条记录的校验链、内容、额度和收支平衡', en: 'recomputes chain, contents, caps and balances' },
    },
  ],
  load: () => import('../actions/ledger-verify.js'),
};

const exportAll: CommandSpec = {
  name: 'ledger export',
  group: 'policy',
  summary: { zh: '把台账全部导出为表格（证件号、账号已隐去）', en: 'the whole ledger as plain tables, masked' },
  usage: 'ledger export --out DIR [--format csv|jsonl]',
  arguments: NO_ARGUMENTS,
  options: [
    OUT_DIR,
    LEDGER,
    {
      flags: '--format <FORMAT>',
      choices: ['csv', 'jsonl'],
      text: { zh: '文件格式，默认 csv', en: 'format of the files, default csv' },
    },
    CSV_ENCODING,
  ],
  examples: [
    { line: 'ledger export --out 台账备查', text: { zh: '批次、明细、经过各一个文件', en: 'a file for each table' } },
    {
      line: 'ledger export --out 台账备查 --format jsonl --reveal',
      text: { zh: '完整的证件号和账号，注意保管', en: 'full numbers; keep them safe' },
    },
  ],
  load: () => import('../actions/ledger-export.js'),
};

const importOpening: CommandSpec = {
  name: 'ledger import',
  group: 'policy',
  summary: { zh: '把以前的发放表导入台账，作为已付的历史', en: 'take in old payout sheets as paid history' },
  usage: 'ledger import FILES… --policy ID --by NAME [--benefit ID] [--year YYYY] [--period YYYY-MM]',
  arguments: {
    min: 1,
    max: Number.POSITIVE_INFINITY,
    name: { zh: '以前的发放表（payouts.csv 或一卡通发放表）', en: 'old payout sheets' },
  },
  options: [
    POLICY,
    {
      flags: '--benefit <ID>',
      text: { zh: '表里没有项目一列时，都是哪个项目', en: 'benefit of every row, when the sheet has no such column' },
    },
    {
      flags: '--year <YYYY>',
      text: { zh: '表里没有年度一列时，都是哪一年度', en: 'year of every row, when the sheet has no such column' },
    },
    PERIOD,
    {
      flags: '--name <NAME>',
      text: { zh: '期初批次名，默认 opening', en: 'name of the opening batch, default opening' },
    },
    {
      flags: '--roster <FILES...>',
      text: {
        zh: '按户发放而表里没有户编号时，用花名册按户主身份证号查',
        en: 'roster to find households by their head, when the sheet has no household column',
      },
    },
    BY,
    CHECKED_BY,
    LEDGER,
    ALLOW_DRAFT_POLICY,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'ledger import 去年/payouts.csv --policy ningdong-2023-62 --by 张制表',
      text: { zh: '以前发过的从此算已付，不会再发一次', en: 'what was paid then counts as paid' },
    },
    {
      line: 'ledger import 一卡通.xlsx --policy litong-2021-7 --benefit transport --year 2022 --period 2022-12 --by 张制表',
      text: { zh: '18 列的一卡通发放表', en: 'an 18-column bank card sheet' },
    },
  ],
  load: () => import('../actions/ledger-import.js'),
};

export const ledger: CommandSpec = {
  name: 'ledger',
  group: 'policy',
  summary: { zh: '台账：校验、导出、导入以前的发放', en: 'the ledger: verify, export, import earlier payments' },
  usage: 'ledger verify|export|import …',
  arguments: {
    min: 1,
    max: 1,
    name: { zh: '子命令（verify、export、import）', en: 'a subcommand (verify, export, import)' },
  },
  options: [],
  examples: [...verify.examples, ...exportAll.examples, ...importOpening.examples],
  subcommands: [verify, exportAll, importOpening],
  load: verify.load,
};
