import type { Lang, Words } from '../../findings/finding.js';
import type { CommandGroup, CommandSpec, OptionSpec } from './command.js';
import { GLOBAL_OPTIONS } from './global-options.js';
import { padEnd, textWidth } from '../terminal/text-width.js';

const GROUPS: readonly { readonly id: CommandGroup; readonly title: Words }[] = [
  { id: 'daily', title: { zh: '日常', en: 'Daily work' } },
  { id: 'batch', title: { zh: '批次', en: 'Batches' } },
  { id: 'understand', title: { zh: '看懂', en: 'Understand' } },
  { id: 'policy', title: { zh: '政策与台账', en: 'Policies and ledger' } },
  { id: 'other', title: { zh: '其他', en: 'Other' } },
];

const ROOT_EXAMPLES: readonly { readonly line: string; readonly text: Words }[] = [
  {
    line: 'run 住户.xlsx 成员.csv --policy ningdong-2023-62 --period 2024-10 --out out',
    text: { zh: '核算一个月的奖补，写出发放表', en: 'work out a month and write the payout files' },
  },
  { line: 'check 住户.xlsx', text: { zh: '只查错，不核算', en: 'look for mistakes only' } },
  { line: 'map 住户.xlsx', text: { zh: '看看表头读懂了没有', en: 'see how the headers were read' } },
  { line: 'explain CEL-02', text: { zh: '一个问题代码是什么意思', en: 'what a finding code means' } },
];

/** Help of the whole program. */
export function rootHelp(commands: readonly CommandSpec[], lang: Lang): string {
  const pick = (words: Words): string => words[lang];
  const width = Math.max(...commands.map((command) => textWidth(command.name)));
  const groups = GROUPS.flatMap((group) => {
    const members = commands.filter((command) => command.group === group.id);
    if (members.length === 0) return [];
    return ['', pick(group.title), ...members.map((one) => `  ${padEnd(one.name, width)}  ${pick(one.summary)}`)];
  });
  return [
    pick({
      zh: 'butie 补贴：读花名册、查错、按政策条款核算、出发放表',
      en: 'butie: reads subsidy rosters, finds mistakes, applies policy clauses, writes payout files',
    }),
    '',
    pick({ zh: '用法  butie <命令> [文件…] [选项]', en: 'Usage  butie <command> [files…] [options]' }),
    ...groups,
    '',
    pick({ zh: '例子', en: 'Examples' }),
    ...exampleLines(ROOT_EXAMPLES, lang),
    '',
    pick({ zh: '各命令通用的选项', en: 'Options of every command' }),
    ...optionLines([...GLOBAL_OPTIONS, VERSION_OPTION], lang),
    '',
    pick({
      zh: '退出码  0 完成 · 1 完成，但有需要处理的问题或差异 · 2 没能完成 · 130 被中断',
      en: 'Exit codes  0 done · 1 done, with findings or differences · 2 could not do it · 130 interrupted',
    }),
    pick({ zh: '某个命令的帮助  butie <命令> --help', en: 'Help on a command  butie <command> --help' }),
  ].join('\n');
}

/** Help of one command. */
export function commandHelp(spec: CommandSpec, lang: Lang): string {
  const pick = (words: Words): string => words[lang];
  const subcommands = spec.subcommands ?? [];
  const width = Math.max(0, ...subcommands.map((one) => textWidth(one.name)));
  return [
    `butie ${spec.name}  ${pick(spec.summary)}`,
    '',
    `${pick({ zh: '用法', en: 'Usage' })}  butie ${spec.usage}`,
    ...section(
      pick({ zh: '子命令', en: 'Subcommands' }),
      subcommands.map((one) => `  ${padEnd(one.name, width)}  ${pick(one.summary)}`),
    ),
    ...section(pick({ zh: '选项', en: 'Options' }), optionLines(spec.options, lang)),
    ...section(pick({ zh: '例子', en: 'Examples' }), exampleLines(spec.examples, lang)),
    ...section(pick({ zh: '通用选项', en: 'Options of every command' }), optionLines(GLOBAL_OPTIONS, lang)),
  ].join('\n');
}

const VERSION_OPTION: OptionSpec = { flags: '--version', text: { zh: '显示版本', en: 'show the version' } };

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function optionLines(options: readonly OptionSpec[], lang: Lang): string[] {
  const flags = options.map((option) => (option.flags.startsWith('--') ? `    ${option.flags}` : option.flags));
  const width = Math.max(0, ...flags.map(textWidth));
  const choices = (option: OptionSpec): string =>
    option.choices === undefined || option.flags.includes('|') ? '' : ` (${option.choices.join(' | ')})`;
  return options.map((option, i) => `  ${padEnd(flags[i] ?? '', width)}  ${option.text[lang]}${choices(option)}`);
}

function exampleLines(examples: readonly { readonly line: string; readonly text: Words }[], lang: Lang): string[] {
  return examples.flatMap((example) => [`  butie ${example.line}`, `      ${example.text[lang]}`]);
}
