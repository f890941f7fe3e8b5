import type { HouseholdRow, MemberRow, Roster, RosterRows, TableKind } from '../domain/roster.js';
import type { FindingDraft } from '../findings/collector.js';
import type { FilledGroup, MemberAssumptions } from './rows/member-rows.js';

type Mutable<T> = { -readonly [P in keyof T]: T[P] };
type Rows = { readonly [K in TableKind]: readonly RosterRows[K][] };
/** Rows that name their household by its number. */
type Numbered = Mutable<Pick<MemberRow, 'table' | 'row' | 'householdId' | 'personId'>>;
type Household = Mutable<HouseholdRow>;

export interface NumberedRows {
  readonly 住户: readonly Household[];
  /** Households that member rows carry; they are in no table of their own yet. */
  readonly carried: readonly Household[];
  readonly 成员: readonly MemberRow[];
  readonly 经营: Rows['经营'];
  readonly 培训: Rows['培训'];
}

/**
 * Makes one number of what means one household, when everything has been read: the ID of a head gives way to the number
 * that another table gives him; `001` and `1` are one where the heads agree. Changes the rows; gives the findings, with
 * table, row and field for their place.
 */
export function settleNumbers(
  rows: NumberedRows,
  assumptions: ReadonlyMap<number, MemberAssumptions>,
  tables: Roster['tables'],
): FindingDraft[] {
  const numbered = [...rows.成员, ...rows.经营, ...rows.培训] as Numbered[];
  takeNumbersOfHeads(rows, numbered, assumptions);
  return [...oneSpelling(rows, numbered, tables), ...unproved([...rows.住户, ...rows.carried], assumptions)];
}

/** Where a table gives a head a number, the household known by the head's ID has that number. */
function takeNumbersOfHeads(
  { 住户, carried, 成员 }: NumberedRows,
  numbered: readonly Numbered[],
  assumptions: ReadonlyMap<number, MemberAssumptions>,
): void {
  const derived = new Set([...assumptions.values()].flatMap((one) => [...one.derived]));
  if (derived.size === 0) return;
  const numbers = new Map<string, Set<string>>();
  const note = (headId: string | null, number: string | null): void => {
    if (headId === null || number === null || number === headId || !derived.has(headId)) return;
    numbers.set(headId, (numbers.get(headId) ?? new Set()).add(number));
  };
  for (const { headId, householdId } of [...住户, ...carried]) note(headId, householdId);
  for (const { relation, personId, householdId } of 成员) if (relation === '户主') note(personId, householdId);
  for (const row of [...住户, ...carried, ...numbered]) {
    const [only, other] = (row.householdId === null ? undefined : numbers.get(row.householdId)) ?? [];
    if (only !== undefined && other === undefined) row.householdId = only;
  }
}

/** `LX001` and `LX1` in one key. */
function folded(number: string): string {
  return number.replace(/0+(?=\d)/g, (noughts, at: number) => (/\d/.test(number.charAt(at - 1)) ? noughts : ''));
}

function oneSpelling(rows: NumberedRows, numbered: readonly Numbered[], tables: Roster['tables']): FindingDraft[] {
  const spellings = new Map<string, Set<string>>();
  for (const { householdId } of [...rows.住户, ...rows.carried, ...numbered]) {
    if (householdId === null) continue;
    const key = folded(householdId);
    const known = spellings.get(key);
    if (known === undefined) spellings.set(key, new Set([householdId]));
    else known.add(householdId);
  }
  const several = [...spellings.values()].filter((one) => one.size > 1);
  if (several.length === 0) return [];
  const households = new Map(several.flatMap((one) => [...one].map((number) => [number, new People()] as const)));
  for (const { householdId, headId } of [...rows.住户, ...rows.carried])
    households.get(householdId ?? '')?.head(headId);
  for (const { householdId, personId, relation } of rows.成员)
    households.get(householdId ?? '')?.member(personId, relation === '户主');
  for (const { householdId, personId } of [...rows.经营, ...rows.培训])
    households.get(householdId ?? '')?.other(personId);
  const renamed = new Map<string, string>();
  const apart = new Map<string, string>();
  for (const [first = '', ...others] of several.map((one) => [...one]))
    for (const other of others) {
      const [a, b] = [households.get(first), households.get(other)];
      if (a !== undefined && b?.agrees(a) === true) renamed.set(other, first);
      else {
        apart.set(other, first);
        apart.set(first, other);
      }
    }
  const findings = [...toldApart([...rows.住户, ...numbered], apart)];
  let firstRenamed: { readonly row: Household | Numbered; readonly before: string; readonly after: string } | null =
    null;
  for (const row of [...rows.住户, ...numbered]) {
    const after = renamed.get(row.householdId ?? '');
    if (after === undefined) continue;
    firstRenamed ??= { row, before: row.householdId ?? '', after };
    row.householdId = after;
  }
  for (const household of rows.carried)
    household.householdId = renamed.get(household.householdId ?? '') ?? household.householdId;
  if (firstRenamed === null) return findings;
  const { row, before, after } = firstRenamed;
  const sheet = tables[row.table]?.sheet ?? '';
  findings.unshift({
    code: 'HHD-26',
    severity: 'warning',
    place: { table: row.table, row: row.row, field: 'householdId' },
    value: before,
    params: { first: after, second: before, count: renamed.size, heads: 'agree', sheet },
  });
  return findings;
}

/** Each household whose number another household writes in another way: an error at its first row. */
function* toldApart(
  rows: readonly (Household | Numbered)[],
  apart: ReadonlyMap<string, string>,
): Generator<FindingDraft> {
  const told = new Set<string>();
  for (const { table, row, householdId } of rows) {
    const other = apart.get(householdId ?? '');
    if (householdId === null || other === undefined || told.has(householdId)) continue;
    told.add(householdId);
    yield {
      code: 'HHD-26',
      severity: 'error',
      place: { table, row, field: 'householdId' },
      subject: { household: householdId },
      value: householdId,
      params: { first: householdId, second: other, count: 1, heads: 'differ', sheet: '' },
    };
  }
}

/** Who stands under one spelling of a number. */
class People {
  private readonly heads = new Set<string>();
  private readonly all = new Set<string>();

  head(id: string | null): void {
    if (id === null) return;
    this.heads.add(id);
    this.all.add(id);
  }

  member(id: string | null, isHead: boolean): void {
    if (id === null) return;
    if (isHead) this.heads.add(id);
    this.all.add(id);
  }

  other(id: string | null): void {
    if (id !== null) this.all.add(id);
  }

  /** One head for both; where one of them names no head, somebody who stands in both. */
  agrees(with_: People): boolean {
    const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((id) => b.has(id));
    if (this.heads.size > 0 && with_.heads.size > 0)
      return this.heads.size === 1 && with_.heads.size === 1 && shared(this.heads, with_.heads);
    return shared(this.all, with_.all);
  }
}

/** Rows that took their number from above, where no 家庭人口数 proves that they are the household's. */
function unproved(
  households: readonly HouseholdRow[],
  assumptions: ReadonlyMap<number, MemberAssumptions>,
): FindingDraft[] {
  const sized = new Set<string | null>();
  for (const { householdId, headId, size } of households)
    if (size !== null) {
      sized.add(householdId);
      sized.add(headId);
    }
  const told = ({ row, number, rows }: FilledGroup, table: number): FindingDraft => ({
    code: 'HHD-25',
    severity: 'error',
    place: { table, row, field: 'householdId' },
    subject: { household: number },
    params: { count: rows, reason: 'no-size' },
  });
  return [...assumptions].flatMap(([table, { filled }]) =>
    filled.filter(({ number }) => !sized.has(number)).map((group) => told(group, table)),
  );
}
