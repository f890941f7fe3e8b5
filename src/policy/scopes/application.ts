import { accountOf, NO_ACCOUNT, type Candidate } from '../assess/payees.js';
import { claimFindings } from '../assess/claim-findings.js';
import { APPLICATION_FACTS, type Application } from '../facts/applications.js';
import { foldWord, namesWord } from '../kinds/word-match.js';
import { CLAIM_PARTS, type ForEach } from './for.js';
import { personCandidate } from './person-payee.js';
import { byOrder, type Scope } from './scope.js';

/** Everyone with a claim in 申请 for one of the pack's words; every row is a claim of its own. */
export const application: Scope<Application, ForEach<'application'>> = {
  each: 'application',
  zh: '申请：申请表里补贴项目是这几个词的，一行一笔，各行都算',
  en: 'claims of 申请 for one of these words; every row is paid by itself',
  example: 'for: { each: application, kinds: [社保补贴] }   # unit: 亩; once: [item, level]',
  payee: 'person',
  facts: APPLICATION_FACTS,
  tables: ['住户', '成员', '申请'],
  reads: ['申请.item'],
  claimId({ row, item }, { once = CLAIM_PARTS }) {
    const parts = { item, level: row.level === null ? '' : foldWord(row.level), from: row.from ?? '' };
    const shown = CLAIM_PARTS.filter((part) => once.includes(part)).map((part) => parts[part]);
    return `${row.personId ?? ''}@${shown.join('/').replaceAll('|', '')}`;
  },
  candidates(groups, { kinds, unit = null, ageOn = null }) {
    const list: Candidate<Application>[] = [];
    for (const [personId, rows] of groups.applications) {
      const members = groups.members.get(personId) ?? [];
      const claims = rows.flatMap((row) => {
        const item = row.item === null ? undefined : namesWord(kinds, row.item);
        if (item === undefined) return [];
        const member = members[0] ?? null;
        const household = groups.householdOfPerson(personId, row.householdId);
        return [{ row, item, member, household, unit, ageOn }];
      });
      const [first] = claims;
      if (first === undefined) continue;
      const made = personCandidate(personId, first.row.name, first.row.householdId, claims, groups);
      const stated = claims.map(({ row }) => accountOf(row)).find((account) => account !== null);
      list.push(made.account === NO_ACCOUNT && stated !== undefined ? { ...made, account: stated } : made);
    }
    return byOrder(list);
  },
  named: ({ row }) => [row, 'item', '补贴项目'],
  findings: claimFindings,
};
