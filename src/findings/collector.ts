import {
  NOBODY,
  NOWHERE,
  type Finding,
  type FindingPlace,
  type FindingSubject,
  type Params,
  type Severity,
} from './finding.js';

/** Outcome of one check in a run. A check whose column is missing is `not-run`, never passed. */
export type CheckStatus = 'passed' | 'found' | 'not-run' | 'failed';

export interface CheckRun {
  readonly code: string;
  readonly status: CheckStatus;
  readonly found: number;
  /** Why it did not run, or how it failed; null otherwise. Short machine reason such as `column:务工月数`. */
  readonly reason: string | null;
}

export interface FindingDraft {
  readonly code: string;
  readonly severity: Severity;
  readonly place?: Partial<FindingPlace>;
  readonly subject?: Partial<FindingSubject>;
  readonly value?: string | null;
  readonly params?: Params;
  readonly related?: readonly FindingPlace[];
}

/** Collects the findings of a run in the order they were made. */
export class FindingCollector {
  readonly findings: Finding[] = [];

  add(draft: FindingDraft): void {
    this.findings.push({
      code: draft.code,
      severity: draft.severity,
      place: { ...NOWHERE, ...draft.place },
      subject: { ...NOBODY, ...draft.subject },
      value: draft.value ?? null,
      params: draft.params ?? {},
      related: draft.related ?? [],
    });
  }
}
