import type { CommandSpec } from './command.js';
import { COMMANDS } from '../commands/index.js';

/** The command (or subcommand) that the words begin with. */
export function findCommand(words: readonly string[]): CommandSpec | null {
  const command = COMMANDS.find((one) => one.name === words[0]) ?? null;
  const sub = command?.subcommands?.find((one) => one.name === `${words[0] ?? ''} ${words[1] ?? ''}`);
  return sub ?? command;
}
