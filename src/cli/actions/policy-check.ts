import type { Invocation } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { readPacks } from '../policy-files.js';

/** Tells every mistake of pack files with line and column. Mistakes make the exit code 1: they are what was asked for. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const packs = await readPacks(positional);
  const { lang } = terminal;
  if (values.text('format') === 'json') {
    terminal.print(
      JSON.stringify(
        packs.map(({ name, found, pack, problems }) => ({
          pack: pack?.id ?? name,
          file: found.file,
          sha256: found.sha256,
          problems: problems.map(({ line, column, zh, en }) => ({ line, column, message: lang === 'zh' ? zh : en })),
        })),
      ),
    );
  } else {
    for (const { name, pack, problems } of packs) {
      for (const problem of problems)
        terminal.print(`${problem.file}:${problem.line}:${problem.column}  ${problem[lang]}`);
      if (pack === null)
        terminal.print(
          terminal.paint.error(
            terminal.pick({ zh: `✗ ${name}：${problems.length} 处要改`, en: `✗ ${name}: ${problems.length} mistakes` }),
          ),
        );
      else
        terminal.print(
          terminal.paint.good(
            terminal.pick({
              zh: `✓ ${pack.id}：${pack.benefits.length} 项补贴、${pack.flags.length} 种标记、${pack.targets.length} 项目标、${pack.cases.length} 个算例，没有问题`,
              en: `✓ ${pack.id}: ${pack.benefits.length} benefits, ${pack.flags.length} flags, ${pack.targets.length} targets, ${pack.cases.length} cases, no mistakes`,
            }),
          ),
        );
    }
  }
  return packs.some(({ pack }) => pack === null) ? 1 : 0;
}
