import { payeeRef, type RunResult } from '../../batch/run/run-result.js';
import { cellOf } from '../../documents/run/exceptions-csv.js';
import type { FindingWords, PayeeReading, RunDocumentInput } from '../../documents/run/run-document.js';
import { maskFreeText } from '../../documents/model/masked-value.js';
import type { Finding } from '../../findings/finding.js';

const NONE: readonly PayeeReading[] = [];

/** Under which other readings a payee would get another amount, looked up payee by payee. */
export function readingsOf({ impacts }: RunResult): RunDocumentInput['readingsOf'] {
  const changing = impacts.filter(({ changed }) => changed !== undefined);
  if (changing.length === 0) return () => NONE;
  return ({ entitlement: { payee } }) => {
    const ref = payeeRef(payee);
    return changing.flatMap(({ reading, chosen, alternative, changed }) => {
      const amounts = changed?.get(ref);
      return amounts === undefined ? [] : [{ reading, chosen, alternative, amount: amounts[0], otherwise: amounts[1] }];
    });
  };
}

/** How many errors of one payee are told in a trace: the rest stand in the list of exceptions. */
const TOLD = 5;

/** The errors that hold an entitlement, as `CEL-01 住户!C5 …`; masked. */
export function heldBecause(
  { findings }: RunResult,
  words: (finding: Finding) => FindingWords,
): RunDocumentInput['heldBecause'] {
  let bySubject: ReadonlyMap<string, readonly Finding[]> | null = null;
  return ({ entitlement: { payee, householdId, idNumber }, heldBy }) => {
    bySubject ??= holdingBySubject(findings);
    const ids = new Set([payee.id, householdId ?? '', idNumber ?? '', '']);
    const own = [...ids].flatMap((id) => bySubject?.get(id) ?? []).filter(({ code }) => heldBy.includes(code));
    return own.slice(0, TOLD).map((finding) => {
      const place = [finding.place.sheet, cellOf(finding)].filter((part) => part !== null && part !== '').join('!');
      return maskFreeText(`${finding.code} ${place} ${words(finding).what}`.replace(/ {2,}/g, ' '));
    });
  };
}

/** `''`: errors of a whole column, which name nobody. */
function holdingBySubject(findings: RunResult['findings']): ReadonlyMap<string, readonly Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const { finding, effect } of findings) {
    if (effect !== 'held') continue;
    const { household, organisation, person } = finding.subject;
    const ids = [household, organisation, person].filter((id) => id !== null);
    for (const id of ids.length === 0 ? [''] : new Set(ids)) {
      const list = map.get(id);
      if (list === undefined) map.set(id, [finding]);
      else list.push(finding);
    }
  }
  return map;
}
