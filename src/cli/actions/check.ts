import { applyPolicy } from '../input/apply-policy.js';
import { unusedAcceptances } from '../../batch/run/acceptances.js';
import { asFindings } from '../tell/tell-findings.js';
import { checkDocument, checkLines, open } from '../tell/check-document.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { tellFaults } from '../faults/fault-report.js';
import {
  acceptedText,
  checkRunLines,
  codeCountLines,
  countLine,
  findingLines,
  type FindingStyle,
  notShownLines,
} from '../tell/finding-lines.js';
import type { Inputs } from '../input/inputs.js';
import { type CommonOptions, readCommonOptions } from '../line/options.js';
import { notPaidLines } from '../tell/not-paid-lines.js';
import { readInputs } from '../input/read-inputs.js';
import { countSeverities, failsOn } from '../tell/severity-words.js';
import type { Workbook } from '../../tables/grid.js';
import type { Terminal } from '../terminal/terminal.js';
import { VERSION } from '../line/version.js';
import { markedPaths } from '../write/marked-paths.js';
import { type CorrectedCopy, countRepairs, writeCorrected } from '../write/write-corrected-copies.js';
import { writeCheckFiles } from '../write/write-check-files.js';
import { writeAnnotated, type WrittenCopy } from '../write/write-marked-copies.js';

/** What came of a check: the exit code, how many findings are open, the marked copies that were written. */
export interface Checked {
  readonly code: ExitCode;
  readonly errors: number;
  readonly warnings: number;
  readonly copies: readonly string[];
}

/** Reads, checks and tells every problem in one run. Pays nothing and leaves the ledger alone. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  return (await checkFiles(invocation)).code;
}

/** The same, with what came of it. Throws Fault for a usage that is wrong. */
export async function checkFiles(invocation: Invocation): Promise<Checked> {
  const { positional, values, terminal } = invocation;
  const options = readCommonOptions(invocation);
  const read = await readInputs(positional, options, terminal);
  try {
    const policy = options.policies[0];
    const applied = policy === undefined ? read : await applyPolicy(read, policy, options);
    const inputs = {
      ...applied,
      findings: [...applied.findings, ...asFindings(unusedAcceptances(applied.accepted, applied.findings))],
    };
    // Refused before anything is written.
    const annotated = values.on('annotate')
      ? await markedPaths(readable(inputs), '校验', options.out, values.on('force'), positional)
      : [];
    const fixed = values.on('fix')
      ? await markedPaths(readable(inputs), '修正', options.out, values.on('force'), positional)
      : [];
    const written = options.out === null ? [] : await writeCheckFiles(options.out, inputs, options, terminal);
    const corrected = await writeCorrected(fixed, inputs, options, terminal);
    const copies = await writeAnnotated(annotated, inputs, options, terminal);
    await tell(inputs, options, values.on('all'), terminal);
    if (!values.on('fix')) await noteRepairs(inputs, terminal);
    for (const file of written) terminal.note(terminal.pick({ zh: `已写出 ${file}`, en: `written: ${file}` }));
    for (const copy of copies) terminal.note(copyLine(copy, terminal));
    for (const copy of corrected) terminal.note(correctedLine(copy, terminal));
    const { errors, warnings } = countSeverities(open(inputs));
    const told = { errors, warnings, copies: copies.map(({ path }) => path) };
    if (inputs.faults.length > 0) {
      tellFaults(inputs.faults, terminal);
      return { code: 2, ...told };
    }
    terminal.note(nextStep(inputs, options, terminal));
    return { code: failsOn(countSeverities(open(inputs)), options.failOn) ? 1 : 0, ...told };
  } finally {
    await read.close();
  }
}

/** Rows up to which it costs nothing to count repairs that nobody asked for. */
const COUNTED_ROWS = 20_000;

async function noteRepairs(inputs: Inputs, terminal: Terminal): Promise<void> {
  if (inputs.roster.tables.reduce((sum, { rows }) => sum + rows, 0) > COUNTED_ROWS) return;
  const count = await countRepairs(readable(inputs), inputs);
  if (count === 0) return;
  terminal.note(
    terminal.pick({
      zh: `其中 ${count} 处写法可以自动改好：加 --fix 另存一份`,
      en: `${count} of them are spellings that --fix puts right in a copy`,
    }),
  );
}

/** Workbooks whose content was read to its end. */
function readable({ workbooks, readings }: Inputs): Workbook[] {
  return workbooks.filter((book) => readings.some(({ file }) => file === book.file));
}

function copyLine({ path, rebuilt }: WrittenCopy, terminal: Terminal): string {
  const remark = rebuilt
    ? { zh: '（原文件不能直接标注，按数值重新生成）', en: ' (made anew from the values)' }
    : { zh: '', en: '' };
  return terminal.pick({ zh: `已写出 ${path}${remark.zh}`, en: `written: ${path}${remark.en}` });
}

function correctedLine({ file, written, made, told }: CorrectedCopy, terminal: Terminal): string {
  if (written === null)
    return terminal.pick({ zh: `${file} 没有需要自动修改的地方`, en: `${file}: nothing to repair` });
  return terminal.pick({
    zh: `${copyLine(written, terminal)}：自动修改 ${made} 处，未自动修改 ${told} 处，见工作表「修改记录」`,
    en: `${copyLine(written, terminal)}: ${made} repaired, ${told} left to a person; see the sheet 修改记录`,
  });
}

async function tell(inputs: Inputs, options: CommonOptions, all: boolean, terminal: Terminal): Promise<void> {
  const document = { inputs, lang: terminal.lang, reveal: terminal.reveal, toolVersion: VERSION, shows: options.shows };
  if (options.format === 'json') terminal.print(JSON.stringify(checkDocument(document)));
  else if (options.format === 'jsonl') await terminal.printAll(checkLines(document));
  else {
    const { lang, reveal, paint, verbose } = terminal;
    const caps = all
      ? { problems: Number.POSITIVE_INFINITY, cells: Number.POSITIVE_INFINITY }
      : { problems: 8, cells: 6 };
    await terminal.printAll(textLines(inputs, options, { lang, reveal, paint, verbose, ...caps }));
  }
}

function textLines(inputs: Inputs, { shows }: Pick<CommonOptions, 'shows'>, style: FindingStyle): string[] {
  const files = inputs.files.map(({ file }) => file);
  return [
    ...files.flatMap((file) => fileLine(file, inputs, style)),
    '',
    // A file that cannot be read is told as the fault it is.
    ...findingLines(
      open(inputs).filter((finding) => finding.code !== 'FIL-01' && shows(finding)),
      style,
    ),
    ...notShownLines(open(inputs), shows, style.lang),
    '',
    ...checkRunLines(inputs.checkRuns, style),
    countLine(open(inputs), style) + acceptedText(inputs.findings.length - open(inputs).length, style.lang),
    ...codeCountLines(open(inputs), style.lang),
    ...trialLines(inputs, style),
  ];
}

/** `名册.xlsx  住户：表头在第 3–4 行，164 行 · 成员：表头在第 3 行，512 行`. */
function fileLine(file: string, inputs: Inputs, { lang }: FindingStyle): string[] {
  const { readings } = inputs;
  const tables = inputs.roster.tables
    .filter((table) => table.file === file)
    .map(({ sheet, kind, headerRows: [first, last], rows }) => {
      const head = first === last ? String(first) : `${first}–${last}`;
      const name = sheet === kind || file.includes(sheet) ? kind : `${sheet}（${kind}）`;
      return lang === 'zh' ? `${name}：表头在第 ${head} 行，${rows} 行` : `${name}: header row ${head}, ${rows} rows`;
    });
  const unused = [...new Set(readings.find((one) => one.file === file)?.tables.flatMap((table) => table.unused) ?? [])];
  const left =
    unused.length === 0
      ? []
      : [`  ${lang === 'zh' ? '没有用到的列（有内容）：' : 'columns not used: '}${unused.join('、')}`];
  return tables.length === 0 ? [] : [`${file}  ${tables.join(' · ')}`, ...left];
}

/** What the policy would pay, and why the others get nothing. */
function trialLines({ trial }: Inputs, { lang }: FindingStyle): string[] {
  if (trial === undefined || trial === null) return [];
  const { payees, considered, settled } = trial;
  const zh = lang === 'zh';
  if (considered === 0)
    return [zh ? '按这个政策没有找到可以核算的户、人或单位' : 'the policy finds nobody to consider in these tables'];
  return [
    zh
      ? `按这个政策试算（不看以前发过的）：核算 ${considered} 户（人、单位），${payees} 户可发，${considered - payees} 户为 0`
      : `under this policy, history aside: ${considered} payees considered, ${payees} would be paid, ${considered - payees} get nothing`,
    ...notPaidLines(settled, lang, null),
  ];
}

function nextStep(inputs: Inputs, options: CommonOptions, terminal: Terminal): string {
  const { errors, warnings } = countSeverities(open(inputs));
  if (errors > 0)
    return terminal.pick({
      zh: `下一步：照 → 后面的话改好${options.out === null ? '（加 --out 文件夹 可得到问题清单）' : ''}，再运行一次；不明白的代码用 butie explain 代码`,
      en: `Next: put right what the → lines say${options.out === null ? ' (--out DIR writes a list)' : ''} and run again; butie explain CODE tells more`,
    });
  if (inputs.trial?.payees === 0)
    return terminal.pick({
      zh: '下一步：按这个政策一户（人、单位）也发不了，先看上面写的原因',
      en: 'Next: under this policy nobody would be paid; see the reasons above',
    });
  if (warnings > 0)
    return inputs.trial === undefined
      ? terminal.pick({
          zh: '下一步：请人看过警告；加 --policy 政策 可先试算能发多少，再用 butie run 核算',
          en: 'Next: have the warnings looked at; --policy ID shows what would be paid, then butie run',
        })
      : terminal.pick({
          zh: '下一步：请人看过警告，再用 butie run 核算',
          en: 'Next: have the warnings looked at, then butie run',
        });
  return terminal.pick({
    zh: '下一步：没有问题，可以 butie run 核算',
    en: 'Next: nothing found; go on with butie run',
  });
}
