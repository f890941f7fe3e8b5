import { earliestDay, latestDay } from '../../domain/calendar.js';
import type { TrainingRow } from '../../domain/roster.js';
import type { YesNoValue } from '../kinds/rule-kind.js';
import { FactBook, type Fact } from './fact.js';
import { notAfter } from './span.js';

const ended: Fact<TrainingRow, YesNoValue> = {
  name: 'course-ended',
  zh: '培训已结束',
  en: 'the course is over',
  compute(row, context) {
    context.use(row, '结束日期');
    if (row.endedOn === null) return { is: null, why: 'course-end-blank' };
    const is = notAfter(row.endedOn, context.asOf);
    const met = { from: earliestDay(row.endedOn), to: latestDay(row.endedOn) };
    return { is, met, why: is === true ? 'course-ended' : is === null ? 'course-end-blank' : 'course-running' };
  },
};

const passed: Fact<TrainingRow, YesNoValue> = {
  name: 'passed-if-required',
  zh: '需要时培训合格',
  en: 'passed, where that is required',
  readings: [{ id: 'lhs-pass', choices: ['not-required', 'required'] }],
  compute(row, context) {
    if (context.reading('lhs-pass') === 'not-required') return { is: true, why: 'pass-not-required' };
    context.use(row, '是否合格');
    const is = row.passed;
    return { is, why: is === true ? 'passed' : is === null ? 'passed-blank' : 'not-passed' };
  },
};

export const TRAINING_ROW_FACTS = new FactBook<TrainingRow>({
  money: [],
  count: [],
  yesNo: [ended, passed],
  choice: [],
  units: [],
});
