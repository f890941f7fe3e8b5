import type { CommandSpec } from '../line/command.js';
import {
  ACCEPTED,
  ALLOW_DRAFT_POLICY,
  AS_OF,
  CSV_ENCODING,
  FAIL_ON,
  FORCE,
  FORMAT,
  INPUT_OPTIONS,
  OUT_DIR,
  PERIOD,
  POLICY,
  READING,
  SET,
} from '../line/common-options.js';

export const check: CommandSpec = {
  name: 'check',
  group: 'daily',
  summary: { zh: '查错：逐格指出问题和改法，不核算', en: 'find mistakes, cell by cell; pays nothing' },
  usage: 'check FILES… [--policy ID] [--as-of DATE] [--out DIR] [--annotate] [--fix]',
  arguments: { min: 1, max: Number.POSITIVE_INFINITY, name: { zh: '要查的文件', en: 'the files to check' } },
  options: [
    POLICY,
    PERIOD,
    AS_OF,
    SET,
    READING,
    ALLOW_DRAFT_POLICY,
    OUT_DIR,
    {
      flags: '--annotate',
      text: { zh: '另存一份标出问题的工作簿（原名.校验.xlsx）', en: 'write a marked copy of each workbook' },
    },
    {
      flags: '--fix',
      text: { zh: '另存一份改好的工作簿，只改意思不变的写法', en: 'write a copy with safe repairs only' },
    },
    FORCE,
    { flags: '--all', text: { zh: '列出每一处问题，不省略', en: 'list every place, leave none out' } },
    ...INPUT_OPTIONS,
    ACCEPTED,
    FAIL_ON,
    FORMAT,
    CSV_ENCODING,
  ],
  examples: [
    { line: 'check 住户.xlsx 成员.csv', text: { zh: '一次查几个文件，户与成员互相核对', en: 'check files together' } },
    {
      line: 'check 住户.xlsx --out 结果 --annotate',
      text: { zh: '写出问题清单和标好的工作簿', en: 'write the list of findings and a marked workbook' },
    },
    { line: 'check 住户.xlsx --format jsonl', text: { zh: '给程序读', en: 'for programs' } },
  ],
  load: () => import('../actions/check.js'),
};
