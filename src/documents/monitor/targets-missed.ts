import type { MissedTarget } from '../../batch/monitor/target-problems.js';
import type { FollowedProblem, MonitorResult } from '../../batch/monitor/monitoring.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskOrNull } from '../model/masked-value.js';
import { type AboutSheet, type ListColumn, listSheet } from './monitor-sheet.js';
import { DEADLINE, HOUSEHOLD, NUMBER, PLACE, PROBLEM, RESPONSIBLE, stacked, STRIKE_OFF } from './problem-columns.js';

export const MISSED_COLUMNS =
  'target,status,clause,scope,subject_kind,subject_id,subject,township,community,value,goal,duty,problem_id,reason'.split(
    ',',
  );
const FREE_TEXT = new Set([
  'clause',
  'scope',
  'subject_id',
  'subject',
  'township',
  'community',
  'value',
  'duty',
  'reason',
]);

const REASONS = { missed: '未达到', undecided: '资料不全，未能判定' } as const;

/** A subject of which nothing is known is undecided, even where the target is missed already. */
function statusOf({ subject, target }: MissedTarget): 'missed' | 'undecided' {
  if (subject !== null) return subject.known ? 'missed' : 'undecided';
  return target.status === 'missed' ? 'missed' : 'undecided';
}

/** `targets-missed.csv`: who or what stands in the way of every target that is missed or undecided. Masked. */
export function targetsMissedCsv(missed: readonly MissedTarget[]): CsvModel {
  return {
    name: 'targets-missed.csv',
    columns: MISSED_COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const one of missed) {
        const { target, subject, duty } = one;
        const status = statusOf(one);
        yield [
          target.target,
          status,
          target.clause,
          maskFreeText(target.scope),
          subject?.kind ?? 'target',
          one.shown,
          maskOrNull(subject === null ? target.scope : subject.name),
          maskOrNull(subject?.township ?? null),
          maskOrNull(subject?.community ?? null),
          maskOrNull(subject === null ? target.value : subject.value),
          target.goal,
          duty.join('、'),
          one.problemId,
          subject === null ? maskFreeText(target.reason) : REASONS[status],
        ];
      }
    })(),
  };
}

interface MissedRow {
  readonly missed: MissedTarget;
  /** Null for a target that could not be decided as a whole: it is no problem yet. */
  readonly followed: FollowedProblem | null;
}

const COLUMNS: readonly ListColumn<MissedRow>[] = [
  NUMBER,
  { ...PROBLEM, cell: ({ missed }) => missed.problemId },
  { header: '目标', width: 15, cell: ({ missed }) => missed.name },
  {
    header: '对象',
    width: 12,
    cell: ({ missed: { subject, target, shown } }) => (subject === null ? target.scope : (subject.name ?? shown)),
  },
  { ...HOUSEHOLD, cell: ({ missed: { subject, shown } }) => (subject?.kind === 'household' ? shown : null) },
  {
    ...PLACE,
    cell: ({ missed: { subject } }) => stacked(subject?.township ?? null, subject?.community ?? null),
  },
  { header: '结果', width: 8, cell: ({ missed }) => REASONS[statusOf(missed)] },
  {
    header: '情况',
    width: 19,
    cell: ({ missed: { subject, target } }) => (subject === null ? target.reason : subject.value),
  },
  { header: '依据 责任单位', width: 14, cell: ({ missed }) => stacked(missed.target.clause, missed.duty.join('、')) },
  ...[RESPONSIBLE, DEADLINE, ...STRIKE_OFF].map(
    (column): ListColumn<MissedRow> => ({
      ...column,
      cell: ({ followed }, index) => (followed === null ? null : column.cell(followed, index)),
    }),
  ),
];

/** 未达到名单, one sheet a 责任单位 (who leads the clause); clauses without one share a sheet. */
export function missedSheets(result: MonitorResult, missed: readonly MissedTarget[]): AboutSheet[] {
  const { period } = result;
  const problems = new Map(result.problems.map((problem) => [problem.id, problem]));
  const offices = new Map<string, MissedTarget[]>();
  for (const one of missed) {
    if (problems.get(one.problemId)?.progress === 'struck-off') continue;
    const office = one.duty[0] ?? '文件未写责任单位';
    const own = offices.get(office);
    if (own === undefined) offices.set(office, [one]);
    else own.push(one);
  }
  return [...offices].map(([office, own]) => {
    const named = own.filter(({ subject }) => subject?.known === true).length;
    const open = own.filter(({ subject }) => subject?.known === false).length;
    const about = `${office}牵头的目标：未达到 ${named} 项，资料不全 ${open} 项`;
    const rows = own.map((missed) => ({ missed, followed: problems.get(missed.problemId) ?? null }));
    return listSheet(`未达到-${office}`, { period, about }, COLUMNS, rows);
  });
}
