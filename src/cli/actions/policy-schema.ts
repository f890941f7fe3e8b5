import { packJsonSchema } from '../../policy/pack/json-schema.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';

/** Prints the JSON Schema of pack files. */
export function execute({ terminal }: Invocation): Promise<ExitCode> {
  terminal.print(JSON.stringify(packJsonSchema(), null, 2));
  return Promise.resolve(0);
}
