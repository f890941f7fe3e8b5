import type { Roster } from '../../domain/roster.js';
import { rowPlace } from '../../findings/cell-place.js';
import type { FindingPlace, FindingSubject } from '../../findings/finding.js';
import { NOWHERE } from '../../findings/finding.js';
import type { Entitlement } from '../../policy/assess/assessment.js';

/** Row that an entitlement rests on: the first cell its trace used. Column stays open, the finding is about the row. */
export function placeOf(entitlement: Entitlement, roster: Roster): FindingPlace {
  const { stages } = entitlement;
  for (const stage of stages) {
    const use = stage.cells[0];
    if (use !== undefined) return rowPlace(roster, use);
  }
  return NOWHERE;
}

export function subjectOf(entitlement: Entitlement): FindingSubject {
  const { payee } = entitlement;
  return {
    household: entitlement.householdId,
    person: payee.kind === 'person' ? payee.id : null,
    organisation: payee.kind === 'organisation' ? payee.id : null,
    name: payee.name,
  };
}
