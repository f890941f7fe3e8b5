import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { openPack } from '../input/open-pack.js';
import { overrideParameters } from '../../policy/pack/override.js';
import { packLines } from '../tell/pack-lines.js';
import { readOverride } from '../input/read-override.js';

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
