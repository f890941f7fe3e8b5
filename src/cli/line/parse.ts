import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec, OptionSpec } from './command.js';
import { GLOBAL_OPTIONS, optionName, shortName, takesValue } from './global-options.js';
import { OptionValues } from './option-values.js';
import {
  badChoice,
  givenTwice,
  missingArgument,
  missingValue,
  surplusArgument,
  unknownOption,
} from './usage-faults.js';

export interface ParsedLine {
  readonly positional: readonly string[];
  readonly values: OptionValues;
}

/**
 * Reads the words after the command's name. Throws Fault for an option that does not exist, a missing value or a value
 * that is not among the choices. Argument counts are checked by {@link checkArguments}, after `--help` had its turn.
 */
export function parseLine(spec: CommandSpec, words: readonly string[]): ParsedLine {
  const options = [...spec.options, ...GLOBAL_OPTIONS];
  const command = new Command(spec.name)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .helpOption(false)
    .helpCommand(false)
    .allowExcessArguments()
    .argument('[words...]');
  const given = new Map<string, string[] | true>();
  for (const option of options) {
    const name = optionName(option.flags);
    command.addOption(new Option(option.flags, option.text.en));
    command.on(`option:${eventName(name)}`, (value: string | null) => collect(given, option, name, value));
  }
  try {
    command.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw usageFault(error, spec, options);
    throw error;
  }
  for (const option of options) {
    const value = given.get(optionName(option.flags));
    checkChoices(option, value);
    checkOnce(option, value);
  }
  return { positional: command.args, values: new OptionValues(given) };
}

/** Throws Fault when there are too few or too many positional arguments. */
export function checkArguments(spec: CommandSpec, positional: readonly string[]): void {
  if (positional.length < spec.arguments.min) throw missingArgument(spec.name, spec.arguments.name);
  if (positional.length > spec.arguments.max) throw surplusArgument(spec.name, positional.slice(spec.arguments.max));
}

/** The parser names the event of `--no-color` after `color`. */
function eventName(name: string): string {
  return name.startsWith('no-') ? name.slice(3) : name;
}

function collect(given: Map<string, string[] | true>, option: OptionSpec, name: string, value: string | null): void {
  if (!takesValue(option.flags)) {
    given.set(name, true);
    return;
  }
  const before = given.get(name);
  given.set(name, [...(Array.isArray(before) ? before : []), ...(value === null ? [] : [value])]);
}

function checkChoices(option: OptionSpec, value: readonly string[] | true | undefined): void {
  const { choices } = option;
  if (choices === undefined || value === undefined || value === true) return;
  const wrong = value.find((one) => !choices.includes(one));
  if (wrong !== undefined) throw badChoice(`--${optionName(option.flags)}`, wrong, choices);
}

/** Two different values where one is meant: nobody can know which, and one of them would be dropped in silence. */
function checkOnce({ flags, repeat }: OptionSpec, value: readonly string[] | true | undefined): void {
  if (value === undefined || value === true || repeat === true || flags.includes('...')) return;
  const different = [...new Set(value)];
  if (different.length > 1) throw givenTwice(`--${optionName(flags)}`, different);
}

function usageFault(error: CommanderError, spec: CommandSpec, options: readonly OptionSpec[]): Error {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') {
    const names = options.flatMap(({ flags }) => {
      const short = shortName(flags);
      return short === null ? [`--${optionName(flags)}`] : [`--${optionName(flags)}`, `-${short}`];
    });
    return unknownOption(quoted, spec.name, names);
  }
  if (error.code === 'commander.optionMissingArgument') return missingValue(quoted, spec.name);
  return error;
}
