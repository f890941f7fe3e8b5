import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON } from '../line/common-options.js';

export const policyCoverage: CommandSpec = {
  name: 'policy coverage',
  group: 'policy',
  summary: { zh: '每一条可计算的条款落在哪里，有没有遗漏', en: 'what became of every clause; none may be missing' },
  usage: 'policy coverage [ID|FILE…] [--format json]',
  arguments: { min: 0, max: Number.POSITIVE_INFINITY, name: { zh: '政策包编号或文件', en: 'a pack id or file' } },
  options: [FORMAT_JSON],
  examples: [{ line: 'policy coverage', text: { zh: '五份文件逐条列出', en: 'all clauses of the five documents' } }],
  load: () => import('../actions/policy-coverage.js'),
};
