import type { Candidate } from '../assess/payees.js';
import { MEMBER_FACTS, type Member } from '../facts/members.js';
import { personCandidate } from './person-payee.js';
import type { ForEach } from './for.js';
import { byOrder, outcomeFindings, type Named, type Scope } from './scope.js';

const named = ({ row }: Member): Named => [row, 'name', '姓名'];

/** Every member of a household, paid to their own account. */
export const member: Scope<Member, ForEach<'member'>> = {
  each: 'member',
  zh: '家庭成员：每个人自己的补贴（高龄、在校、残疾），账户看成员表',
  en: 'members of households, each paid to their own account (old age, school, disability)',
  example: 'for: { each: member }   # ageOn: "09-01" where the age counts on another day',
  payee: 'person',
  facts: MEMBER_FACTS,
  tables: ['住户', '成员'],
  reads: [],
  candidates(groups, { ageOn = null }) {
    const list: Candidate<Member>[] = [];
    for (const [personId, rows] of groups.members) {
      const members = rows.map((row) => ({ row, household: groups.householdOf(row.householdId), ageOn }));
      const [first] = rows;
      if (first !== undefined) list.push(personCandidate(personId, first.name, first.householdId, members, groups));
    }
    return byOrder(list);
  },
  named,
  findings: (assessed) => outcomeFindings(assessed, named(assessed.subject)),
};
