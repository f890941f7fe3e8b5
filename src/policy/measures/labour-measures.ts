import { isLabourCapable } from '../../domain/labour.js';
import { labourOf } from '../facts/household-labour.js';
import type { Measure } from './measure.js';

const AGES = [
  { id: 'labour-age-from', unit: 'years-of-age' },
  { id: 'labour-age-to', unit: 'years-of-age' },
  { id: 'stable-months', unit: 'months' },
] as const;

/** 四清: labour-capable members whose 技能, 就业状态, 就业意愿 and 培训意愿 are all filled. */
export const fourClear: Measure = {
  name: 'four-clear',
  zh: '四清（底数、技能、就业意愿、培训意向）齐全的劳动力',
  en: 'labourers with all four fields filled',
  tables: [['成员']],
  parameters: AGES,
  compute: (context) => {
    const from = context.parameter('labour-age-from') ?? 0;
    const to = context.parameter('labour-age-to') ?? 0;
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const member of context.roster.roster.rows.成员) {
      const capable = isLabourCapable(member, context.asOf, { from, to });
      if (capable === null) unknown += 1;
      if (capable !== true) continue;
      all += 1;
      const { skill, employmentStatus, workWish, trainingWish } = member;
      if (skill !== null && employmentStatus !== null && workWish !== null && trainingWish !== null) done += 1;
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
  parameters: AGES,
  compute: (context) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const labour = labourOf(household, context);
      if (labour === null || labour.members === 0 || labour.anyCapable === false) continue;
      all += 1;
      if (labour.anyStable === true) done += 1;
      else if (labour.anyStable === null || labour.anyCapable === null) unknown += 1;
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
  parameters: AGES,
  compute: (context) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const labour = labourOf(household, context);
      if (labour === null || labour.members === 0 || labour.anyCapable === false) continue;
      all += 1;
      if (labour.anyEmployed) done += 1;
      else if (labour.statusMissing.length > 0 || labour.anyCapable === null) unknown += 1;
    }
    return { done, all, unknown, inside: unknown };
  },
};
