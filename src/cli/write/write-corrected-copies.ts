import { basename, join } from 'node:path';
import { corrections } from '../../documents/check/corrections.js';
import { type Roster, TABLE_KINDS } from '../../domain/roster.js';
import { writeMarkedCopy } from '../../io/annotate/index.js';
import { writeOutputs } from '../../io/output-folder.js';
import { openWorkbook } from '../../io/readers/index.js';
import { findRepairs, type PlacedRepair } from '../../tables/find-repairs.js';
import type { Workbook } from '../../tables/grid.js';
import { readRoster, type ReadRosterOptions } from '../../tables/read-roster.js';
import { Fault } from '../faults/fault.js';
import type { Inputs } from '../input/inputs.js';
import type { MarkedPath } from './marked-paths.js';
import type { CommonOptions } from '../line/options.js';
import { readMappings } from '../input/read-mappings.js';
import type { Terminal } from '../terminal/terminal.js';
import { orDoesNotFit, type WrittenCopy } from './write-marked-copies.js';

/** A corrected copy, or that there was nothing to correct. */
export interface CorrectedCopy {
  readonly file: string;
  /** null when the file needs no repair and nothing is to be told. */
  readonly written: WrittenCopy | null;
  readonly made: number;
  readonly told: number;
}

/**
 * Writes the corrected copies. Each is read again before it is handed out and must give the very same rows as the
 * original, or it is thrown away. Throws OutputFault and Fault.
 */
export async function writeCorrected(
  paths: readonly MarkedPath[],
  inputs: Inputs,
  options: CommonOptions,
  terminal: Terminal,
): Promise<CorrectedCopy[]> {
  const isData = dataRows(inputs.roster);
  const reading: ReadRosterOptions = {
    mappings: await readMappings(options.map),
    answers: options.answers,
    ...(options.sheets.length === 0 ? {} : { sheets: options.sheets }),
  };
  const done: CorrectedCopy[] = [];
  for (const { book, folder, name } of paths) {
    const { file } = book;
    terminal.progress.show(name);
    const repairs = await repairsOf(book, inputs, isData);
    const made = repairs.filter(({ safe }) => safe).length;
    const told = repairs.length - made;
    if (repairs.length === 0) {
      done.push({ file, written: null, made, told });
      continue;
    }
    const marks = corrections({ label: basename(file), reveal: terminal.reveal, repairs });
    let rebuilt = false;
    await writeOutputs(folder, async (temporary) => {
      const path = join(temporary, name);
      const outcome = await orDoesNotFit(file, () => writeMarkedCopy(book, path, marks));
      rebuilt = outcome.rebuilt;
      if (!(await readsTheSame(book, path, reading))) throw changedMeaning(file);
    });
    done.push({ file, written: { path: join(folder, name), rebuilt }, made, told });
  }
  terminal.progress.clear();
  return done;
}

/** How many cells a corrected copy would change. */
export async function countRepairs(books: readonly Workbook[], inputs: Inputs): Promise<number> {
  const isData = dataRows(inputs.roster);
  let count = 0;
  for (const book of books) count += (await repairsOf(book, inputs, isData)).filter(({ safe }) => safe).length;
  return count;
}

async function repairsOf(book: Workbook, inputs: Inputs, isData: ReturnType<typeof dataRows>): Promise<PlacedRepair[]> {
  const tables = inputs.readings.find(({ file }) => file === book.file)?.tables ?? [];
  const found: PlacedRepair[] = [];
  for (const sheet of book.sheets) for (const one of await findRepairs(sheet, tables, isData)) found.push(one);
  return found;
}

/** Whether a row of a table became a record. */
function dataRows({ rows }: Roster): (table: number, row: number) => boolean {
  const byTable = new Map<number, Set<number>>();
  for (const kind of TABLE_KINDS)
    for (const { table, row } of rows[kind]) {
      const set = byTable.get(table);
      if (set === undefined) byTable.set(table, new Set([row]));
      else set.add(row);
    }
  return (table, row) => byTable.get(table)?.has(row) === true;
}

/** Whether the copy gives the same records, cell by cell. */
async function readsTheSame(book: Workbook, copy: string, options: ReadRosterOptions): Promise<boolean> {
  const before = await readRoster([book], options);
  const opened = await openWorkbook(copy);
  try {
    const after = await readRoster([opened], options);
    return TABLE_KINDS.every((kind) => {
      const [a, b] = [before.roster.rows[kind], after.roster.rows[kind]];
      return a.length === b.length && a.every((row, index) => JSON.stringify(row) === JSON.stringify(b[index]));
    });
  } finally {
    await opened.close();
  }
}

function changedMeaning(file: string): Fault {
  return new Fault(
    'fix-changed-meaning',
    {
      what: `${file} 改好后读出来和原来不一样，没有写出修正的副本`,
      why: '自动修正只许改写法，不许改意思',
      how: '请按问题清单手工改；并把这个文件的样子告诉维护人员',
    },
    {
      what: `the corrected copy of ${file} did not read like the original and was not written`,
      how: 'correct the file by hand and tell the maintainers what it looks like',
    },
  );
}
