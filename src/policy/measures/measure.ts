import type { MemberRow, TableKind } from '../../domain/roster.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
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

/** What a target counts one by one. */
export const SUBJECT_KINDS = [
  'person',
  'household',
  'place',
  'project',
  'organisation',
  'item',
  'month',
  'week',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Somebody or something that stands in the way of a target: not done, or not known to be. */
export interface Subject {
  readonly kind: SubjectKind;
  /** 户编号, ID number, credit code or the name itself: unmasked, for the machine. */
  readonly id: string | null;
  readonly name: string | null;
  readonly householdId: string | null;
  readonly township: string | null;
  readonly community: string | null;
  /** What is reported of it, in words; null where nothing is. */
  readonly value: string | null;
  /** False where the roster does not say: neither done nor missed. */
  readonly known: boolean;
}

/** Takes the subjects that stand in the way; left out where nobody asks who they are. */
export type Tell = ((subject: Subject) => void) | undefined;

type Details = Partial<Pick<Subject, 'value' | 'known'>>;

/** A member as a subject. */
export function personSubject(member: MemberRow, { roster }: FactContext, details: Details = {}): Subject {
  const household = roster.householdOf(member.householdId)?.row ?? null;
  return {
    kind: 'person',
    id: member.personId,
    name: member.name,
    householdId: member.householdId,
    township: household?.township ?? null,
    community: household?.community ?? null,
    value: null,
    known: true,
    ...details,
  };
}

/** A household as a subject, by its head. */
export function householdSubject({ id, row, members }: HouseholdGroup, details: Details = {}): Subject {
  return {
    kind: 'household',
    id,
    name: row?.headName ?? members.find(({ relation }) => relation === '户主')?.name ?? null,
    householdId: id,
    township: row?.township ?? null,
    community: row?.community ?? null,
    value: null,
    known: true,
    ...details,
  };
}

/** Anything that has only a name: a place, a project, an item, a month. */
export function namedSubject(
  kind: SubjectKind,
  name: string,
  details: Details & Partial<Pick<Subject, 'township' | 'community'>> = {},
): Subject {
  const nowhere = { householdId: null, township: null, community: null };
  return { kind, id: name, name, ...nowhere, value: null, known: true, ...details };
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
  /** Counts; `tell` is called with everybody and everything that is not done or not known to be. */
  compute(context: FactContext, of: TargetObject, tell?: Tell): Measured;
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
    unit: null,
    fromPack: null,
    reads: null,
  };
}
