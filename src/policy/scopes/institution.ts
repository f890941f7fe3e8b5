import type { Candidate } from '../assess/payees.js';
import { courseFindings } from '../assess/row-findings.js';
import { INSTITUTION_FACTS, type Institution } from '../facts/institutions.js';
import { organisationCandidate } from './organisation-payee.js';
import type { ForEach } from './for.js';
import { at, byOrder, outcomeFindings, type Named, type Scope } from './scope.js';

const named = ({ courses }: Institution): Named | null => at(courses[0], 'institution', '培训机构');

/** Institutions that give courses of the kinds in question. */
export const institution: Scope<Institution, ForEach<'institution'>> = {
  each: 'institution',
  zh: '培训机构：培训表里这几类培训的机构',
  en: 'institutions that give courses of these kinds',
  example: 'for: { each: institution, trainings: [餐饮服务], kinds: [培训机构] }',
  payee: 'organisation',
  facts: INSTITUTION_FACTS,
  tables: ['单位', '培训'],
  reads: ['单位.kind', '培训.kind'],
  counts: 'course',
  candidates(groups, { trainings, kinds }) {
    const list: Candidate<Institution>[] = [];
    for (const [code, all] of groups.institutions) {
      const courses = all.filter((row) => row.kind !== null && trainings.includes(row.kind));
      if (courses.length === 0) continue;
      const listed = groups.organisations.get(code) ?? [];
      const subject = { code, listed, courses, kinds, trainings };
      const name = listed[0]?.name ?? courses[0]?.institution ?? null;
      list.push(organisationCandidate(code, name, listed, subject, groups));
    }
    return byOrder(list);
  },
  named,
  findings: (assessed) => [...outcomeFindings(assessed, named(assessed.subject)), ...courseFindings(assessed)],
};
