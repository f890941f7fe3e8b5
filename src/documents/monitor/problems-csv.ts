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

/** `problems.csv`: the problem ledger for the next month's `--previous`; cleared ones are told once, in their month. */
export function problemsCsv({ problems, period }: Pick<MonitorResult, 'problems' | 'period'>): CsvModel {
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
          maskFreeText(problem.followUp.responsible),
          maskFreeText(problem.followUp.deadline),
          maskFreeText(problem.followUp.measure),
          maskFreeText(problem.followUp.doneOn),
          maskOrNull(problem.followUp.strike?.by ?? null),
          maskOrNull(problem.followUp.strike?.reason ?? null),
          problem.check,
        ];
    })(),
  };
}
