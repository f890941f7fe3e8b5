import { findCheck } from '../../checks/index.js';
import { statusesOf } from '../../checks/run-checks.js';
import type { Roster } from '../../domain/roster.js';
import type { CheckRun } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';

/** What a run itself looks at in its batch, the ledger and the accounts; other LED and BNK checks belong to other commands. */
export const RUN_CHECKS: ReadonlySet<string> = new Set([
  'FIL-04',
  'HHD-14',
  'LED-01',
  'LED-02',
  'LED-03',
  'LED-04',
  'LED-05',
  'LED-06',
  'LED-07',
  'LED-13',
  'LED-15',
  'LED-16',
  'BNK-01',
  'BNK-03',
  'BNK-04',
  'BNK-05',
  'BNK-18',
]);

/** The statuses again after rules, history and accounts were looked at; checks over the roster keep theirs. */
export function statusesAfterRun(
  runs: readonly CheckRun[],
  findings: readonly Finding[],
  roster: Roster,
  hasBudget = false,
): CheckRun[] {
  const rules = new Map(statusesOf(findings, ['rules'], roster).map((run) => [run.code, run]));
  const own = new Map(statusesOf(findings, ['ledger', 'bank', 'reader'], roster).map((run) => [run.code, run]));
  return runs.map((run) => {
    const isOwn = RUN_CHECKS.has(run.code) || (hasBudget && run.code === 'LED-10');
    if (run.reason?.startsWith('stage:') !== true && !isOwn) return run;
    const told = findCheck(run.code)?.told;
    if (told !== undefined) return { ...run, reason: `told:${told}` };
    return (isOwn ? own : rules).get(run.code) ?? run;
  });
}
