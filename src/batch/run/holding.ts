import type { RosterRows, Roster } from '../../domain/roster.js';
import type { Effect, Finding } from '../../findings/finding.js';
import type { Entitlement } from '../../policy/assess/assessment.js';

/**
 * Who is held, and by which findings (CONTRACT §4 *Holding*): an error on any row of a household holds all payments of
 * that household and of nobody else; 用工 and 劳务输出 rows hold the organisation or broker; a 两后生 row its trainee, a
 * 餐饮服务 row its institution; a person without a household is held by errors on their own rows.
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
export function deriveHolds(roster: Roster, findings: readonly Finding[]): Holds {
  const households = new Map<string, string[]>();
  const payees = new Map<string, string[]>();
  const effects = new Map<Finding, Effect>();
  const rowsOf = new RowIndex(roster);

  const hold = (target: Target, code: string): void => {
    const held = target.kind === 'household' ? households : payees;
    const codes = held.get(target.id);
    if (codes === undefined) held.set(target.id, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };

  for (const finding of findings) {
    if (finding.severity !== 'error') continue;
    const isColumn = finding.place.row === null || finding.code === UNREADABLE_COLUMN;
    const targets = isColumn ? rowsOf.unreadableIn(finding) : rowsOf.targetsOf(finding);
    for (const target of targets) hold(target, finding.code);
    effects.set(finding, targets.length > 0 ? 'held' : 'ignored');
  }

  let householdOf: ReadonlyMap<string, string> | undefined;
  return {
    households: new Set(households.keys()),
    effectOf: (finding) => effects.get(finding) ?? 'paid',
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

/** One finding for a mostly unreadable column; its place is the header's cell. */
const UNREADABLE_COLUMN = 'HDR-08';

const NOBODY: readonly string[] = [];

function personHouseholds(roster: Roster): ReadonlyMap<string, string> {
  const households = new Map<string, string>();
  for (const member of roster.rows.成员) {
    if (member.personId !== null && member.householdId !== null) households.set(member.personId, member.householdId);
  }
  return households;
}

/** Finds whom the row of a finding belongs to, by the kind of its table. */
class RowIndex {
  private readonly roster: Roster;
  private readonly kinds = new Map<string, Set<keyof RosterRows>>();
  private trainings: Map<string, RosterRows['培训']> | null = null;

  constructor(roster: Roster) {
    this.roster = roster;
    for (const table of roster.tables) {
      const key = `${table.file}\n${table.sheet}`;
      const kinds = this.kinds.get(key) ?? new Set();
      kinds.add(table.kind);
      this.kinds.set(key, kinds);
    }
  }

  targetsOf(finding: Finding): Target[] {
    const { subject } = finding;
    const kinds = this.kinds.get(`${finding.place.file ?? ''}\n${finding.place.sheet ?? ''}`);
    if (kinds?.has('培训') === true) return this.trainingTarget(finding);
    if (kinds?.has('用工') === true || kinds?.has('劳务输出') === true || kinds?.has('单位') === true) {
      return subject.organisation === null ? [] : [{ kind: 'payee', id: subject.organisation }];
    }
    if (subject.household !== null) return [{ kind: 'household', id: subject.household }];
    if (subject.organisation !== null) return [{ kind: 'payee', id: subject.organisation }];
    return subject.person === null ? [] : [{ kind: 'payee', id: subject.person }];
  }

  private trainingTarget(finding: Finding): Target[] {
    this.trainings ??= new Map(
      this.roster.rows.培训.map((row) => {
        const table = this.roster.tables[row.table];
        return [`${table?.file ?? ''}\n${table?.sheet ?? ''}\n${row.row}`, row];
      }),
    );
    const { place, subject } = finding;
    const row = this.trainings.get(`${place.file ?? ''}\n${place.sheet ?? ''}\n${place.row ?? 0}`);
    if (row?.kind === '餐饮服务')
      return row.institutionCode === null ? [] : [{ kind: 'payee', id: row.institutionCode }];
    const person = row?.personId ?? subject.person;
    return row?.kind === '两后生' && person !== null ? [{ kind: 'payee', id: person }] : [];
  }

  /** A column-level error (one finding for a mostly unreadable column) holds every row whose value was lost. */
  unreadableIn(finding: Finding): Target[] {
    const { field } = finding.params;
    if (finding.place.column === null || typeof field !== 'string') return [];
    const held = new Map<string, Target>();
    const add = (kind: Target['kind'], id: string | null): void => {
      if (id !== null) held.set(`${kind}:${id}`, { kind, id });
    };
    for (const table of this.roster.tables) {
      if (table.file !== finding.place.file || table.sheet !== finding.place.sheet) continue;
      const key = [...table.columns].find(([, source]) => source.column === finding.place.column)?.[0];
      if (key === undefined) continue;
      for (const row of this.roster.rows[table.kind]) {
        if (row.table !== table.index || row.unreadable?.includes(key) !== true) continue;
        if ('householdId' in row && !('institution' in row)) add('household', row.householdId);
        else if ('brokerCode' in row) add('payee', row.brokerCode);
        else if ('creditCode' in row) add('payee', row.creditCode);
        else if ('institutionCode' in row) add('payee', row.kind === '餐饮服务' ? row.institutionCode : row.personId);
      }
    }
    return [...held.values()];
  }
}
