import type { CommandSpec } from '../line/command.js';

export const completions: CommandSpec = {
  name: 'completions',
  group: 'other',
  summary: { zh: '生成命令行补全脚本', en: 'print a completion script for a shell' },
  usage: 'completions bash|zsh|fish|powershell',
  arguments: { min: 1, max: 1, name: { zh: 'shell 的名字', en: 'the name of a shell' } },
  options: [],
  examples: [
    { line: 'completions bash > /etc/bash_completion.d/butie', text: { zh: '装到 bash', en: 'install for bash' } },
    { line: 'completions powershell >> $PROFILE', text: { zh: '装到 PowerShell', en: 'install for PowerShell' } },
  ],
  load: () => import('../actions/completions.js'),
};
