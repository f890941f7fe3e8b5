import type { SourceColumn } from '../domain/roster.js';
import { CLAIM_HEADERS } from './fields/unused-headers.js';
import type { FoundHeader } from './header/find-header.js';
import type { MatchedColumn } from './header/matched-column.js';
import { moneyFactor } from './header/normalise.js';
import { moneyUnitOf } from './money-unit.js';
import type { HeaderUnit } from './values/amount.js';

/** Where a sheet claims an amount for its rows, with the unit of the column. */
export interface Claim extends SourceColumn {
  readonly unit: HeaderUnit;
}

/** The column whose amounts the roster claims: of several the plainest word, the leftmost of two of one word; null without. */
export function claimOf(columns: readonly MatchedColumn[], { unitAbove }: FoundHeader): Claim | null {
  const claims = columns.filter((one) => one.role === 'claim' && (moneyFactor(one.unit ?? '元') ?? 0) > 0);
  const rank = ({ key }: MatchedColumn): number =>
    (CLAIM_HEADERS.indexOf(key) + CLAIM_HEADERS.length + 1) % (CLAIM_HEADERS.length + 1);
  const [first] = claims.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) return null;
  const { column, header, unit } = first;
  return { column, header, unit: moneyUnitOf(unit ?? unitAbove, unit) };
}
