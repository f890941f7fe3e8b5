import type { CommandSpec } from '../line/command.js';
import { BY, CHECKED_BY, FORMAT_JSON, LEDGER, REASON } from '../line/common-options.js';

export const release: CommandSpec = {
  name: 'release',
  group: 'batch',
  summary: { zh: '解除一种停发：重复领取、追回后又应发、停发名单', en: 'let go of one thing that holds a payee' },
  usage: 'release PAYEE --of CODE [--same-as OLD | --separate] --reason TEXT --by NAME',
  arguments: {
    min: 1,
    max: 1,
    name: { zh: '户编号、身份证号或统一社会信用代码', en: 'a household number, an ID or a credit code' },
  },
  options: [
    {
      flags: '--of <CODE>',
      choices: ['LED-03', 'LED-15', 'LED-16'],
      text: {
        zh: '解除哪一种：LED-03 曾以别的户领取、LED-15 因追回或停发又应发、LED-16 停发名单',
        en: 'what to open: LED-03 paid as another household, LED-15 due again, LED-16 standing list',
      },
    },
    {
      flags: '--same-as <OLD>',
      text: {
        zh: '只用于 LED-03：是同一户，这是原来的户编号；原户的发放、额度和欠款都算这一户的',
        en: 'LED-03: one household, this is its old number; history, caps and debts become those of the new',
      },
    },
    { flags: '--separate', text: { zh: '只用于 LED-03：确是两户', en: 'LED-03: they are two households' } },
    REASON,
    BY,
    CHECKED_BY,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'release HH0201 --of LED-03 --same-as HH0012 --reason 换了户编号 --by 李审核',
      text: { zh: '原户已发的从此算这一户的', en: 'what the old number was paid counts' },
    },
    {
      line: 'release HH0012 --of LED-16 --reason 查无问题 --by 李审核',
      text: { zh: '从停发名单上去掉', en: 'take off the standing list' },
    },
  ],
  load: () => import('../actions/release.js'),
};
