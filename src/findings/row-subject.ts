import type {
  BusinessRow,
  HouseholdRow,
  MemberRow,
  OrganisationRow,
  PlacementRow,
  RosterRows,
  ServiceRow,
  TableKind,
  TrainingRow,
  WorkerRow,
} from '../domain/roster.js';
import { NOBODY, type FindingSubject } from './finding.js';

/**
 * Whom a finding on a row concerns, and so whom an error holds: a household or organisation by its own rows, an
 * organisation by its 用工 and 劳务输出 rows, a trainee by a 两后生 row, an institution by its 餐饮服务 rows.
 */
export function ofHousehold(row: HouseholdRow): Partial<FindingSubject> {
  return { household: row.householdId, person: row.headId, name: row.headName };
}

export function ofMember(row: MemberRow | BusinessRow): Partial<FindingSubject> {
  return { household: row.householdId, person: row.personId, name: row.name };
}

export function ofOrganisation(row: OrganisationRow): Partial<FindingSubject> {
  return { organisation: row.creditCode, name: row.name };
}

export function ofWorker(row: WorkerRow): Partial<FindingSubject> {
  return { organisation: row.creditCode, name: row.name };
}

export function ofPlacement(row: PlacementRow): Partial<FindingSubject> {
  return { organisation: row.brokerCode, name: row.name };
}

export function ofTraining(row: TrainingRow): Partial<FindingSubject> {
  if (row.kind === '餐饮服务') return { organisation: row.institutionCode, name: row.name };
  return { person: row.personId, name: row.name };
}

export function ofService(row: ServiceRow): Partial<FindingSubject> {
  return { person: row.personId, name: row.name };
}

const OF: { readonly [K in TableKind]: (row: RosterRows[K]) => Partial<FindingSubject> } = {
  住户: ofHousehold,
  成员: ofMember,
  经营: ofMember,
  单位: ofOrganisation,
  用工: ofWorker,
  劳务输出: ofPlacement,
  培训: ofTraining,
  服务: ofService,
  安置点: ({ name }) => ({ name }),
  申请: ({ householdId, personId, name }) => ({ household: householdId, person: personId, name }),
  指标填报: () => ({}),
};

/** Whom a row of any table is about. */
export function subjectOfRow<K extends TableKind>(kind: K, row: RosterRows[K]): FindingSubject {
  return { ...NOBODY, ...OF[kind](row) };
}
