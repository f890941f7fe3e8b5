import { isLabourCapable, isOfWorkingAge, type LabourTerms } from '../../domain/labour.js';
import type { ListEntry, ListSubject } from './list-entries.js';
import type { HouseholdRow, MemberRow } from '../../domain/roster.js';
import { isOnRegister, isRiskCleared, standingAidOf } from '../../domain/register.js';
import { groupsOf, type HouseholdGroup } from '../../policy/assess/roster-groups.js';
import type { LedgerEntry } from '../../policy/pack/schema.js';
import { ageOfResident } from '../../domain/resident-id.js';
import { shownHousehold, type MonitoredPack, type MonitorResult } from './monitoring.js';

/** A list as rows of plain cells; names are names, ID numbers never stand in it. */
export interface PlainList {
  readonly id: string;
  readonly name: string;
  readonly clause: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** One for each row, where somebody may be struck off the list. */
  readonly entries?: readonly ListEntry[];
  /** Who is struck off it and not shown. */
  readonly struck?: readonly ListEntry[];
}

/** A list as it is put together: what its rows are about, where they may be struck off. */
export type Built = Pick<PlainList, 'about' | 'columns' | 'rows'> & { readonly subjects?: readonly ListSubject[] };

export interface Source {
  readonly result: MonitorResult;
  readonly pack: MonitoredPack;
  readonly entry: LedgerEntry;
  readonly parameter: (id: string) => number | null;
  /** Who counts as labour. */
  readonly terms: LabourTerms;
}

export type Rows = PlainList['rows'];

export function households({ result }: Source): HouseholdGroup[] {
  return [...groupsOf(result.roster).households.values()];
}

export function headOf({ row, members }: HouseholdGroup): string | null {
  return row?.headName ?? members.find((member) => member.relation === '户主')?.name ?? null;
}

export const WHERE = ['户编号', '户主', '乡镇', '社区/村'];
export function where(household: HouseholdGroup): (string | null)[] {
  const { row } = household;
  return [shownHousehold(household.id), headOf(household), row?.township ?? null, row?.community ?? null];
}

/** Labour-capable members of all households, each with the household. */
export function* labourers(source: Source): Generator<{ household: HouseholdGroup; member: MemberRow }> {
  for (const household of households(source))
    for (const member of household.members)
      if (isLabourCapable(member, source.result.asOf, source.terms) === true) yield { household, member };
}

export function ageOf(member: MemberRow, asOf: string): number | null {
  return member.personId === null ? null : ageOfResident(member.personId, asOf);
}

/** Who a post or a job is offered to goes by age, also where 劳动技能 says that somebody older can work. */
export function isOverAge({ result, terms }: Source, { personId }: MemberRow): boolean {
  return isOfWorkingAge(personId, result.asOf, terms) === false;
}

export const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? '是' : '否');

export function hardshipOf(row: HouseholdRow | null): string | null {
  const aid = standingAidOf(row);
  if (aid !== null) return aid;
  return row !== null && isOnRegister(row) && isRiskCleared(row) !== true ? '监测对象' : null;
}

/** A member of a list; their age alone brings nobody back. */
export function subjectOf(household: HouseholdGroup, member: MemberRow, why: string): ListSubject {
  return {
    who: `${household.id}|${member.personId ?? member.name ?? ''}`,
    data: `${member.employmentStatus ?? ''}|${member.skill ?? ''}|${why}`,
  };
}
