import type { TableSource } from '../../domain/roster.js';
import type { Finding } from '../../findings/finding.js';
import type { TableReading } from '../../tables/file-reading.js';
import type { MergeRange } from '../../tables/grid.js';
import type { Accepting } from './accepted-csv.js';
import type { FindingWords } from '../run/run-document.js';

export interface AnnotationInput {
  /** As findings name it. */
  readonly file: string;
  /** For people: without folders. */
  readonly label: string;
  /** The date the checks went by. */
  readonly asOf: string | null;
  readonly policies: readonly string[];
  readonly reveal: boolean;
  readonly words: (finding: Finding) => FindingWords;
  /** Findings of the whole run; those of other files are left out. */
  readonly findings: readonly Finding[];
  readonly accepting: Accepting;
  readonly tables: readonly TableReading[];
  /** The tables of the roster. */
  readonly sources: readonly TableSource[];
  readonly merges: (sheet: string) => readonly MergeRange[];
  /** Last row of a sheet that was read as data; null when none was. */
  readonly lastRowOf: (sheet: string) => number | null;
  /** Name of a household's head. */
  readonly headOf: (household: string) => string | null;
}

/** A finding with the cell that stands for it; null when it is about a whole file or sheet. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly row: number | null;
  readonly column: number | null;
}
