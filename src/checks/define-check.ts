import type { FindingDraft } from '../findings/collector.js';
import type { Finding, Lang, Params, Severity } from '../findings/finding.js';
import type { Roster, TableKind } from '../domain/roster.js';
import type { CompareList, CompareLists } from '../tables/compare-list.js';
import type { Cell } from '../tables/grid.js';
import type { RosterIndex } from './roster-index.js';

export type { CompareEntry, CompareList, CompareLists, UncomparedRow } from '../tables/compare-list.js';

/** Families in the order of reference/payments.md §5. */
export type CheckFamily = 'FIL' | 'SHT' | 'HDR' | 'CEL' | 'ROW' | 'HHD' | 'XSH' | 'LED' | 'BNK';

/**
 * Who notices the problem. `roster` checks have a `run`; the others own their words and examples here, and are raised by
 * code where the problem is seen: while opening a file (`reader`), reading a sheet (`tables`), applying rules (`rules`),
 * comparing with what was paid (`ledger`) or handling bank files (`bank`).
 */
export type CheckStage = 'reader' | 'tables' | 'roster' | 'lists' | 'rules' | 'ledger' | 'bank';

/** Columns without which the check cannot say anything: every entry must be met by at least one table of the run. */
export interface CheckNeed {
  readonly table: TableKind;
  readonly fields: readonly string[];
}

export interface CheckText {
  /** Short name for lists: 身份证号校验码不对. */
  readonly title: string;
  /** What is wrong, with the values: 应为…现为…. Without the cell, which is printed before it. */
  readonly what: (params: Params) => string;
  /** Why it matters: the consequence for the payment. A function where it depends on the values. */
  readonly why: string | ((params: Params) => string);
  /** The consequence where the finding is milder than the check's severity; unless given, that nothing is held. */
  readonly mild?: string;
  /** What to do. */
  readonly how: string | ((params: Params) => string);
}

/** Smallest input that shows (or does not show) the finding. Rows are written as a clerk would, by standard header. */
export interface CheckExample {
  readonly title: string;
  readonly tables: Partial<Record<TableKind, readonly Readonly<Record<string, string | number | null>>[]>>;
  /** Whole sheets as they stand, title and footer rows included, for what the tables above cannot show. */
  readonly sheets?: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  /** Cells or rows where the finding must stand, as `表!字段@行` (`成员!身份证号@2`, data row from 1); empty = no finding. */
  readonly expect: readonly string[];
  readonly asOf?: string;
  readonly lists?: CompareLists;
}

/** What a roster check may look at. Rules and history reach checks as plain data from batch/. */
export interface CheckContext {
  readonly roster: Roster;
  /**
   * Assessment date, `YYYY-MM-DD`; null when nobody gave one and the roster holds none. Never the clock. A check that asks for
   * it in vain and finds nothing counts as not run, so it should ask only where it needs it.
   */
  readonly asOf: string | null;
  readonly lists: CompareLists;
  /** Who belongs to whom, built once a run. */
  readonly index: RosterIndex;
  /** What was found before the checks began: the readers' and the tables' findings. */
  readonly found: readonly Finding[];
  /** Part of what the check looks at could not be looked at (`list-rows:死亡`): finding nothing is then not passing. */
  readonly skipped: (reason: string) => void;
  /** Reports a finding; severity is that of the check unless the draft says otherwise. */
  readonly report: (draft: Omit<FindingDraft, 'code' | 'severity'> & { severity?: Severity }) => void;
}

export interface Check {
  readonly code: string;
  /** Kebab-case name of the bad thing: `id-checksum`. */
  readonly name: string;
  readonly severity: Severity;
  readonly stage: CheckStage;
  /**
   * Where a run with a policy tells this instead: among its flags, or in the trace as the reason why somebody gets nothing. Only
   * `check` reports it as a finding then.
   */
  readonly told?: 'flags' | 'trace';
  readonly needs: readonly CheckNeed[];
  /** Kinds of `--compare` lists of which at least one must be given; absent = none needed. */
  readonly lists?: readonly CompareList['kind'][];
  /** Compares with a cover or summary sheet: not run without one. */
  readonly cover?: true;
  /** Values of a typical finding, for `explain` and the pages made from the checks. */
  readonly sample?: Params;
  readonly text: Readonly<Record<Lang, CheckText>>;
  readonly examples: readonly CheckExample[];
  readonly run?: (context: CheckContext) => void;
}

/** Declares a check; see checks/index.ts for the list. */
export function defineCheck(check: Check): Check {
  return check;
}
