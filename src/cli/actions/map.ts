import type { Finding } from '../../findings/finding.js';
import { cellsOf } from '../../io/readers/cell-lines.js';
import { openWorkbook } from '../../io/readers/index.js';
import { isSameFile, writeTextFile } from '../../io/text-file.js';
import { mapDocument } from '../../tables/file-reading.js';
import { mappingOf } from '../../tables/mapping-file.js';
import type { Answers } from '../../tables/answers.js';
import { questionsOf } from '../../tables/questions.js';
import { askAnswers } from '../input/ask-answers.js';
import { findingDocument } from '../tell/check-document.js';
import type { Invocation } from '../line/command.js';
import { type ExitCode, worst } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';
import { faultDocument, tellFaults } from '../faults/fault-report.js';
import { findingLines } from '../tell/finding-lines.js';
import { mapLines } from '../tell/map-lines.js';
import { readCommonOptions } from '../line/options.js';
import { type Opened, openInputs } from '../input/read-inputs.js';
import { countSeverities, failsOn } from '../tell/severity-words.js';
import type { Terminal } from '../terminal/terminal.js';
import { surplusArgument } from '../line/usage-faults.js';

/** Shows how the headers were read; changes nothing but the file named by `--save`. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { positional, values, terminal, spec } = invocation;
  if (values.on('cells')) {
    if (positional.length > 1) throw surplusArgument(`${spec.name} --cells`, positional.slice(1));
    return await printCells(positional[0] ?? '', terminal);
  }
  const options = readCommonOptions(invocation);
  let save = values.text('save');
  for (const path of positional) if (save !== null && (await isSameFile(save, path))) throw wouldOverwrite(save);
  let opened = await openInputs(positional, options, terminal);
  const answers = options.format === 'json' ? null : await asked(opened, terminal);
  if (answers !== null) {
    await opened.close();
    opened = await openInputs(positional, { ...options, answers }, terminal);
    save ??= ANSWERS_FILE;
  }
  try {
    if (options.format === 'json') printJson(opened, terminal);
    else await printText(opened, terminal);
    if (save !== null && opened.reading.files.length > 0) await saveMapping(save, opened, terminal);
    tellFaults(opened.faults, terminal);
    const found = failsOn(countSeverities(opened.collector.findings), options.failOn) ? 1 : 0;
    return worst(found, opened.faults.length > 0 ? 2 : 0);
  } finally {
    await opened.close();
  }
}

/** Where answers are kept unless `--save` names another file. */
const ANSWERS_FILE = 'butie.map.json';

/** The answers of a person who sits at a terminal; null where nobody does, or nothing is open. */
async function asked({ reading }: Opened, terminal: Terminal): Promise<Answers | null> {
  const { stdin, stdout } = process;
  const questions = questionsOf(reading.files);
  if (!stdin.isTTY || !stdout.isTTY || terminal.quiet || questions.length === 0) return null;
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: stdin, output: process.stderr });
  try {
    return await askAnswers(questions, async (text) => (await lines.question(text)).trim(), terminal);
  } finally {
    lines.close();
  }
}

async function printCells(path: string, terminal: Terminal): Promise<ExitCode> {
  const workbook = await openWorkbook(path);
  try {
    const lines: string[] = [];
    await cellsOf(workbook, (line) => {
      lines.push(JSON.stringify(line));
      if (lines.length >= 4096) terminal.printWhole(lines.splice(0).join('\n'));
    });
    if (lines.length > 0) terminal.printWhole(lines.join('\n'));
    return 0;
  } finally {
    await workbook.close();
  }
}

/** One entry a file in the order given; a file that could not be read has no tables but its finding. */
function printJson({ files, reading, collector, faults }: Opened, terminal: Terminal): void {
  const { lang, reveal } = terminal;
  const words = (finding: Finding): unknown => findingDocument(finding, lang, reveal);
  const entries = files.flatMap(({ file }): unknown[] => {
    const read = reading.files.find((one) => one.file === file);
    if (read !== undefined) return mapDocument([read], words).files;
    const findings = collector.findings.filter((finding) => finding.place.file === file).map(words);
    return [{ file, kind: null, encoding: null, tables: [], findings }];
  });
  terminal.print(JSON.stringify({ files: entries, ...(faults.length > 0 ? faultDocument(faults, lang) : {}) }));
}

async function printText(opened: Opened, terminal: Terminal): Promise<void> {
  const { lang, reveal, paint, verbose } = terminal;
  const style = { lang, reveal, paint, verbose, problems: 5, cells: 6 };
  const layout = opened.collector.findings.filter(({ code }) => /^(FIL|SHT|HDR)-/.test(code));
  const rest = opened.collector.findings.length - layout.length;
  // A file that cannot be read is told as the fault it is.
  const shown = layout.filter(({ code }) => code !== 'FIL-01');
  await terminal.printAll([...mapLines(opened.reading.files, terminal), ...findingLines(shown, style)]);
  if (rest > 0)
    terminal.note(
      terminal.pick({
        zh: `单元格里还有 ${rest} 处问题：运行 butie check 看`,
        en: `${rest} more findings in the cells: run butie check`,
      }),
    );
}

async function saveMapping(path: string, opened: Opened, terminal: Terminal): Promise<void> {
  const mapping = mappingOf(opened.reading.files.flatMap((file) => file.tables));
  if (mapping.tables.length === 0) throw nothingToSave();
  await writeTextFile(path, `${JSON.stringify(mapping, null, 2)}\n`);
  terminal.note(
    terminal.pick({
      zh: `已存下表头对照 ${path}：把 field 改成标准列名（写着 ? 的有两种意思，要选一个；不用的写 null），再用 --map ${path} 交回`,
      en: `mapping saved to ${path}: set field to a standard column (choose one for each ?, null for what is not used), then give it back with --map ${path}`,
    }),
  );
}

function nothingToSave(): Fault {
  return new Fault(
    'nothing-to-save',
    { what: '没有认出任何一张表，没有对照可存', how: '先看上面的问题；表头至少要有姓名、身份证号或户编号' },
    { what: 'no table was recognised, there is no mapping to save', how: 'look at the findings above first' },
  );
}

function wouldOverwrite(path: string): Fault {
  return new Fault(
    'would-overwrite',
    { what: `--save 不能写到输入文件 ${path} 上`, how: '换一个文件名，例如 对照.json' },
    { what: `--save must not overwrite the input file ${path}`, how: 'choose another name, such as mapping.json' },
  );
}
