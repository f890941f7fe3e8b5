import type { CommandSpec } from '../line/command.js';

export const schema: CommandSpec = {
  name: 'schema',
  group: 'other',
  summary: { zh: '给程序读的输出的 JSON Schema', en: 'JSON Schema of an output for programs' },
  usage: 'schema [NAME]',
  arguments: { min: 0, max: 1, name: { zh: '输出的名称', en: 'the name of an output' } },
  options: [],
  examples: [{ line: 'schema receipt', text: { zh: 'batch.json 的结构', en: 'the form of batch.json' } }],
  load: () => import('../actions/schema.js'),
};
