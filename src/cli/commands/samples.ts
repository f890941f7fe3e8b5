import { OUT_DIR } from '../line/common-options.js';
import { type CommandSpec, NO_ARGUMENTS } from '../line/command.js';

export const samples: CommandSpec = {
  name: 'samples',
  group: 'other',
  summary: {
    zh: '把编造的样例花名册（和许可证文本）放进一个文件夹，拿来练手',
    en: 'put the made-up sample rosters (and licence texts) into a folder, to try things on',
  },
  usage: 'samples --out DIR',
  arguments: NO_ARGUMENTS,
  options: [OUT_DIR],
  examples: [{ line: 'samples --out 样例', text: { zh: '得到三套样例', en: 'three sets of samples' } }],
  load: () => import('../actions/samples.js'),
};
