import type { TableKind } from '../../domain/roster.js';
import type { FactContext, FactEntry, FactNeeds } from '../facts/fact.js';
import type { TargetObject } from '../pack/schema.js';

/** How many were done, of how many; and how many more may have been. */
export interface Measured {
  readonly done: number;
  /** null where the measure has no whole of its own. */
  readonly all: number | null;
  readonly unknown: number;
  /** How many of the unknown are among `all` already; none where they would come on top. */
  readonly inside?: number;
  /** Why nothing can be said at all, e.g. no row was reported for the clause. */
  readonly missing?: string;
  /** `yuan`: done is in 分. */
  readonly unit?: 'yuan';
}

/** A column that must be given, as the record's field and in words. */
export interface NeededColumn {
  readonly table: TableKind;
  readonly field: string;
  readonly header: string;
}

/** One thing a target counts over the whole roster. */
export interface Measure extends FactNeeds {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Tables of which at least one must be given, each list; otherwise the target is not run. */
  readonly tables: readonly (readonly TableKind[])[];
  /** Columns without which nothing is known: the target is not run. */
  readonly columns?: readonly NeededColumn[];
  /** What a target has to name in `of`. */
  readonly asks?: readonly (keyof TargetObject)[];
  compute(context: FactContext, of: TargetObject): Measured;
}

/** What is known of a measure without running it. */
export function entryOf(measure: Measure): FactEntry {
  const { name, zh, en, parameters, readings, lists } = measure;
  return {
    name,
    zh,
    en,
    type: 'count',
    words: [],
    parameters: parameters ?? [],
    readings: readings ?? [],
    lists: lists ?? [],
  };
}
