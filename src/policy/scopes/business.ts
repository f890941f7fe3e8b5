import type { BusinessRow } from '../../domain/roster.js';
import type { Candidate } from '../assess/payees.js';
import { BUSINESS_ROW_FACTS } from '../facts/business-rows.js';
import { personCandidate } from './person-payee.js';
import type { ForEach } from './for.js';
import { byOrder, outcomeFindings, type Named, type Scope } from './scope.js';

const named = (row: BusinessRow): Named => [row, 'name', '经营者姓名'];

/** Everyone who runs a business in 经营, with all their rows: the best one counts. */
export const business: Scope<BusinessRow, ForEach<'business'>> = {
  each: 'business',
  zh: '经营者：经营表里的人，几个主体取最高的',
  en: 'everyone who runs a business in 经营; of several the best counts',
  example: 'for: { each: business }',
  payee: 'person',
  facts: BUSINESS_ROW_FACTS,
  tables: ['经营'],
  reads: ['经营.kind'],
  candidates(groups) {
    const list: Candidate<BusinessRow>[] = [];
    for (const [personId, rows] of groups.businesses)
      list.push(personCandidate(personId, rows[0]?.name ?? null, rows[0]?.householdId ?? null, rows, groups));
    return byOrder(list);
  },
  named,
  findings: (assessed) => outcomeFindings(assessed, named(assessed.subject)),
};
