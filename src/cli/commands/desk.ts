import { type CommandSpec, NO_ARGUMENTS } from '../line/command.js';
import { BY, LEDGER } from '../line/common-options.js';

export const desk: CommandSpec = {
  name: 'desk',
  group: 'daily',
  summary: {
    zh: '在这台电脑的浏览器里做同样的事：交表、看问题、试算、审核、出银行文件',
    en: 'the same commands on a page in the browser of this computer',
  },
  usage: 'desk [--port N]',
  arguments: NO_ARGUMENTS,
  options: [
    {
      flags: '--port <N>',
      text: { zh: '端口号；不写就找一个空闲的', en: 'port; a free one is found without it' },
    },
    BY,
    LEDGER,
  ],
  examples: [{ line: 'desk', text: { zh: '打开页面；只有这台电脑能看', en: 'open the page, for this computer only' } }],
  load: () => import('../actions/desk.js'),
};
