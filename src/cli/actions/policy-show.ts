import type { Invocation } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { openPack } from '../open-pack.js';
import { overrideParameters } from '../../policy/override.js';
import { packLines } from '../pack-lines.js';
import { readOverride } from '../read-override.js';

/** Shows what a pack pays, by which clause, under which readings, and what it leaves to people. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const nothing = { allowDraftPolicy: true, readings: {}, parameters: {} };
  const { pack, sha256 } = await openPack(positional[0] ?? '', nothing);
  if (values.text('format') === 'json') {
    const { cases, ...rest } = pack;
    terminal.print(JSON.stringify({ ...rest, sha256, cases: cases.length }));
    return 0;
  }
  const figures = await readOverride(values.text('override'), [pack]);
  const local = figures === null ? {} : overrideParameters(figures, pack.id);
  await terminal.printAll(packLines(pack, terminal.lang, terminal.paint, local));
  return 0;
}
