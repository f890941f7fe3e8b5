import { AnswerFault } from '../../tables/answers.js';
import { answerFault, noColumn } from '../line/column-answers.js';
import type { Roster } from '../../domain/roster.js';
import { CHECKS } from '../../checks/index.js';
import type { CheckStage } from '../../checks/define-check.js';
import { type CheckRequest, runChecks, statusesOf } from '../../checks/run-checks.js';
import { FindingCollector, type CheckRun } from '../../findings/collector.js';
import type { Finding, Words } from '../../findings/finding.js';
import { protectFile } from '../../io/protected-files.js';
import { openWorkbook } from '../../io/readers/index.js';
import { namedFiles } from '../../io/roster-folder.js';
import { hasUsableTable } from '../../tables/file-reading.js';
import { ReadFault, type Workbook } from '../../tables/grid.js';
import { type ReadRosterOptions, readRoster, type RosterReading } from '../../tables/read-roster.js';
import { asOfFromRoster } from './as-of.js';
import { Fault } from '../faults/fault.js';
import type { InputFile, Inputs } from './inputs.js';
import type { CommonOptions } from '../line/options.js';
import { readAccepted } from './read-accepted.js';
import { readCompareLists } from './read-compare-lists.js';
import { readMappings } from './read-mappings.js';
import { brokenChecks } from '../faults/broken-checks.js';
import { unreadableFault, unreadableFinding } from '../faults/read-faults.js';
import { refusalReasons } from '../faults/refusal-reasons.js';
import type { Terminal } from '../terminal/terminal.js';

/** Files as opened and understood, before any check. */
export interface Opened {
  readonly files: readonly InputFile[];
  readonly workbooks: readonly Workbook[];
  readonly reading: RosterReading;
  readonly collector: FindingCollector;
  readonly faults: readonly Fault[];
  close(): Promise<void>;
}

interface InputOptions extends Pick<CommonOptions, 'map' | 'sheets' | 'answers' | 'compare' | 'accepted' | 'asOf'> {
  /** The command tells the flags of a policy: checks that would say the same again do not run. */
  readonly flagsTold?: boolean;
}

/**
 * Opens all files, reads the roster, runs the checks. What is wrong with the input ends among the findings; what keeps
 * the job from being done, among the faults. Throws Fault only for options that cannot be followed.
 */
export async function readInputs(files: readonly string[], options: InputOptions, terminal: Terminal): Promise<Inputs> {
  const opened = await openInputs(files, options, terminal);
  try {
    const lists = await readCompareLists(options.compare, terminal);
    const accepted = await readAccepted(options.accepted, opened.workbooks);
    const { roster } = opened.reading;
    const asOf = options.asOf ?? asOfFromRoster(roster);
    if (options.asOf === null) terminal.note(terminal.pick(asOfNote(asOf)));
    terminal.progress.show(terminal.pick({ zh: '查错', en: 'checking' }));
    const checkRuns = checkRoster({ roster, asOf, lists, flagsTold: options.flagsTold ?? false }, opened.collector);
    terminal.progress.clear();
    const faults = [...opened.faults, ...brokenChecks(checkRuns)];
    return {
      files: opened.files,
      workbooks: opened.workbooks,
      readings: opened.reading.files,
      roster,
      lists,
      accepted,
      asOf,
      findings: opened.collector.findings,
      checkRuns,
      faults,
      close: () => opened.close(),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function asOfNote(asOf: string | null): Words {
  if (asOf !== null)
    return {
      zh: `没有给 --as-of，按表中数据取 ${asOf} 为基准日`,
      en: `no --as-of given; going by ${asOf}, taken from the data`,
    };
  return {
    zh: '没有给 --as-of，表中也没有年度和日期：年龄、日期先后等检查没有做，请用 --as-of 年-月-日 给出基准日',
    en: 'no --as-of given, and no year or date in the data: ages and dates were not checked; give the day with --as-of YYYY-MM-DD',
  };
}

function leftOutNote(files: readonly string[]): Words {
  return {
    zh: `没有读入（本程序的输出、校验或修正副本、临时文件）：${files.join('、')}`,
    en: `left out (outputs of this program, marked copies, lock files): ${files.join(', ')}`,
  };
}

/** Opens and reads without checking: what `map` needs. */
export async function openInputs(
  words: readonly string[],
  options: Pick<CommonOptions, 'map' | 'sheets' | 'answers'>,
  terminal: Terminal,
): Promise<Opened> {
  const { files: paths, leftOut } = await namedFiles(words);
  if (leftOut.length > 0) terminal.note(terminal.pick(leftOutNote(leftOut)));
  const mappings = await readMappings(options.map);
  const collector = new FindingCollector();
  const unreadable = new Map<string, ReadFault>();
  const workbooks: Workbook[] = [];
  const close = async (): Promise<void> => {
    for (const workbook of workbooks) await workbook.close();
  };
  try {
    for (const [i, path] of paths.entries()) {
      terminal.progress.show(`${terminal.pick({ zh: '读取', en: 'reading' })} ${i + 1}/${paths.length} ${path}`);
      const opened = await tryOpen(path);
      if (opened instanceof ReadFault) unreadable.set(path, opened);
      else workbooks.push(opened);
    }
    knownSheets(options.sheets, workbooks);
    const wanted: ReadRosterOptions = {
      mappings,
      answers: options.answers,
      ...(options.sheets.length === 0 ? {} : { sheets: options.sheets }),
    };
    const reading = await readUndamaged(workbooks, wanted, unreadable);
    terminal.progress.clear();
    const unused = options.answers.unused();
    if (unused.length > 0 && unreadable.size === 0) throw noColumn(unused);
    for (const path of paths) {
      const fault = unreadable.get(path);
      if (fault !== undefined) collector.add(unreadableFinding(fault));
    }
    for (const finding of reading.findings) collector.findings.push(finding);
    const faults = [...unreadable.values()].map(unreadableFault);
    if (faults.length === 0 && !hasUsableTable(reading.files)) faults.push(noUsableTable(reading));
    return { files: paths.map((path) => inputFile(path, workbooks)), workbooks, reading, collector, faults, close };
  } catch (error) {
    await close();
    throw error instanceof AnswerFault ? answerFault(error) : error;
  }
}

async function tryOpen(path: string): Promise<Workbook | ReadFault> {
  try {
    protectFile(path);
    return await openWorkbook(path);
  } catch (error) {
    if (error instanceof ReadFault) return error;
    throw error;
  }
}

/** Reads what can be read: a file that turns out damaged in its middle is left out whole and the rest is read again. */
async function readUndamaged(
  workbooks: readonly Workbook[],
  options: ReadRosterOptions,
  unreadable: Map<string, ReadFault>,
): Promise<RosterReading> {
  for (;;) {
    try {
      return await readRoster(
        workbooks.filter((workbook) => !unreadable.has(workbook.file)),
        options,
      );
    } catch (error) {
      if (!(error instanceof ReadFault) || unreadable.has(error.file)) throw error;
      unreadable.set(error.file, error);
    }
  }
}

/** Every check in the order of the list, those of readers and tables by what they found. */
function checkRoster(request: CheckRequest, collector: FindingCollector): CheckRun[] {
  const runs = runChecks(request, collector);
  return withStages(runs, ['reader', 'tables'], collector.findings, request.roster);
}

/**
 * The statuses again after more stages took place: `rules` when a policy was applied, `ledger` when history was looked at.
 * `runs` keep the status of the checks that ran over the roster.
 */
export function withStages(
  runs: readonly CheckRun[],
  stages: readonly CheckStage[],
  findings: readonly Finding[],
  roster: Roster,
): CheckRun[] {
  const others = statusesOf(findings, stages, roster);
  const byCode = new Map([...runs, ...others].map((run) => [run.code, run]));
  return CHECKS.flatMap(({ code }) => byCode.get(code) ?? []);
}

function inputFile(file: string, workbooks: readonly Workbook[]): InputFile {
  const workbook = workbooks.find((one) => one.file === file);
  if (workbook === undefined) return { file, sha256: '', bytes: 0, kind: null, encoding: null };
  const { sha256, bytes, kind, encoding } = workbook;
  return { file, sha256, bytes, kind, encoding };
}

function knownSheets(wanted: readonly string[], workbooks: readonly Workbook[]): void {
  const names = new Set(workbooks.flatMap((workbook) => workbook.sheets.map((sheet) => sheet.name)));
  const missing = wanted.filter((name) => !names.has(name));
  if (missing.length === 0 || workbooks.length === 0) return;
  throw new Fault(
    'unknown-sheet',
    { what: `没有叫「${missing.join('」「')}」的工作表`, how: `现有的工作表：${[...names].join('、')}` },
    { what: `there is no sheet "${missing.join('", "')}"`, how: `the sheets are: ${[...names].join(', ')}` },
  );
}

function noUsableTable({ files, findings }: RosterReading): Fault {
  const names = files.map((file) => file.file).join('、');
  const answers = findings.flatMap(({ code, params }) => (code === 'HDR-01' ? [String(params['option'] ?? '')] : []));
  const option = [...new Set(answers.filter((text) => text !== ''))].join(' ');
  return new Fault(
    'no-usable-table',
    {
      what: `${names} 里没有一张能用的表`,
      why: refusalReasons(findings, 'zh', '表头没有认出来，或者缺少必填的列'),
      how: `${option === '' ? '' : `缺的可以在命令后面加上：${option}；`}运行 butie map 文件 看表头是怎么读的；必要时用 --save 存下对照，改好后用 --map 交回`,
    },
    {
      what: `${names}: no table that can be used`,
      why: refusalReasons(findings, 'en', 'no header was recognised, or required columns are missing'),
      how: `${option === '' ? '' : `add what is missing to the line: ${option}; `}run butie map FILE to see how the headers were read; --save and --map settle them by hand`,
    },
  );
}
