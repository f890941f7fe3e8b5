import type { CommandSpec } from '../line/command.js';
import { BY, FORMAT_JSON, LEDGER, REASON } from '../line/common-options.js';

export const hold: CommandSpec = {
  name: 'hold',
  group: 'batch',
  summary: {
    zh: '列入停发名单：解除以前都不发',
    en: 'put a payee on the standing list: nothing is paid until released',
  },
  usage: 'hold PAYEE --reason TEXT --by NAME',
  arguments: {
    min: 1,
    max: 1,
    name: { zh: '户编号、身份证号或统一社会信用代码', en: 'a household number, an ID or a credit code' },
  },
  options: [REASON, BY, LEDGER, FORMAT_JSON],
  examples: [
    {
      line: 'hold HH0012 --reason 举报待查 --by 李审核',
      text: { zh: '这一户和户内的人都停发', en: 'the household and everybody in it' },
    },
  ],
  load: () => import('../actions/hold.js'),
};
