import type { TableKind } from '../../domain/roster.js';
import type { FactEntry } from '../facts/fact.js';
import type { ReadBy } from '../pack/fields-read.js';
import { application } from './application.js';
import { broker } from './broker.js';
import { business } from './business.js';
import type { For } from './for.js';
import { household } from './household.js';
import { institution } from './institution.js';
import { job } from './job.js';
import { member } from './member.js';
import { organisation } from './organisation.js';
import type { Scope } from './scope.js';
import { training } from './training.js';

/** Whom a benefit may be for: one file each. */
const SCOPES: Readonly<Record<For['each'], Scope<unknown>>> = {
  household,
  member,
  job,
  business,
  training,
  application,
  organisation,
  broker,
  institution,
};

/** Every scope, for lists of what a pack may say. */
export const ALL_SCOPES: readonly Scope<unknown>[] = Object.values(SCOPES);

export function scopeOf(each: For['each']): Scope<unknown> {
  return SCOPES[each];
}

/** Tables whose rows the benefits of a pack are worked out from. */
export function benefitTables({ benefits }: { readonly benefits: readonly { readonly for: For }[] }): Set<TableKind> {
  return new Set(benefits.flatMap(({ for: { each } }) => SCOPES[each].tables));
}

/** The facts that a benefit may use, by whom it is considered for. */
export function factEntriesFor(each: For['each']): ReadonlyMap<string, FactEntry> {
  return SCOPES[each].facts.entries;
}

/** What payments read, as the scopes and facts say of themselves. */
export const READ_BY: ReadBy = { scope: (each) => SCOPES[each].reads, fact: factReads };

/** Fields that a word of a rule reads: undefined where it is no fact, null where the fact may read everything. */
function factReads(each: For['each'], word: string): readonly string[] | null | undefined {
  const entry = SCOPES[each].facts.entries.get(word);
  if (entry !== undefined) return entry.reads;
  return ALL_SCOPES.some(({ facts }) => facts.entries.has(word)) ? [] : undefined;
}
