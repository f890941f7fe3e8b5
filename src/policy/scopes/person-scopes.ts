import type { BankAccount, BusinessRow, MemberRow, TrainingRow } from '../../domain/roster.js';
import type { Job } from '../facts/jobs.js';
import { accountOf, householdOrder, NO_ACCOUNT, type Candidate } from '../assess/payees.js';
import type { HouseholdGroup, RosterGroups } from '../assess/roster-groups.js';

/** Account of a person: 成员, then 经营, then 住户 if they are its head (CONTRACT §3). */
export function personAccount(personId: string, household: HouseholdGroup | null, groups: RosterGroups): BankAccount {
  const first = (rows: readonly BankAccount[] | undefined): BankAccount | null => {
    for (const row of rows ?? []) {
      const account = accountOf(row);
      if (account !== null) return account;
    }
    return null;
  };
  return (
    first(groups.members.get(personId)) ??
    first(groups.businesses.get(personId)) ??
    (household?.row?.headId === personId ? accountOf(household.row) : null) ??
    NO_ACCOUNT
  );
}

function candidate<Subject>(
  personId: string,
  name: string | null,
  stated: string | null,
  subjects: readonly Subject[],
  groups: RosterGroups,
): Candidate<Subject> {
  const household = groups.householdOfPerson(personId, stated);
  return {
    payee: { kind: 'person', id: personId, name: name ?? '' },
    idNumber: personId,
    household,
    householdId: household?.id ?? stated,
    account: personAccount(personId, household, groups),
    subjects,
    order: householdOrder(household, groups.orderOf(personId)),
  };
}

function byOrder<Subject>(candidates: Candidate<Subject>[]): Candidate<Subject>[] {
  return candidates.sort((a, b) => a.order - b.order);
}

/** Whether a 成员 row says anything of a job; the others are not considered for what a job earns. */
function hasJob(member: MemberRow): boolean {
  return (
    member.workPlace !== null ||
    member.employer !== null ||
    member.workStart !== null ||
    member.workEnd !== null ||
    member.workMonths !== null ||
    member.labourContract === true
  );
}

/** Everyone with a job in 成员, with all their jobs. */
export function jobCandidates(groups: RosterGroups): Candidate<Job>[] {
  const candidates: Candidate<Job>[] = [];
  for (const [personId, rows] of groups.members) {
    const spells = rows.filter(hasJob);
    const jobs = spells.map((member) => ({ member, household: groups.householdOf(member.householdId), spells }));
    const [first] = jobs;
    if (first !== undefined)
      candidates.push(candidate(personId, first.member.name, first.member.householdId, jobs, groups));
  }
  return byOrder(candidates);
}

/** Everyone who runs a business in 经营, with all their rows. */
export function businessCandidates(groups: RosterGroups): Candidate<BusinessRow>[] {
  const candidates: Candidate<BusinessRow>[] = [];
  for (const [personId, rows] of groups.businesses)
    candidates.push(candidate(personId, rows[0]?.name ?? null, rows[0]?.householdId ?? null, rows, groups));
  return byOrder(candidates);
}

/** Every trainee with a course of the given kinds. */
export function trainingCandidates(groups: RosterGroups, kinds: readonly string[]): Candidate<TrainingRow>[] {
  const candidates: Candidate<TrainingRow>[] = [];
  for (const [personId, all] of groups.trainings) {
    const rows = all.filter((row) => row.kind !== null && kinds.includes(row.kind));
    const [first] = rows;
    if (first !== undefined) candidates.push(candidate(personId, first.name, first.householdId, rows, groups));
  }
  return byOrder(candidates);
}
