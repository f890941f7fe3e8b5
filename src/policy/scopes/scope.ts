import type { PayeeKind } from '../../domain/charge.js';
import type { RowReference, TableKind } from '../../domain/roster.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { Assessed } from '../assess/evaluate-benefit.js';
import type { Candidate } from '../assess/payees.js';
import type { RosterGroups } from '../assess/roster-groups.js';
import { personOutcomeFindings } from '../assess/rule-findings.js';
import type { FactBook } from '../facts/fact.js';
import type { Benefit } from '../pack/schema.js';
import type { For } from './for.js';

/** Where a payee is named: row, key of the field, standard header. */
export type Named = readonly [row: RowReference, key: string, header: string];

/**
 * Whom a benefit may be considered for: candidates, facts, findings and words together, one file a scope. What is listed
 * in `scopes/index.ts` is known everywhere: in packs, in templates, in opening histories, in `policy facts`.
 */
export interface Scope<Subject, Target extends For = For> {
  readonly each: Target['each'];
  readonly zh: string;
  readonly en: string;
  /** `for:` as a pack writes it. */
  readonly example: string;
  readonly payee: PayeeKind;
  readonly facts: FactBook<Subject>;
  /** Tables that the standard workbook needs for it. */
  readonly tables: readonly TableKind[];
  /** Fields that payees are found by. */
  readonly reads: readonly `${TableKind}.${string}`[];
  /** What of a payee is counted and limited one by one where the rule counts units. */
  readonly counts?: 'worker' | 'course';
  /** Every subject of a payee is a claim of its own, paid besides the others; else the best one counts. */
  claimId?(subject: Subject, target: Target): string;
  candidates(groups: RosterGroups, target: Target): readonly Candidate<Subject>[];
  named(subject: Subject): Named | null;
  /** What an outcome gives rise to: that it cannot be decided, and why. */
  findings(assessed: Assessed<Subject>, benefit: Benefit): FindingDraft[];
}

export function at(row: RowReference | undefined, key: string, header: string): Named | null {
  return row === undefined ? null : [row, key, header];
}

/** The findings of a payee that is named in one place. */
export function outcomeFindings<Subject>(assessed: Assessed<Subject>, named: Named | null): FindingDraft[] {
  return named === null ? [] : personOutcomeFindings(assessed, named[0], [named[1], named[2]]);
}

export function byOrder<Subject>(candidates: Candidate<Subject>[]): Candidate<Subject>[] {
  return candidates.sort((a, b) => a.order - b.order);
}
