import { packDifferences } from '../../policy/pack/pack-diff.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { usablePacks } from '../input/policy-files.js';

/** Tells in words what the second pack changes against the first; exit 1 when there is a difference. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const [old, now] = await usablePacks(positional);
  if (old === undefined || now === undefined) return 2;
  const changes = packDifferences(old, now);
  const { lang } = terminal;
  if (values.text('format') === 'json')
    terminal.print(
      JSON.stringify(
        changes.map(({ part, id, change, zh, en }) => ({ part, id, change, text: lang === 'zh' ? zh : en })),
      ),
    );
  else if (changes.length === 0) terminal.print(terminal.pick({ zh: '两份政策包没有不同', en: 'no difference' }));
  else for (const change of changes) terminal.print(change[lang]);
  return changes.length === 0 ? 0 : 1;
}
