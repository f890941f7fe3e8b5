import { earliestDay, latestDay } from '../../domain/calendar.js';
import type { MemberRow } from '../../domain/roster.js';
import type { FactContext } from '../facts/fact.js';
import { LABOUR_AGES, workingAges } from '../facts/labour.js';
import { isMover } from '../facts/mover.js';
import { isLabourCapable } from '../../domain/labour.js';
import { allOf, type Truth } from '../assess/three-valued.js';
import { personSubject, type Measure, type Measured } from './measure.js';

/** A relocated member able and willing to work; a household that does not say whether it was relocated counts. */
function isWilling(member: MemberRow, context: FactContext): Truth {
  const ages = workingAges(context);
  const capable = ages === null ? null : isLabourCapable(member, context.asOf, ages);
  const mover = isMover(context.roster.householdOf(member.householdId)) ?? true;
  return allOf([mover, capable, member.workWish]);
}

/** Services of one kind to a person in the window up to as-of; training rows count as free training. */
function served(personId: string, kind: string, context: FactContext): number {
  const inTime = (date: string | null): boolean =>
    date !== null &&
    earliestDay(date) <= context.asOf &&
    context.inWindow({ from: earliestDay(date), to: latestDay(date) }) === true;
  const services = context.roster.services.get(personId) ?? [];
  const own = services.filter((row) => row.kind === kind && inTime(row.date)).length;
  if (kind !== '免费培训') return own;
  return own + (context.roster.trainings.get(personId) ?? []).filter((row) => inTime(row.startedOn)).length;
}

function each(name: string, kind: string, least: string, zh: string, en: string): Measure {
  return {
    name,
    zh,
    en,
    tables: [['成员'], kind === '免费培训' ? ['服务', '培训'] : ['服务']],
    readings: LABOUR_AGES.readings,
    parameters: [...LABOUR_AGES.parameters, { id: least, unit: 'times' }],
    compute: (context, _, tell): Measured => {
      const times = context.parameter(least) ?? Number.POSITIVE_INFINITY;
      const willing = new Map<string, MemberRow>();
      let unknown = 0;
      for (const member of context.roster.roster.rows.成员) {
        const is = isWilling(member, context);
        if (is === null) {
          unknown += 1;
          tell?.(personSubject(member, context, { known: false }));
        }
        if (is === true && member.personId !== null) willing.set(member.personId, member);
      }
      let done = 0;
      for (const [id, member] of willing) {
        const given = served(id, kind, context);
        if (given >= times) done += 1;
        else tell?.(personSubject(member, context, { value: `${given}次` }));
      }
      return { done, all: willing.size, unknown };
    },
  };
}

export const willingGuided = each(
  'willing-guided',
  '职业指导',
  'guidance-least',
  '得到职业指导的有意愿劳动力',
  'willing labourers given guidance',
);
export const willingOffered = each(
  'willing-offered',
  '岗位推荐',
  'offers-least',
  '得到足够岗位信息的有意愿劳动力',
  'willing labourers given enough job offers',
);
export const willingTrained = each(
  'willing-trained',
  '免费培训',
  'training-least',
  '得到免费培训的有意愿劳动力',
  'willing labourers given free training',
);
