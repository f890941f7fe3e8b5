import type { Candidate } from '../assess/payees.js';
import { placementFindings } from '../assess/row-findings.js';
import { BROKER_FACTS, type Broker } from '../facts/brokers.js';
import { organisationCandidate } from './organisation-payee.js';
import type { ForEach } from './for.js';
import { at, byOrder, outcomeFindings, type Named, type Scope } from './scope.js';

const named = ({ placements, listed }: Broker): Named | null =>
  at(placements[0], 'brokerName', '中介名称') ?? at(listed[0], 'name', '单位名称');

/** Brokers of 单位 and of 劳务输出. */
export const broker: Scope<Broker, ForEach<'broker'>> = {
  each: 'broker',
  zh: '劳务中介：单位表和劳务输出表里的中介组织、经纪人',
  en: 'brokers of 单位 and of 劳务输出',
  example: 'for: { each: broker, kinds: [劳务中介组织, 劳务经纪人] }',
  payee: 'organisation',
  facts: BROKER_FACTS,
  tables: ['单位', '劳务输出'],
  reads: ['单位.kind'],
  counts: 'worker',
  candidates(groups, { kinds }) {
    const list: Candidate<Broker>[] = [];
    const add = (code: string, name: string | null): void => {
      const listed = groups.organisations.get(code) ?? [];
      const subject = { code, listed, placements: groups.brokers.get(code) ?? [], kinds };
      list.push(organisationCandidate(code, listed[0]?.name ?? name, listed, subject, groups));
    };
    for (const [code, rows] of groups.organisations)
      if (!groups.brokers.has(code) && rows.some(({ kind }) => kind !== null && kinds.includes(kind))) add(code, null);
    for (const [code, rows] of groups.brokers) add(code, rows[0]?.brokerName ?? null);
    return byOrder(list);
  },
  named,
  findings: (assessed) => [...outcomeFindings(assessed, named(assessed.subject)), ...placementFindings(assessed)],
};
