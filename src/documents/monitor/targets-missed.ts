import type { MissedTarget } from '../../batch/monitor/target-problems.js';
import type { FollowedProblem, MonitorResult } from '../../batch/monitor/monitoring.js';
import { type Column, csvOf } from '../model/column.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskOrNull } from '../model/masked-value.js';
import { type AboutSheet, type ListColumn, listSheet } from './monitor-sheet.js';
import { DEADLINE, HOUSEHOLD, NUMBER, PLACE, PROBLEM, RESPONSIBLE, stacked, STRIKE_OFF } from './problem-columns.js';

const REASONS = { missed: '未达到', undecided: '资料不全，未能判定' } as const;

/** A subject of which nothing is known is undecided, even where the target is missed already. */
function statusOf({ subject, target }: MissedTarget): 'missed' | 'undecided' {
  if (subject !== null) return subject.known ? 'missed' : 'undecided';
  return target.status === 'missed' ? 'missed' : 'undecided';
}

const CSV_COLUMNS: readonly Column<MissedTarget>[] = [
  { name: 'target', value: ({ target }) => target.target },
  { name: 'status', value: statusOf },
  { name: 'clause', free: true, value: ({ target }) => target.clause },
  { name: 'scope', free: true, value: ({ target }) => maskFreeText(target.scope) },
  { name: 'subject_kind', value: ({ subject }) => subject?.kind ?? 'target' },
  { name: 'subject_id', free: true, value: ({ shown }) => shown },
  {
    name: 'subject',
    free: true,
    value: ({ target, subject }) => maskOrNull(subject === null ? target.scope : subject.name),
  },
  { name: 'township', free: true, value: ({ subject }) => maskOrNull(subject?.township ?? null) },
  { name: 'community', free: true, value: ({ subject }) => maskOrNull(subject?.community ?? null) },
  {
    name: 'value',
    free: true,
    value: ({ target, subject }) => maskOrNull(subject === null ? target.value : subject.value),
  },
  { name: 'goal', value: ({ target }) => target.goal },
  { name: 'duty', free: true, value: ({ duty }) => duty.join('、') },
  { name: 'problem_id', value: ({ problemId }) => problemId },
  {
    name: 'reason',
    free: true,
    value: (one) => (one.subject === null ? maskFreeText(one.target.reason) : REASONS[statusOf(one)]),
  },
];

/** `targets-missed.csv`: who or what stands in the way of every target that is missed or undecided. Masked. */
export function targetsMissedCsv(missed: readonly MissedTarget[]): CsvModel {
  return csvOf('targets-missed.csv', CSV_COLUMNS, missed);
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
