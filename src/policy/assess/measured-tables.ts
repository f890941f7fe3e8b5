import type { TableKind } from '../../domain/roster.js';
import { MEASURES } from '../measures/index.js';
import type { Pack } from '../pack/pack.js';

/** Tables that the targets of a pack count in. A target none of whose tables is filled in is `not-run`. */
export function measuredTables(pack: Pack): ReadonlySet<TableKind> {
  return new Set(pack.targets.flatMap(({ measure }) => MEASURES.get(measure)?.tables.flat() ?? []));
}
