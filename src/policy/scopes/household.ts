import { accountOf, NO_ACCOUNT, type Candidate } from '../assess/payees.js';
import type { HouseholdGroup, RosterGroups } from '../assess/roster-groups.js';
import { businessRowFindings } from '../assess/row-findings.js';
import { householdOutcomeFindings } from '../assess/rule-findings.js';
import { HOUSEHOLD_FACTS } from '../facts/households.js';
import type { ForEach } from './for.js';
import { at, type Scope } from './scope.js';

/** Every household of the roster, paid to the account in 住户. */
function candidates(groups: RosterGroups): Candidate<HouseholdGroup>[] {
  const list: Candidate<HouseholdGroup>[] = [];
  for (const household of groups.households.values()) {
    const { row, id } = household;
    const head = household.members.find((member) => member.relation === '户主');
    list.push({
      payee: { kind: 'household', id, name: row?.headName ?? head?.name ?? '' },
      idNumber: row?.headId ?? head?.personId ?? null,
      household,
      householdId: id,
      account: accountOf(row) ?? NO_ACCOUNT,
      subjects: [household],
      order: household.order,
    });
  }
  return list;
}

const listed = new WeakMap<RosterGroups, readonly Candidate<HouseholdGroup>[]>();

/** Every household of the roster; one list for all benefits of a run. */
export const household: Scope<HouseholdGroup, ForEach<'household'>> = {
  each: 'household',
  zh: '户：付给户，账户看住户表',
  en: 'households, paid to the account in 住户',
  example: 'for: { each: household }',
  payee: 'household',
  facts: HOUSEHOLD_FACTS,
  tables: ['住户', '成员', '经营'],
  reads: ['住户.incomeYear'],
  candidates(groups) {
    const known = listed.get(groups);
    if (known !== undefined) return known;
    const made = candidates(groups);
    listed.set(groups, made);
    return made;
  },
  named: ({ row, members, businesses }) => at(row ?? members[0] ?? businesses[0], 'householdId', '户编号'),
  findings(assessed, { rule }) {
    const withBusinesses = rule.kind === 'step' && rule.orWhen === 'qualifying-business';
    return [...householdOutcomeFindings(assessed), ...(withBusinesses ? businessRowFindings(assessed) : [])];
  },
};
