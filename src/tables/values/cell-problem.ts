import type { Params, Severity } from '../../findings/finding.js';

export type FieldValue = string | number | boolean | null;

/** What is wrong with one cell. Made only when something is; good values are returned bare. */
export class CellProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly params: Params;
  /** What the record keeps all the same; null when the cell cannot be read. */
  readonly value: FieldValue;
  /** Identity the cell gives although it is wrong, to tie the finding to someone. */
  readonly identity: string | null;

  constructor(
    code: string,
    severity: Severity,
    params: Params,
    value: FieldValue = null,
    identity: string | null = null,
  ) {
    this.code = code;
    this.severity = severity;
    this.params = params;
    this.value = value;
    this.identity = identity;
  }
}

export type CellReading = FieldValue | CellProblem;
