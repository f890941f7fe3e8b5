import { Fault } from '../faults/fault.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { jsonSchemaOf, OUTPUT_SCHEMAS } from '../schemas/index.js';

/** `butie schema NAME`: the JSON Schema of an output; without a name, which there are. */
export function execute({ positional, terminal }: Invocation): Promise<ExitCode> {
  const [name] = positional;
  if (name === undefined) {
    for (const one of OUTPUT_SCHEMAS) terminal.print(`${one.name.padEnd(10)}${terminal.pick(one.of)}`);
    return Promise.resolve(0);
  }
  const found = OUTPUT_SCHEMAS.find((one) => one.name === name);
  if (found === undefined) {
    const names = OUTPUT_SCHEMAS.map((one) => one.name);
    throw new Fault(
      'unknown-schema',
      { what: `没有「${name}」这个输出的结构`, how: `可用的有 ${names.join('、')}` },
      { what: `there is no schema "${name}"`, how: `there are ${names.join(', ')}` },
    );
  }
  terminal.print(JSON.stringify(jsonSchemaOf(found), null, 2));
  return Promise.resolve(0);
}
