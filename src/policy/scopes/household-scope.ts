import type { HouseholdGroup, RosterGroups } from '../assess/roster-groups.js';
import { accountOf, NO_ACCOUNT, type Candidate } from '../assess/payees.js';

/** Every household of the roster, paid to the account in 住户. */
export function householdCandidates(groups: RosterGroups): Candidate<HouseholdGroup>[] {
  const candidates: Candidate<HouseholdGroup>[] = [];
  for (const household of groups.households.values()) {
    const { row, id } = household;
    const head = household.members.find((member) => member.relation === '户主');
    candidates.push({
      payee: { kind: 'household', id, name: row?.headName ?? head?.name ?? '' },
      idNumber: row?.headId ?? head?.personId ?? null,
      household,
      householdId: id,
      account: accountOf(row) ?? NO_ACCOUNT,
      subjects: [household],
      order: household.order,
    });
  }
  return candidates;
}
