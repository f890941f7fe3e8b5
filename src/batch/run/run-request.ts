import type { BenefitUse, BudgetRow } from '../../domain/budget.js';
import type { History } from '../../domain/history.js';
import type { Roster } from '../../domain/roster.js';
import type { CheckRun } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';
import type { AssessmentRequest } from '../../policy/assess/request.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { AcceptedRow } from '../../tables/accepted-list.js';

export interface RunRequest {
  readonly pack: Pack;
  readonly packHash: string;
  readonly roster: Roster;
  readonly asOf: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly name: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  /** Findings of reading and checking, in their order. */
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckRun[];
  readonly history: History;
  readonly allOrNothing: boolean;
  /** Keep open clawbacks back from what is due now. */
  readonly offsetClawbacks?: boolean;
  /** What may be spent in the year of the period, and what other batches of that year used, for LED-10. */
  readonly budget?: { readonly rows: readonly BudgetRow[]; readonly uses: readonly BenefitUse[] };
  /** Rows that accept warnings. */
  readonly accepted?: readonly AcceptedRow[];
  /** sha256 of every input file, for FIL-04. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** What the rules are asked, under a given choice of readings. */
export function assessmentRequest(request: RunRequest, readings: Readonly<Record<string, string>>): AssessmentRequest {
  const { pack, roster, asOf, period, parameters } = request;
  return { pack, roster, asOf, period, readings, parameters };
}
