import { acceptancesOf } from '../../batch/run/acceptances.js';
import { acceptanceName, acceptanceOf } from '../../checks/accept-finding.js';
import { basename, join } from 'node:path';
import { annotation } from '../../documents/check/annotation.js';
import type { WorkbookMarks } from '../../documents/model/workbook-marks.js';
import { NotEditable, writeMarkedCopy } from '../../io/annotate/index.js';
import { writeOutputs } from '../../io/output-folder.js';
import { type Roster, TABLE_KINDS } from '../../domain/roster.js';
import type { Workbook } from '../../tables/grid.js';
import { Fault } from '../faults/fault.js';
import { findingWords } from '../tell/finding-words.js';
import type { Inputs } from '../input/inputs.js';
import type { MarkedPath } from './marked-paths.js';
import type { CommonOptions } from '../line/options.js';
import type { Terminal } from '../terminal/terminal.js';

/** A copy that was written. */
export interface WrittenCopy {
  readonly path: string;
  /** Made from the values alone. */
  readonly rebuilt: boolean;
}

/** Writes the marked copies, each whole or not at all. Throws OutputFault, and Fault when a file does not fit into Excel. */
export async function writeAnnotated(
  paths: readonly MarkedPath[],
  inputs: Inputs,
  options: CommonOptions,
  terminal: Terminal,
): Promise<WrittenCopy[]> {
  const heads = new Map(inputs.roster.rows.住户.map((row) => [row.householdId, row.headName]));
  const lastRows = lastDataRows(inputs.roster);
  const accepted = acceptancesOf(inputs.accepted);
  return writeCopies(paths, terminal, (book) => {
    const merges = new Map(book.sheets.map((sheet) => [sheet.name, sheet.merges]));
    return annotation({
      file: book.file,
      label: basename(book.file),
      asOf: inputs.asOf,
      policies: options.policies,
      reveal: terminal.reveal,
      words: findingWords(terminal.lang, terminal.reveal),
      findings: inputs.findings,
      accepting: { name: acceptanceName, acceptance: (finding) => acceptanceOf(finding, accepted) },
      tables: inputs.readings.find(({ file }) => file === book.file)?.tables ?? [],
      sources: inputs.roster.tables,
      merges: (sheet) => merges.get(sheet) ?? [],
      lastRowOf: (sheet) => lastRows.get(placeKey(book.file, sheet)) ?? null,
      headOf: (household) => heads.get(household) ?? null,
    });
  });
}

/** Last data row of every sheet, by {@link placeKey}. */
function lastDataRows({ tables, rows }: Roster): ReadonlyMap<string, number> {
  const last = new Map<number, number>();
  for (const kind of TABLE_KINDS)
    for (const { table, row } of rows[kind]) if (row > (last.get(table) ?? 0)) last.set(table, row);
  const sheets = new Map<string, number>();
  for (const { index, file, sheet } of tables) {
    const key = placeKey(file, sheet);
    sheets.set(key, Math.max(sheets.get(key) ?? 0, last.get(index) ?? 0));
  }
  return sheets;
}

function placeKey(file: string, sheet: string): string {
  return `${file}\n${sheet}`;
}

/** Writes one copy a workbook, each through a temporary file. */
async function writeCopies(
  paths: readonly MarkedPath[],
  terminal: Terminal,
  marksOf: (book: Workbook) => WorkbookMarks,
): Promise<WrittenCopy[]> {
  const written: WrittenCopy[] = [];
  for (const { book, folder, name } of paths) {
    terminal.progress.show(name);
    let rebuilt = false;
    await writeOutputs(folder, async (temporary) => {
      const outcome = await orDoesNotFit(book.file, () => writeMarkedCopy(book, join(temporary, name), marksOf(book)));
      rebuilt = outcome.rebuilt;
    });
    written.push({ path: join(folder, name), rebuilt });
  }
  terminal.progress.clear();
  return written;
}

/** The outcome of `write`; content that no Excel workbook holds becomes a Fault. */
export async function orDoesNotFit<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof NotEditable ? doesNotFit(file, error) : error;
  }
}

function doesNotFit(file: string, cause: NotEditable): Fault {
  return new Fault(
    'does-not-fit',
    {
      what: `${file} 的内容放不进一个 Excel 工作簿，没有写出标注的副本`,
      why: 'Excel 的一张工作表最多 1048576 行、16384 列，一格最多 32767 个字',
      how: '用 --out 得到的 exceptions.csv 里有全部问题；或把文件分成几个再运行',
    },
    {
      what: `${file} does not fit into an Excel workbook; no marked copy was written`,
      how: 'exceptions.csv (--out DIR) lists all findings; or split the file',
    },
    { cause },
  );
}
