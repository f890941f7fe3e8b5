import type { MemberRow } from '../../domain/roster.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { FactBook } from './fact.js';
import { personFacts } from './persons.js';

/** One person of 成员. */
export interface Member {
  readonly row: MemberRow;
  readonly household: HouseholdGroup | null;
  readonly ageOn: string | null;
}

/** The facts of a member of a household. */
export const MEMBER_FACTS = new FactBook<Member>(
  personFacts<Member>({
    id: ({ row }) => row.personId,
    row: ({ row }) => row,
    member: ({ row }) => row,
    household: ({ household }) => household,
    ageOn: ({ ageOn }) => ageOn,
  }),
);
