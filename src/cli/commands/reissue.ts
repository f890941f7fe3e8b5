import type { CommandSpec } from '../line/command.js';
import { BY, CSV_ENCODING, FORMAT_JSON, LEDGER, MAP, OUT_DIR, PERIOD, SHEET } from '../line/common-options.js';

export const reissue: CommandSpec = {
  name: 'reissue',
  group: 'batch',
  summary: {
    zh: '补发：银行没有付成的笔，按更正后的账号另立一个批次',
    en: 'a new linked batch for lines the bank did not pay, with corrected accounts',
  },
  usage: 'reissue BATCH --roster FILES… --period YYYY-MM --by NAME [--out DIR]',
  arguments: { min: 1, max: 1, name: { zh: '原批次号', en: 'the id of the old batch' } },
  options: [
    {
      flags: '--roster <FILES...>',
      text: { zh: '账号已更正的花名册', en: 'roster with the corrected accounts' },
    },
    PERIOD,
    {
      flags: '--name <NAME>',
      text: {
        zh: '新批次名；默认在原名后加 -r1、-r2…',
        en: 'name of the new batch; old name with -r1, -r2 … by default',
      },
    },
    {
      flags: '--lines <LINES...>',
      text: {
        zh: '只补发原批次的这几行；默认全部失败和退回的行',
        en: 'only these lines of the old batch; all failed and returned ones by default',
      },
    },
    {
      flags: '--confirmed <LINES...>',
      text: {
        zh: '这几行的账号没有变，但已核实可用（已激活、已解冻）',
        en: 'lines whose unchanged account is known to work again',
      },
    },
    OUT_DIR,
    BY,
    LEDGER,
    {
      flags: '--policy <FILE>',
      text: { zh: '批次用的是自己的政策包时，它的文件', en: 'pack file, when the batch used one of your own' },
    },
    MAP,
    SHEET,
    FORMAT_JSON,
    CSV_ENCODING,
  ],
  examples: [
    {
      line: 'reissue ningdong-2023-62.2024-10.main --roster 更正.xlsx --period 2024-11 --out 补发 --by 张制表',
      text: {
        zh: '失败和退回的笔按更正后的账号补发；新批次同样要审核',
        en: 'the new batch is approved like any other',
      },
    },
    {
      line: 'reissue ningdong-2023-62.2024-10.main --roster 更正.xlsx --period 2024-11 --lines 12 15 --confirmed 15 --by 张制表',
      text: { zh: '只补发第 12、15 笔；15 的账号没变，已核实可用', en: 'two lines; the account of 15 works again' },
    },
  ],
  load: () => import('../actions/reissue.js'),
};
