import { LABOUR_AGES, workingAges } from '../facts/labour.js';
import { isLabourCapable } from '../../domain/labour.js';
import { labourOf } from '../facts/household-labour.js';
import { householdSubject, personSubject, type Measure } from './measure.js';

/** 四清: labour-capable members whose 技能, 就业状态, 就业意愿 and 培训意愿 are all filled. */
export const fourClear: Measure = {
  name: 'four-clear',
  zh: '四清（底数、技能、就业意愿、培训意向）齐全的劳动力',
  en: 'labourers with all four fields filled',
  tables: [['成员']],
  ...LABOUR_AGES,
  compute: (context, _, tell) => {
    const ages = workingAges(context) ?? { from: 0, to: 0 };
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const member of context.roster.roster.rows.成员) {
      const capable = isLabourCapable(member, context.asOf, ages);
      if (capable === null) {
        unknown += 1;
        tell?.(personSubject(member, context, { known: false }));
      }
      if (capable !== true) continue;
      all += 1;
      const { skill, employmentStatus, workWish, trainingWish } = member;
      const lacking = [
        employmentStatus === null ? '就业状态' : '',
        skill === null ? '技能' : '',
        workWish === null ? '就业意愿' : '',
        trainingWish === null ? '培训意愿' : '',
      ].filter((text) => text !== '');
      if (lacking.length === 0) done += 1;
      else tell?.(personSubject(member, context, { value: `缺${lacking.join('、')}` }));
    }
    return { done, all, unknown };
  },
};

/** Households with someone able to work in which someone is stably employed. */
export const stableHouseholds: Measure = {
  name: 'stable-households',
  zh: '有劳动能力的家庭中至少1人稳定就业的户',
  en: 'households with labour in which someone is stably employed',
  tables: [['成员']],
  ...LABOUR_AGES,
  compute: (context, _, tell) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const labour = labourOf(household, context);
      if (labour === null || labour.members === 0 || labour.anyCapable === false) continue;
      all += 1;
      const known = labour.anyStable !== null && labour.anyCapable !== null;
      if (labour.anyStable === true) done += 1;
      else {
        if (!known) unknown += 1;
        tell?.(householdSubject(household, { known }));
      }
    }
    return { done, all, unknown, inside: unknown };
  },
};

/** Households with someone able to work in which someone is employed. */
export const employedHouseholds: Measure = {
  name: 'employed-households',
  zh: '有劳动能力的家庭中至少1人就业的户',
  en: 'households with labour in which someone is employed',
  tables: [['成员']],
  ...LABOUR_AGES,
  compute: (context, _, tell) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const labour = labourOf(household, context);
      if (labour === null || labour.members === 0 || labour.anyCapable === false) continue;
      all += 1;
      const known = labour.statusMissing.length === 0 && labour.anyCapable !== null;
      if (labour.anyEmployed) done += 1;
      else {
        if (!known) unknown += 1;
        tell?.(householdSubject(household, { known }));
      }
    }
    return { done, all, unknown, inside: unknown };
  },
};
