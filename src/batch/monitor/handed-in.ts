import type { FindingDraft } from '../../findings/collector.js';
import type { FollowUpRow } from '../../tables/follow-up-list.js';
import { newer, type FollowUp } from './follow-up.js';

/**
 * What lists handed in again say of problems, and the lines that strike nothing off (FIL-20): without a reason or a name,
 * or of a problem whose state then is not known. `codes` are those of the months given, by problem id; a list's own go
 * before. A problem that one list strikes off and another explicitly does not is not struck off.
 */
export function handedIn(
  rows: readonly FollowUpRow[],
  codes: ReadonlyMap<string, string>,
): { readonly followUps: ReadonlyMap<string, FollowUp>; readonly findings: readonly FindingDraft[] } {
  const own = new Map(rows.filter(({ check }) => check !== '').map(({ problemId, check }) => [problemId, check]));
  const denied = new Set(rows.filter(({ struck }) => struck === false).map(({ problemId }) => problemId));
  const followUps = new Map<string, FollowUp>();
  const unused = new Map<string, FindingDraft>();
  for (const row of rows) {
    const { problemId, reason, by } = row;
    const check = own.get(problemId) ?? codes.get(problemId) ?? '';
    const lacking = [reason === '' ? '销号理由' : '', by === '' ? '销号人' : ''].filter((text) => text !== '');
    const isStruck = row.struck === true && !denied.has(problemId);
    const strike = isStruck && lacking.length === 0 && check !== '' ? { reason, by, check } : null;
    if (isStruck && strike === null)
      unused.set(problemId, {
        code: 'FIL-20',
        severity: 'warning',
        place: row.place,
        params: {
          problem: problemId,
          reason: lacking.length > 0 ? 'incomplete' : 'unknown',
          lacking: lacking.join('、'),
        },
      });
    const { responsible, deadline, measure, doneOn } = row;
    followUps.set(
      problemId,
      newer(followUps.get(problemId), {
        responsible,
        deadline,
        measure,
        doneOn,
        strike,
        withdrawn: denied.has(problemId),
      }),
    );
  }
  // One list of the month is enough: another of its sheets may show only a part of the columns.
  const findings = [...unused].filter(([id]) => (followUps.get(id)?.strike ?? null) === null).map(([, draft]) => draft);
  return { followUps, findings };
}
