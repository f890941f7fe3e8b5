import type { AmbiguousHeader, Field } from '../fields/index.js';
import type { LeafColumn } from './leaf-columns.js';

/** A leaf column and what it was recognised as. */
export interface MatchedColumn extends LeafColumn {
  readonly key: string;
  readonly unit: string | null;
  /** Null when it is not a field of this table. */
  readonly field: Field | null;
  readonly ambiguous: AmbiguousHeader | null;
  /** Recognised only because no other column is the field. */
  readonly weak: boolean;
  /** The first or the last day of the spells that the column holds; absent: its values as they are. */
  readonly part?: 'from' | 'to' | undefined;
  /** Known and not needed (序号, 民族 …), or a word of our own. */
  readonly role: 'sequence' | 'own' | 'unused' | 'claim' | null;
}
