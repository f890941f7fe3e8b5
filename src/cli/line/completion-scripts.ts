import type { Lang } from '../../findings/finding.js';
import type { CommandSpec, OptionSpec } from './command.js';
import { GLOBAL_OPTIONS, optionName } from './global-options.js';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** One command with what may follow it. */
interface Entry {
  readonly path: string;
  readonly words: readonly string[];
  readonly spec: CommandSpec;
}

/** Static completion text: commands, subcommands, options and the choices of options; file names otherwise. */
export function completionScript(shell: Shell, commands: readonly CommandSpec[], lang: Lang): string {
  const entries = commands.flatMap((spec) => [entry(spec), ...(spec.subcommands ?? []).map(entry)]);
  switch (shell) {
    case 'bash':
      return bash(commands, entries);
    case 'zsh':
      return zsh(commands, entries);
    case 'fish':
      return fish(commands, entries, lang);
    case 'powershell':
      return powershell(commands, entries);
  }
}

function entry(spec: CommandSpec): Entry {
  const subcommands = (spec.subcommands ?? []).map((one) => one.name.split(' ')[1] ?? '');
  return {
    path: spec.name,
    words: [...subcommands, ...optionsOf(spec).map((one) => `--${optionName(one.flags)}`)],
    spec,
  };
}

function optionsOf(spec: CommandSpec): readonly OptionSpec[] {
  return [...spec.options, ...GLOBAL_OPTIONS];
}

/** `--format` → `text json`, over all commands: the same option has the same choices everywhere that matters here. */
function choiceTable(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  for (const { spec } of entries)
    for (const option of optionsOf(spec)) {
      const name = `--${optionName(option.flags)}`;
      const known = table.get(name) ?? [];
      if ((option.choices?.length ?? 0) > known.length) table.set(name, option.choices ?? []);
    }
  return table;
}

function bash(commands: readonly CommandSpec[], entries: readonly Entry[]): string {
  const choices = [...choiceTable(entries)].map(
    ([name, values]) => `    ${name}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$cur")); return ;;`,
  );
  const cases = entries
    .filter((one) => one.path.includes(' '))
    .concat(entries.filter((one) => !one.path.includes(' ')))
    .map((one) => `    "${one.path}${one.path.includes(' ') ? '' : ' '}"*) words="${one.words.join(' ')}" ;;`);
  return [
    '# butie: bash completion',
    '_butie() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "$prev" in',
    ...choices,
    '  esac',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${commands.map((one) => one.name).join(' ')}" -- "$cur")); return`,
    '  fi',
    '  case "${COMP_WORDS[1]} ${COMP_WORDS[2]} " in',
    ...cases,
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
    '}',
    'complete -o default -F _butie butie',
  ].join('\n');
}

function zsh(commands: readonly CommandSpec[], entries: readonly Entry[]): string {
  return ['#compdef butie', 'autoload -U +X bashcompinit && bashcompinit', bash(commands, entries)].join('\n');
}

function fish(commands: readonly CommandSpec[], entries: readonly Entry[], lang: Lang): string {
  const quote = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
  const first = commands.map(
    (one) => `complete -c butie -n __fish_use_subcommand -f -a ${one.name} -d ${quote(one.summary[lang])}`,
  );
  const rest = entries.flatMap(({ path, spec }) => {
    const [command = '', sub] = path.split(' ');
    const seen = `__fish_seen_subcommand_from ${command}${sub === undefined ? '' : `; and __fish_seen_subcommand_from ${sub}`}`;
    const subs = (spec.subcommands ?? []).map(
      (one) => `complete -c butie -n ${quote(seen)} -a ${one.name.split(' ')[1] ?? ''} -d ${quote(one.summary[lang])}`,
    );
    const options = optionsOf(spec).map((option) => {
      const values = option.choices === undefined ? '' : ` -x -a ${quote(option.choices.join(' '))}`;
      const needs = option.choices === undefined && option.flags.includes('<') ? ' -r' : '';
      return `complete -c butie -n ${quote(seen)} -l ${optionName(option.flags)}${needs}${values} -d ${quote(option.text[lang])}`;
    });
    return [...subs, ...options];
  });
  return ['# butie: fish completion', ...first, ...rest].join('\n');
}

function powershell(commands: readonly CommandSpec[], entries: readonly Entry[]): string {
  const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
  return [
    '# butie: PowerShell completion',
    'Register-ArgumentCompleter -Native -CommandName butie -ScriptBlock {',
    '  param($word, $ast, $position)',
    '  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })',
    '  $words = @{',
    ...entries.map((one) => `    '${one.path}' = @(${list(one.words)})`),
    '  }',
    `  $choices = @{ ${[...choiceTable(entries)].map(([name, values]) => `'${name}' = @(${list(values)})`).join('; ')} }`,
    '  $previous = if ($word) { $typed[-2] } else { $typed[-1] }',
    `  $found = if ($choices.ContainsKey($previous)) { $choices[$previous] }`,
    `    elseif ($typed.Count -lt 2 -or ($typed.Count -eq 2 -and $word)) { @(${list(commands.map((one) => one.name))}) }`,
    '    elseif ($typed.Count -gt 2 -and $words.ContainsKey("$($typed[1]) $($typed[2])")) { $words["$($typed[1]) $($typed[2])"] }',
    '    else { $words[$typed[1]] }',
    '  $found | Where-Object { $_ -like "$word*" } | ForEach-Object {',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
    '  }',
    '}',
  ].join('\n');
}
