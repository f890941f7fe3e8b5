import type { CommandSpec } from '../line/command.js';
import { COLUMN, FORMAT_JSON, MAP, SHEET, YEAR } from '../line/common-options.js';

export const map: CommandSpec = {
  name: 'map',
  group: 'daily',
  summary: { zh: '看表头是怎么读的，附前三行', en: 'show how the headers were read, with three rows' },
  usage: 'map FILE [--save FILE] [--format json] [--cells]',
  arguments: { min: 1, max: Number.POSITIVE_INFINITY, name: { zh: '要看的文件', en: 'the file to look at' } },
  options: [
    {
      flags: '--save <FILE>',
      text: {
        zh: '把对照存成文件，改好后用 --map 交回',
        en: 'save the mapping, to be edited and given back with --map',
      },
    },
    {
      flags: '--cells',
      text: { zh: '逐格列出读到的内容（JSON Lines，不遮盖）', en: 'every cell as read (JSON Lines, unmasked)' },
    },
    MAP,
    SHEET,
    YEAR,
    COLUMN,
    FORMAT_JSON,
  ],
  examples: [
    { line: 'map 住户.xlsx', text: { zh: '看每一列读成了什么', en: 'see what each column was read as' } },
    { line: 'map 住户.xlsx --save 对照.json', text: { zh: '存下对照，改过再用', en: 'save the mapping to edit it' } },
    { line: 'map 住户.xlsx --cells', text: { zh: '看每一格', en: 'see every cell' } },
  ],
  load: () => import('../actions/map.js'),
};
