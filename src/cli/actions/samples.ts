import { join } from 'node:path';
import { writeBytes } from '../../io/text-file.js';
import { readResource, resourceNames } from '../../io/resources.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readCommonOptions, required } from '../line/options.js';

/** Sources of the samples, which only make them. */
const SOURCES = /(^|\/)make(\/|-samples)|\.(js|ts)$/;

/** `butie samples`: what comes with the program to try it on, as files. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  const out = required(readCommonOptions(invocation).out, '--out', 'samples');
  const names = resourceNames('samples').filter((name) => !SOURCES.test(name));
  for (const name of names) await write(join(out, name), `samples/${name}`);
  await write(join(out, 'LICENCES.txt'), 'LICENCES.txt');
  for (const name of names) terminal.print(join(out, name));
  return 0;
}

async function write(path: string, resource: string): Promise<void> {
  const bytes = readResource(resource);
  if (bytes !== null) await writeBytes(path, bytes);
}
