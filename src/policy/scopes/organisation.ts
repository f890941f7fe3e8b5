import type { OrganisationRow, WorkerRow } from '../../domain/roster.js';
import type { Candidate } from '../assess/payees.js';
import type { RosterGroups } from '../assess/roster-groups.js';
import { ORGANISATION_FACTS, type CountedWorkers, type Organisation } from '../facts/organisations.js';
import { organisationCandidate } from './organisation-payee.js';
import type { ForEach } from './for.js';
import { byOrder, outcomeFindings, type Named, type Scope } from './scope.js';

const named = ({ row }: Organisation): Named => [row, 'name', '单位名称'];

interface Listed {
  readonly code: string;
  readonly row: OrganisationRow;
  readonly rows: readonly OrganisationRow[];
}

/** Who owns an organisation, by ID number or else by name; null where the roster does not say. */
function ownerOf({ rows }: Listed): string | null {
  return (
    rows.find(({ ownerId }) => ownerId !== null)?.ownerId ?? rows.find(({ owner }) => owner !== null)?.owner ?? null
  );
}

function workersOf(codes: readonly string[], groups: RosterGroups): readonly WorkerRow[] {
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return groups.workers.get(only) ?? [];
  return codes.flatMap((code) => groups.workers.get(code) ?? []);
}

/** Organisations that 单位 lists under one of the kinds, with their 用工 rows; those of one owner together if so told. */
export const organisation: Scope<Organisation, ForEach<'organisation'>> = {
  each: 'organisation',
  zh: '单位：单位表里这几类单位，连同用工表里的职工',
  en: 'organisations of these kinds, with their workers in 用工',
  example:
    'for: { each: organisation, kinds: [就业帮扶车间], workers: { categories: [脱贫人口], minMonths: stay-months } }   # joinedBy: owner',
  payee: 'organisation',
  facts: ORGANISATION_FACTS,
  tables: ['单位', '用工'],
  reads: ['单位.kind'],
  candidates(groups, { kinds, workers = {} }) {
    const counted: CountedWorkers = { categories: workers.categories ?? [], minMonths: workers.minMonths ?? null };
    const listed: Listed[] = [];
    for (const [code, rows] of groups.organisations) {
      const row = rows.find(({ kind }) => kind !== null && kinds.includes(kind));
      if (row !== undefined) listed.push({ code, row, rows });
    }
    const joined = new Map<string, Listed[]>();
    for (const one of listed) {
      const owner = workers.joinedBy === 'owner' ? ownerOf(one) : null;
      const key = owner === null ? `code:${one.code}` : `owner:${owner}`;
      joined.set(key, [...(joined.get(key) ?? []), one]);
    }
    const list: Candidate<Organisation>[] = [];
    for (const group of joined.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { code, row, rows } = first;
      const subject = {
        code,
        row,
        workers: workersOf(
          group.map((one) => one.code),
          groups,
        ),
        counted,
      };
      list.push(organisationCandidate(code, row.name, rows, subject, groups));
    }
    return byOrder(list);
  },
  named,
  findings: (assessed) => outcomeFindings(assessed, named(assessed.subject)),
};
