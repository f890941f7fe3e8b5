import type { TrainingRow } from '../../domain/roster.js';
import type { Candidate } from '../assess/payees.js';
import { TRAINING_ROW_FACTS } from '../facts/training-rows.js';
import { personCandidate } from './person-payee.js';
import type { ForEach } from './for.js';
import { byOrder, outcomeFindings, type Named, type Scope } from './scope.js';

const named = (row: TrainingRow): Named => [row, 'name', '姓名'];

/** Every trainee with a course of the given kinds: the best one counts. */
export const training: Scope<TrainingRow, ForEach<'training'>> = {
  each: 'training',
  zh: '学员：培训表里这几类培训的人，几次培训取最高的',
  en: 'trainees with a course of these kinds; of several the best counts',
  example: 'for: { each: training, kinds: [技能] }',
  payee: 'person',
  facts: TRAINING_ROW_FACTS,
  tables: ['培训'],
  reads: ['培训.kind'],
  candidates(groups, { kinds }) {
    const list: Candidate<TrainingRow>[] = [];
    for (const [personId, all] of groups.trainings) {
      const rows = all.filter((row) => row.kind !== null && kinds.includes(row.kind));
      const [first] = rows;
      if (first !== undefined) list.push(personCandidate(personId, first.name, first.householdId, rows, groups));
    }
    return byOrder(list);
  },
  named,
  findings: (assessed) => outcomeFindings(assessed, named(assessed.subject)),
};
