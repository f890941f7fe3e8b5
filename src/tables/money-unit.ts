import type { Field } from './fields/index.js';
import type { FoundHeader } from './header/find-header.js';
import type { MatchedColumn } from './header/matched-column.js';
import { moneyFactor } from './header/normalise.js';
import type { HeaderUnit } from './values/amount.js';

/** Unit of the amounts in a column, from its own header or from what is written above the table. */
export function unitOf(column: MatchedColumn, field: Field, header: FoundHeader): HeaderUnit {
  return moneyUnitOf(column.unit ?? (field.type === 'money' ? header.unitAbove : null), column.unit);
}

/** A money unit as written (`万元`), and whether the column itself states it in `own`. */
export function moneyUnitOf(unit: string | null, own: string | null): HeaderUnit {
  const factor = unit === null ? null : moneyFactor(unit);
  // 单位：元 over a whole sheet is a habit; a cell that says 万元 knows better. Any other two units contradict each other.
  const stated = factor !== null && (own !== null || factor !== 1);
  return { factor: factor ?? 1, stated };
}
