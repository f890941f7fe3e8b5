import { acceptanceOf, type Acceptances } from '../../checks/accept-finding.js';
import type { Roster, RosterRows, TableKind, TableSource } from '../../domain/roster.js';
import { rowLookup, type RowOfTable } from '../../domain/row-lookup.js';
import type { Effect, Finding, FindingSubject } from '../../findings/finding.js';
import { subjectOfRow } from '../../findings/row-subject.js';
import type { Entitlement } from '../../policy/assess/assessment.js';

/**
 * Who is held, and by which findings (src/CONTRACT.md §4 *Holding*): an error on any row of a household holds all payments of
 * that household and of nobody else; 用工 and 劳务输出 rows hold the organisation or broker; a 两后生 row its trainee, a
 * 餐饮服务 row its institution; a person without a household is held by errors on their own rows. Whose row it is follows from
 * the table that the row was read from.
 */
export interface Holds {
  /** Codes of the findings that hold this entitlement, in order, each once. */
  heldBy(entitlement: Entitlement): readonly string[];
  /** What a finding does to payment. */
  effectOf(finding: Finding): Effect;
  readonly households: ReadonlySet<string>;
}

type Target = { readonly kind: 'household' | 'payee'; readonly id: string };

/** Derives the holds from the error findings of a run. Pure; linear in findings and rows. */
export function deriveHolds(roster: Roster, findings: readonly Finding[], accepted: Acceptances = new Map()): Holds {
  const households = new Map<string, string[]>();
  const payees = new Map<string, string[]>();
  const effects = new Map<Finding, Effect>();

  const hold = (target: Target, code: string): void => {
    const held = target.kind === 'household' ? households : payees;
    const codes = held.get(target.id);
    if (codes === undefined) held.set(target.id, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };

  const errors = findings.filter(({ severity }) => severity === 'error');
  const rowOf = rowLookup(roster, errors.flatMap(addressOf));
  for (const finding of errors) {
    const targets = targetsOf(finding, roster, rowOf);
    for (const target of targets) hold(target, finding.code);
    effects.set(finding, targets.length > 0 ? 'held' : 'ignored');
  }

  let householdOf: ReadonlyMap<string, string> | undefined;
  return {
    households: new Set(households.keys()),
    effectOf: (finding) => effects.get(finding) ?? (acceptanceOf(finding, accepted) === null ? 'paid' : 'accepted'),
    heldBy: (entitlement) => {
      const own = payees.get(entitlement.payee.id) ?? NOBODY;
      let home = entitlement.householdId;
      if (home === null && entitlement.payee.kind === 'person') {
        householdOf ??= personHouseholds(roster);
        home = householdOf.get(entitlement.payee.id) ?? null;
      }
      const household = (home === null ? undefined : households.get(home)) ?? NOBODY;
      if (own.length === 0) return household;
      return household.length === 0 ? own : [...new Set([...household, ...own])];
    },
  };
}

const NOBODY: readonly string[] = [];

function personHouseholds(roster: Roster): ReadonlyMap<string, string> {
  const households = new Map<string, string>();
  for (const member of roster.rows.成员) {
    if (member.personId !== null && member.householdId !== null) households.set(member.personId, member.householdId);
  }
  return households;
}

function addressOf({ place: { table, row } }: Finding): { readonly table: number; readonly row: number }[] {
  return table === null || row === null ? [] : [{ table, row }];
}

/**
 * Whom an error holds: whoever its row belongs to; everybody whose value was lost, if it stands on a column's header; the payee
 * that it names, if it stands on no row of the roster.
 */
function targetsOf(finding: Finding, roster: Roster, rowOf: ReturnType<typeof rowLookup>): readonly Target[] {
  const { table, row, field } = finding.place;
  const source = table === null ? undefined : roster.tables[table];
  if (table === null || row === null || source === undefined) return targetOf(finding.subject);
  const found = rowOf({ table, row });
  if (found !== null) return targetOfRow(found, finding.subject);
  return field !== null && row <= source.headerRows[1] ? unreadableIn(finding, roster, field) : [];
}

/** What a row says itself goes before what the finding names: the household may be known only when all was read. */
function targetOfRow(found: RowOfTable, named: FindingSubject): readonly Target[] {
  if (found.kind === '培训' && found.row.kind !== '两后生' && found.row.kind !== '餐饮服务') return [];
  const own = targetOf(subjectOfRow(found.kind, found.row));
  if (own.length > 0 || !OF_PEOPLE.has(found.kind) || named.person === null) return own;
  // A number that is no valid one, or one of two in a cell, ties the row all the same.
  return [{ kind: 'payee', id: named.person }];
}

const OF_PEOPLE: ReadonlySet<TableKind> = new Set(['住户', '成员', '经营', '培训', '服务']);

function targetOf({ household, organisation, person }: FindingSubject): readonly Target[] {
  if (household !== null) return [{ kind: 'household', id: household }];
  const payee = organisation ?? person;
  return payee === null ? [] : [{ kind: 'payee', id: payee }];
}

/** A column-level error (one finding for a mostly unreadable column) holds every row whose value was lost. */
function unreadableIn({ place, subject }: Finding, roster: Roster, field: string): readonly Target[] {
  const held = new Map<string, Target>();
  const hold = <K extends TableKind>(kind: K, source: TableSource, rows: readonly RosterRows[K][]): void => {
    for (const row of rows) {
      if (row.table !== source.index || row.unreadable?.includes(field) !== true) continue;
      for (const target of targetOfRow({ kind, row } as RowOfTable, subject))
        held.set(`${target.kind}:${target.id}`, target);
    }
  };
  for (const source of roster.tables) {
    const isHere = source.index === place.table || source.carriedBy === place.table;
    if (!isHere || source.columns.get(field)?.column !== place.column) continue;
    hold(source.kind, source, roster.rows[source.kind]);
  }
  return [...held.values()];
}
