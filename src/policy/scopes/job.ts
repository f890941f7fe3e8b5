import type { MemberRow } from '../../domain/roster.js';
import type { Candidate } from '../assess/payees.js';
import { jobFindings } from '../assess/rule-findings.js';
import { JOB_FACTS, type Job } from '../facts/jobs.js';
import { personCandidate } from './person-payee.js';
import type { ForEach } from './for.js';
import { byOrder, type Scope } from './scope.js';

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

/** Everyone with a job in 成员, with all their jobs: the best one counts. */
export const job: Scope<Job, ForEach<'job'>> = {
  each: 'job',
  zh: '务工的人：成员表里有务工信息的，几份工取最高的',
  en: 'everyone with a job in 成员; of several jobs the best counts',
  example: 'for: { each: job }',
  payee: 'person',
  facts: JOB_FACTS,
  tables: ['住户', '成员'],
  reads: [],
  candidates(groups) {
    const list: Candidate<Job>[] = [];
    for (const [personId, rows] of groups.members) {
      const spells = rows.filter(hasJob);
      const jobs = spells.map((member) => ({ member, household: groups.householdOf(member.householdId), spells }));
      const [first] = jobs;
      if (first !== undefined)
        list.push(personCandidate(personId, first.member.name, first.member.householdId, jobs, groups));
    }
    return byOrder(list);
  },
  named: ({ member }) => [member, 'name', '姓名'],
  findings: jobFindings,
};
