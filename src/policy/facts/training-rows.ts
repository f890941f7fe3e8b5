import { dayNumber, earliestDay, isIsoDay, latestDay } from '../../domain/calendar.js';
import { isFilled } from '../../domain/evidence.js';
import type { TrainingRow } from '../../domain/roster.js';
import type { ChoiceValue, NumberValue, YesNoValue } from '../kinds/rule-kind.js';
import { exactly, FactBook, NOT_KNOWN, type Fact } from './fact.js';
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

const days: Fact<TrainingRow, NumberValue> = {
  name: 'days',
  zh: '培训天数（空白时按起止日期，含首尾）',
  en: 'days of the course; where blank, from first to last day',
  unit: 'days',
  reads: ['培训.days', '培训.startedOn', '培训.endedOn'],
  compute(row, context) {
    context.use(row, '培训天数');
    if (row.days !== null) return exactly(row.days);
    context.use(row, '开始日期', '结束日期');
    const { startedOn, endedOn } = row;
    if (startedOn === null || endedOn === null || !isIsoDay(startedOn) || !isIsoDay(endedOn) || endedOn < startedOn)
      return { ...NOT_KNOWN, why: 'course-days-unknown' };
    return exactly(dayNumber(endedOn) - dayNumber(startedOn) + 1);
  },
};

const hasPassed: Fact<TrainingRow, YesNoValue> = {
  name: 'passed',
  zh: '培训合格',
  en: 'passed',
  reads: ['培训.passed'],
  compute(row, context) {
    context.use(row, '是否合格');
    return {
      is: row.passed,
      why: row.passed === true ? 'passed' : row.passed === null ? 'passed-blank' : 'not-passed',
    };
  },
};

const certified: Fact<TrainingRow, YesNoValue> = {
  name: 'has-certificate',
  zh: '取得证书',
  en: 'has a certificate',
  reads: ['培训.certificate'],
  compute(row, context) {
    context.use(row, '证书');
    const is = isFilled(row.certificate);
    return { is, why: is ? 'has-certificate' : 'no-certificate' };
  },
};

const course: Fact<TrainingRow, ChoiceValue> = {
  name: 'course',
  zh: '课程',
  en: 'course',
  reads: ['培训.course'],
  compute(row, context) {
    context.use(row, '课程');
    return row.course === null ? { is: null, why: 'course-blank' } : { is: row.course, why: 'word' };
  },
};

export const TRAINING_ROW_FACTS = new FactBook<TrainingRow>({
  money: [],
  count: [days],
  yesNo: [ended, passed, hasPassed, certified],
  choice: [course],
  units: [],
});
