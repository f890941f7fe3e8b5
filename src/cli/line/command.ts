import type { Words } from '../../findings/finding.js';
import type { ExitCode } from './exit-code.js';
import type { OptionValues } from './option-values.js';
import type { Settings } from './settings.js';
import type { Terminal } from '../terminal/terminal.js';

/** One option of a command. */
export interface OptionSpec {
  /** `--policy <ID>`, `-q, --quiet`, `--previous <FILES...>` (takes several values until the next option). */
  readonly flags: string;
  readonly text: Words;
  /** May be given several times; the values add up. */
  readonly repeat?: true;
  /** The only values allowed; also offered by completions. */
  readonly choices?: readonly string[];
}

export interface ExampleSpec {
  /** What to type, without the leading `butie `. */
  readonly line: string;
  readonly text: Words;
}

/** Positional arguments: how many, and what to call them when they are missing. */
export interface ArgumentsSpec {
  readonly min: number;
  readonly max: number;
  readonly name: Words;
}

export type CommandGroup = 'daily' | 'batch' | 'understand' | 'policy' | 'other';

/**
 * Everything the help, the parser and the completions know about a command. Spec files import nothing but types and
 * option lists: `butie --help` loads them all. The work is behind `load`.
 */
export interface CommandSpec {
  /** `run`; for a subcommand `policy list`. */
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: Words;
  /** After `butie `: `map FILE [--save FILE]`. */
  readonly usage: string;
  readonly arguments: ArgumentsSpec;
  /** Without the global ones, which every command takes. */
  readonly options: readonly OptionSpec[];
  readonly examples: readonly ExampleSpec[];
  readonly subcommands?: readonly CommandSpec[];
  readonly load: () => Promise<{ readonly execute: Execute }>;
}

/** One call of a command, parsed. */
export interface Invocation {
  readonly spec: CommandSpec;
  readonly positional: readonly string[];
  readonly values: OptionValues;
  readonly terminal: Terminal;
  readonly settings: Settings;
  /** Every command there is. */
  readonly commands: readonly CommandSpec[];
}

/** Does the work of a command. Throws Fault when it cannot; anything else thrown is a defect of the program. */
export type Execute = (invocation: Invocation) => Promise<ExitCode>;

export const NO_ARGUMENTS: ArgumentsSpec = { min: 0, max: 0, name: { zh: '', en: '' } };
