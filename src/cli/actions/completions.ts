import type { Invocation } from '../line/command.js';
import { completionScript, SHELLS } from '../line/completion-scripts.js';
import type { ExitCode } from '../line/exit-code.js';
import { badChoice } from '../line/usage-faults.js';

/** Prints the completion script of one shell. */
export function execute({ positional, terminal, commands }: Invocation): Promise<ExitCode> {
  const [wanted = ''] = positional;
  const shell = SHELLS.find((one) => one === wanted);
  if (shell === undefined) throw badChoice('SHELL', wanted, SHELLS);
  terminal.print(completionScript(shell, commands, terminal.lang));
  return Promise.resolve(0);
}
