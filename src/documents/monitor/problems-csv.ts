import type { FollowUp } from '../../batch/monitor/follow-up.js';
import type { ListEntry } from '../../batch/monitor/list-entries.js';
import type { PlainList } from '../../batch/monitor/list-source.js';
import type { MonitorResult } from '../../batch/monitor/monitoring.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskOrNull } from '../model/masked-value.js';

export const PROBLEM_COLUMNS = [
  'problem_id',
  'period',
  'kind',
  'what',
  'name',
  'policies',
  'level',
  'status',
  'progress',
  'since',
  'age_months',
  'household_id',
  'who',
  'township',
  'community',
  'clauses',
  'reason',
  'responsible',
  'deadline',
  'measure',
  'done_on',
  'struck_off_by',
  'struck_off_reason',
  'check_code',
] as const;
const FREE_TEXT = new Set<string>([
  'name',
  'household_id',
  'who',
  'township',
  'community',
  'clauses',
  'reason',
  'responsible',
  'deadline',
  'measure',
  'done_on',
  'struck_off_by',
  'struck_off_reason',
]);

/**
 * `problems.csv`: the problem ledger for the next month's `--previous`; cleared ones are told once, in their month. Who was
 * struck off a list stands in it as kind `list`.
 */
export function problemsCsv(
  { problems, period }: Pick<MonitorResult, 'problems' | 'period'>,
  lists: readonly PlainList[],
): CsvModel {
  return {
    name: 'problems.csv',
    columns: PROBLEM_COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const problem of problems)
        yield [
          problem.id,
          period,
          problem.kind,
          problem.what,
          problem.name,
          problem.policies.join('|'),
          problem.level,
          problem.undecided ? 'undecided' : 'yes',
          problem.progress,
          problem.since,
          problem.ageMonths,
          problem.householdId,
          maskOrNull(problem.who),
          maskOrNull(problem.township),
          maskOrNull(problem.community),
          problem.clauses.join('|'),
          maskFreeText(problem.reason),
          ...followUpCells(problem.followUp),
          problem.check,
        ];
      for (const list of lists) for (const entry of list.struck ?? []) yield struckRow(list, entry, period);
    })(),
  };
}

/** The row of one who was struck off a list: no problem, so that most columns say nothing. */
function struckRow({ id: what, name }: PlainList, entry: ListEntry, period: string): (string | null)[] {
  const { id, check, followUp } = entry;
  const nothing = ['household_id', 'who', 'township', 'community', 'clauses', 'reason'].map(() => null);
  return [
    ...[id, period, 'list', what, name, null, 'info', 'yes', 'struck-off', period, null],
    ...nothing,
    ...followUpCells(followUp),
    check,
  ];
}

function followUpCells({ responsible, deadline, measure, doneOn, strike }: FollowUp): (string | null)[] {
  return [
    ...[responsible, deadline, measure, doneOn].map(maskFreeText),
    maskOrNull(strike?.by ?? null),
    maskOrNull(strike?.reason ?? null),
  ];
}
