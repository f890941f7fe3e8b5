import type { Payee } from '../../domain/charge.js';
import { checkCreditCode } from '../../domain/credit-code.js';
import { readResidentId } from '../../domain/resident-id.js';
import type { OrganisationRow } from '../../domain/roster.js';
import type { Broker } from '../facts/brokers.js';
import type { Institution } from '../facts/institutions.js';
import type { Organisation } from '../facts/organisations.js';
import { accountOf, householdOrder, NO_ACCOUNT, organisationOrder, type Candidate } from '../assess/payees.js';
import type { RosterGroups } from '../assess/roster-groups.js';
import { personAccount } from './person-scopes.js';

function listedAccount(rows: readonly OrganisationRow[]): Candidate<unknown>['account'] | null {
  for (const row of rows) {
    const account = accountOf(row);
    if (account !== null) return account;
  }
  return null;
}

/** A 劳务经纪人 may be a person: the code is then an 18-character ID number and no valid credit code. */
export function payeeOfCode(code: string, name: string): Payee {
  const isPerson = readResidentId(code).problem === 'ok' && checkCreditCode(code) !== 'ok';
  return { kind: isPerson ? 'person' : 'organisation', id: code, name };
}

function candidate<Subject>(
  code: string,
  name: string | null,
  listed: readonly OrganisationRow[],
  subject: Subject,
  groups: RosterGroups,
): Candidate<Subject> {
  const payee = payeeOfCode(code, name ?? '');
  if (payee.kind === 'organisation')
    return {
      payee,
      idNumber: null,
      household: null,
      householdId: null,
      account: listedAccount(listed) ?? NO_ACCOUNT,
      subjects: [subject],
      order: organisationOrder(groups.orderOf(code)),
    };
  const household = groups.householdOfPerson(code);
  const own = personAccount(code, household, groups);
  return {
    payee,
    idNumber: code,
    household,
    householdId: household?.id ?? null,
    account: own === NO_ACCOUNT ? (listedAccount(listed) ?? NO_ACCOUNT) : own,
    subjects: [subject],
    order: householdOrder(household, groups.orderOf(code)),
  };
}

function byOrder<Subject>(candidates: Candidate<Subject>[]): Candidate<Subject>[] {
  return candidates.sort((a, b) => a.order - b.order);
}

/** Organisations that 单位 lists under one of the kinds, with their 用工 rows. */
export function organisationCandidates(groups: RosterGroups, kinds: readonly string[]): Candidate<Organisation>[] {
  const candidates: Candidate<Organisation>[] = [];
  for (const [code, rows] of groups.organisations) {
    const row = rows.find(({ kind }) => kind !== null && kinds.includes(kind));
    if (row === undefined) continue;
    const workers = groups.workers.get(code) ?? [];
    candidates.push(candidate(code, row.name, rows, { code, row, workers }, groups));
  }
  return byOrder(candidates);
}

/** Brokers of 单位 and of 劳务输出. */
export function brokerCandidates(groups: RosterGroups, kinds: readonly string[]): Candidate<Broker>[] {
  const candidates: Candidate<Broker>[] = [];
  const add = (code: string, name: string | null): void => {
    const listed = groups.organisations.get(code) ?? [];
    const subject = { code, listed, placements: groups.brokers.get(code) ?? [], kinds };
    candidates.push(candidate(code, listed[0]?.name ?? name, listed, subject, groups));
  };
  for (const [code, rows] of groups.organisations)
    if (!groups.brokers.has(code) && rows.some(({ kind }) => kind !== null && kinds.includes(kind))) add(code, null);
  for (const [code, rows] of groups.brokers) add(code, rows[0]?.brokerName ?? null);
  return byOrder(candidates);
}

/** Institutions that give courses of the kinds in question. */
export function institutionCandidates(
  groups: RosterGroups,
  trainings: readonly string[],
  kinds: readonly string[],
): Candidate<Institution>[] {
  const candidates: Candidate<Institution>[] = [];
  for (const [code, all] of groups.institutions) {
    const courses = all.filter((row) => row.kind !== null && trainings.includes(row.kind));
    if (courses.length === 0) continue;
    const listed = groups.organisations.get(code) ?? [];
    const subject = { code, listed, courses, kinds, trainings };
    candidates.push(candidate(code, listed[0]?.name ?? courses[0]?.institution ?? null, listed, subject, groups));
  }
  return byOrder(candidates);
}
