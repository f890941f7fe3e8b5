import type { CommandSpec } from '../line/command.js';
import { ALLOW_DRAFT_POLICY, FORCE, POLICY } from '../line/common-options.js';
import { NO_ARGUMENTS } from '../line/command.js';

export const template: CommandSpec = {
  name: 'template',
  group: 'daily',
  summary: {
    zh: '生成空白标准表：下拉、文本格式、批注、示例行、填写说明',
    en: 'blank standard workbook: dropdowns, notes, an example row, instructions',
  },
  usage: 'template --policy ID --out FILE.xlsx',
  arguments: NO_ARGUMENTS,
  options: [
    POLICY,
    ALLOW_DRAFT_POLICY,
    { flags: '--out <FILE>', text: { zh: '写到这个 .xlsx 文件', en: 'the .xlsx file to write' } },
    FORCE,
  ],
  examples: [
    {
      line: 'template --policy ningdong-2023-62 --out 标准表.xlsx',
      text: { zh: '宁东镇奖补要用的各张表', en: 'the tables that the pack of Ningdong needs' },
    },
    {
      line: 'template --policy litong-2021-7 --out 标准表.xlsx',
      text: { zh: '利通区补贴要用的各张表', en: 'the tables that the pack of Litong needs' },
    },
  ],
  load: () => import('../actions/template.js'),
};
