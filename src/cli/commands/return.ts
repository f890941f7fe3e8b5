import type { CommandSpec } from '../line/command.js';
import { BY, COLUMN, FORMAT_JSON, LEDGER, OUT_DIR } from '../line/common-options.js';

export const returnFile: CommandSpec = {
  name: 'return',
  group: 'batch',
  summary: { zh: '登记银行回盘结果', en: 'take in the bank result file' },
  usage: 'return BATCH FILE --coverage full|failures|successes [--of BANKFILE]',
  arguments: { min: 2, max: 2, name: { zh: '批次号和回盘文件', en: 'a batch id and the result file' } },
  options: [
    {
      flags: '--coverage <WHICH>',
      choices: ['full', 'failures', 'successes'],
      text: {
        zh: '回盘里有哪些：full 全部结果，failures 只有失败，successes 只有成功；必须说明',
        en: 'what the file holds; has no default',
      },
    },
    {
      flags: '--of <BANKFILE>',
      text: {
        zh: '回盘是哪一个银行文件的；几个文件时的“仅失败”、已作废文件的回盘要说明',
        en: 'the bank file that the return answers: for lists of failures where there are several, and for old files',
      },
    },
    {
      flags: '--result <WORD=MEANING>',
      repeat: true,
      text: {
        zh: '银行的一个结果词是什么意思：成功、失败、退回、在途',
        en: 'what a result word of the bank means: paid, failed, returned, pending',
      },
    },
    COLUMN,
    OUT_DIR,
    BY,
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'return ningdong-2023-62.2024-10.main 回盘.csv --coverage full',
      text: { zh: '逐笔核对金额、账号、户名；对不上的仍算在途', en: 'what differs stays in flight' },
    },
  ],
  load: () => import('../actions/return.js'),
};
