import type { BankAccount } from '../../domain/roster.js';
import { accountOf, householdOrder, NO_ACCOUNT, type Candidate } from '../assess/payees.js';
import type { HouseholdGroup, RosterGroups } from '../assess/roster-groups.js';

/** Account of a person: 成员, then 经营, then 住户 if they are its head. */
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

/** A person as payee, with all that the benefit may rest on. */
export function personCandidate<Subject>(
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
