import type { MissedTarget } from '../../batch/monitor/target-problems.js';
import type { MonitorResult } from '../../batch/monitor/monitoring.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskOrNull } from '../model/masked-value.js';
import { type AboutSheet, monitorSheet } from './monitor-sheet.js';

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

/** 未达到名单, one sheet a 责任单位 (who leads the clause); clauses without one share a sheet. */
export function missedSheets({ period }: MonitorResult, missed: readonly MissedTarget[]): AboutSheet[] {
  const offices = new Map<string, MissedTarget[]>();
  for (const one of missed) {
    const office = one.duty[0] ?? '文件未写责任单位';
    const own = offices.get(office);
    if (own === undefined) offices.set(office, [one]);
    else own.push(one);
  }
  return [...offices].map(([office, own]) => {
    const named = own.filter(({ subject }) => subject?.known === true).length;
    const open = own.filter(({ subject }) => subject?.known === false).length;
    return monitorSheet(
      `未达到-${office}`,
      { period, about: `${office}牵头的目标：未达到 ${named} 项，资料不全 ${open} 项` },
      ['序号', '问题编号', '目标', '对象', '户编号', '乡镇', '社区/村', '结果', '情况', '依据', '责任单位', '整改时限'],
      own.map((one, index) => [
        index + 1,
        one.problemId,
        one.name,
        one.subject === null ? one.target.scope : (one.subject.name ?? one.shown),
        one.subject?.kind === 'household' ? one.shown : null,
        one.subject?.township ?? null,
        one.subject?.community ?? null,
        REASONS[statusOf(one)],
        one.subject === null ? one.target.reason : one.subject.value,
        one.target.clause,
        one.duty.join('、'),
        null,
      ]),
    );
  });
}
