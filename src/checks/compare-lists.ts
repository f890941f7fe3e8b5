import type { RowReference } from '../domain/roster.js';
import type { FindingPlace, FindingSubject } from '../findings/finding.js';
import { cellPlace, filePlace } from './cell-place.js';
import type { CheckContext, CompareEntry, CompareList } from './define-check.js';
import { ofHousehold, ofMember, ofPlacement, ofTraining, ofWorker } from './subject.js';

/** Somebody of the roster who stands on a list. */
export interface Hit {
  readonly id: string;
  readonly name: string | null;
  readonly list: CompareList;
  readonly entry: CompareEntry;
  readonly place: FindingPlace;
  readonly subject: Partial<FindingSubject>;
  /** Row of the list, for `related`. */
  readonly listPlace: FindingPlace;
}

/** The lists of one kind. */
export function listsOf(context: CheckContext, kind: CompareList['kind']): readonly CompareList[] {
  return context.lists.filter((list) => list.kind === kind);
}

/**
 * Calls `visit` for every payable person of the roster who is on a list of that kind, once for each of their rows: 成员,
 * heads that have no 成员 row, 经营 without one, workers, placed workers and trainees when `everyone` is asked for.
 */
export function eachHit(
  context: CheckContext,
  kind: CompareList['kind'],
  visit: (hit: Hit) => void,
  everyone = false,
): void {
  const { roster, index } = context;
  const { rows } = roster;
  for (const list of listsOf(context, kind)) {
    const look = (
      row: RowReference,
      id: string | null,
      field: string,
      name: string | null,
      subject: Partial<FindingSubject>,
    ): void => {
      if (id === null) return;
      const entry = list.entries.get(id);
      if (entry === undefined) return;
      const listPlace = { ...filePlace(list.file), row: entry.row };
      visit({ id, name, list, entry, place: cellPlace(roster, row, field), subject, listPlace });
    };
    if ((list.uncompared ?? []).length > 0) context.skipped(`list-rows:${kind}`);
    if (list.entries.size === 0) continue;
    for (const row of rows.成员) look(row, row.personId, '身份证号', row.name, ofMember(row));
    for (const row of rows.住户)
      if (row.headId !== null && !index.persons.has(row.headId))
        look(row, row.headId, '户主身份证号', row.headName, ofHousehold(row));
    for (const row of rows.经营)
      if (row.personId !== null && !index.persons.has(row.personId))
        look(row, row.personId, '经营者身份证号', row.name, ofMember(row));
    if (!everyone) continue;
    for (const row of rows.用工) look(row, row.personId, '身份证号', row.name, ofWorker(row));
    for (const row of rows.劳务输出) look(row, row.personId, '身份证号', row.name, ofPlacement(row));
    for (const row of rows.培训) look(row, row.personId, '身份证号', row.name, ofTraining(row));
  }
}
