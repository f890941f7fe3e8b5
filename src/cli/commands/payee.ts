import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON, LEDGER, OUT_WORKBOOK } from '../line/common-options.js';

export const payee: CommandSpec = {
  name: 'payee',
  group: 'batch',
  summary: {
    zh: '一个对象的全部发放、暂停、退回、追回，以及谁决定的',
    en: 'everything ever paid to or taken back from one payee, with why',
  },
  usage: 'payee ID [--out FILE.xlsx]',
  arguments: {
    min: 1,
    max: 1,
    name: { zh: '户编号、身份证号或统一社会信用代码', en: 'a household, ID or credit code' },
  },
  options: [OUT_WORKBOOK, LEDGER, FORMAT_JSON],
  examples: [{ line: 'payee HH0012', text: { zh: '这一户历年各批次', en: 'all batches of this household' } }],
  load: () => import('../actions/payee.js'),
};
