import type { HouseholdPeople, HouseholdPerson } from '../../domain/household-people.js';
import { isFilled } from '../../domain/evidence.js';
import type { HouseholdGroup } from '../../policy/assess/roster-groups.js';
import type { SettledEntitlement } from './run-result.js';

/** Who stands in a household by the roster: its head, its members, and who runs its businesses. */
export function peopleOf({ row, members, businesses }: HouseholdGroup): HouseholdPerson[] {
  const people = new Map<string, HouseholdPerson>();
  const meet = (id: string | null, isHead: boolean, isCounted: boolean): void => {
    if (id === null) return;
    const known = people.get(id);
    people.set(id, {
      id,
      isHead: isHead || known?.isHead === true,
      isCounted: isCounted || known?.isCounted === true,
    });
  };
  meet(row?.headId ?? null, true, false);
  for (const member of members) {
    const isCounted = (member.wageIncome ?? 0) > 0 && isFilled(member.evidence);
    meet(member.personId, row === null && member.relation === '户主', isCounted);
  }
  for (const business of businesses) meet(business.personId, false, isFilled(business.evidence));
  return [...people.values()];
}

/** The households that a run pays, each once, with who stands in them; worked out anew each time it is gone through. */
export function peopleOfPaid(settled: readonly SettledEntitlement[]): Iterable<HouseholdPeople> {
  function* each(): Generator<HouseholdPeople> {
    const seen = new Set<string>();
    for (const { entitlement, cutBy, lineNo } of settled) {
      const { payee, household } = entitlement;
      // A due that a debt takes whole is paid as well.
      const isPaid = lineNo !== null || cutBy.includes('offset:clawback');
      if (!isPaid || payee.kind !== 'household' || seen.has(payee.id) || household === null || household === undefined)
        continue;
      seen.add(payee.id);
      yield { householdId: payee.id, people: peopleOf(household) };
    }
  }
  return { [Symbol.iterator]: each };
}
