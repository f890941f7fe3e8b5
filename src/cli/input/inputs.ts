import type { SettledEntitlement } from '../../batch/run/run-result.js';
import type { CheckRun } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';
import type { Roster } from '../../domain/roster.js';
import type { CompareLists } from '../../checks/define-check.js';
import type { AcceptedRow } from '../../tables/accepted-list.js';
import { type FileReading, isUnused } from '../../tables/file-reading.js';
import type { Workbook } from '../../tables/grid.js';
import type { Fault } from '../faults/fault.js';

/** One file named on the command line, as it was found. */
export interface InputFile {
  /** Path as given. */
  readonly file: string;
  /** Empty when the file could not be opened. */
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: Workbook['kind'] | null;
  readonly encoding: string | null;
}

/** Files of which no table could be used, beside others that were. */
export function unusedFiles({ readings }: Pick<Inputs, 'readings'>): string[] {
  return readings.filter(isUnused).map(({ file }) => file);
}

/** A policy tried on a roster: payees that would get something, all that were considered, and each of their dues. */
export interface Trial {
  readonly payees: number;
  readonly considered: number;
  readonly settled: readonly SettledEntitlement[];
}

/** What was read, before any policy: everything `run`, `check` and `monitor` begin with. */
export interface Inputs {
  readonly files: readonly InputFile[];
  /** Opened files; call `close` when done. */
  readonly workbooks: readonly Workbook[];
  /** How the sheets were understood, for each file that could be read. */
  readonly readings: readonly FileReading[];
  readonly roster: Roster;
  readonly lists: CompareLists;
  /** Rows that accept warnings. */
  readonly accepted: readonly AcceptedRow[];
  /** The date the checks went by: `--as-of`, else what the data themselves say; null when they say nothing. */
  readonly asOf: string | null;
  /** Findings of readers, tables and checks, in that order. */
  readonly findings: readonly Finding[];
  readonly checkRuns: readonly CheckRun[];
  /** What a policy would pay of it, without any history; absent without one, null where it pays nobody by itself. */
  readonly trial?: Trial | null;
  /**
   * What keeps the job from being done, each an exit code 2: files that cannot be read; no usable table at all. A file
   * that cannot be read has its FIL-01 among the findings too.
   */
  readonly faults: readonly Fault[];
  close(): Promise<void>;
}
