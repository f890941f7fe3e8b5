import { readTextIfExists } from '../../io/text-file.js';
import { checkPack, type PackGap } from '../../policy/pack/check-pack.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';
import { readPacks, type ReadPack } from '../input/policy-files.js';
import type { Terminal } from '../terminal/terminal.js';

/**
 * Tells every mistake of pack files with line and column, and what the schema cannot see: quotations that are not in the
 * document, thresholds without a case on them. Mistakes make the exit code 1: they are what was asked for.
 */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const packs = await readPacks(positional);
  const document = values.text('document');
  const documentText = document === null ? null : await readDocument(document);
  const checked = packs.map((one) => ({
    ...one,
    gaps: one.pack === null ? [] : checkPack(one.pack, documentText === null ? {} : { documentText }),
  }));
  if (values.text('format') === 'json')
    terminal.print(JSON.stringify(checked.map((one) => packDocument(one, terminal))));
  else for (const one of checked) for (const line of packLines(one, terminal)) terminal.print(line);
  return checked.some(({ pack, gaps }) => pack === null || gaps.length > 0) ? 1 : 0;
}

interface Checked extends ReadPack {
  readonly gaps: readonly PackGap[];
}

function packDocument({ name, found, pack, problems, gaps }: Checked, { lang }: Terminal): object {
  return {
    pack: pack?.id ?? name,
    file: found.file,
    sha256: found.sha256,
    problems: problems.map(({ line, column, zh, en }) => ({ line, column, message: lang === 'zh' ? zh : en })),
    gaps: gaps.map((gap) => ({ kind: gap.kind, part: gap.part, message: gap[lang] })),
  };
}

function packLines({ name, pack, problems, gaps }: Checked, terminal: Terminal): string[] {
  const { lang, paint } = terminal;
  const mistakes = problems.length + gaps.length;
  const lines = [
    ...problems.map((problem) => `${problem.file}:${problem.line}:${problem.column}  ${problem[lang]}`),
    ...gaps.map((gap) => `${name}  ${gap.part}  ${gap[lang]}`),
  ];
  if (pack === null || mistakes > 0)
    return [
      ...lines,
      paint.error(terminal.pick({ zh: `✗ ${name}：${mistakes} 处要改`, en: `✗ ${name}: ${mistakes} mistakes` })),
    ];
  return [
    paint.good(
      terminal.pick({
        zh: `✓ ${pack.id}：${pack.benefits.length} 项补贴、${pack.flags.length} 种标记、${pack.targets.length} 项目标、${pack.cases.length} 个算例，没有问题`,
        en: `✓ ${pack.id}: ${pack.benefits.length} benefits, ${pack.flags.length} flags, ${pack.targets.length} targets, ${pack.cases.length} cases, no mistakes`,
      }),
    ),
  ];
}

async function readDocument(path: string): Promise<string> {
  const text = await readTextIfExists(path);
  if (text !== null) return text;
  throw new Fault(
    'no-document',
    { what: `找不到政策文件 ${path}`, how: '检查 --document 后面的路径' },
    { what: `there is no document ${path}`, how: 'check the path after --document' },
  );
}
