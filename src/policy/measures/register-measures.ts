import { dayFromNumber, dayNumber, earliestDay, latestDay, yearOf, type IsoDay } from '../../domain/calendar.js';
import { isOnRegister, isRiskCleared } from '../../domain/register.js';
import type { FactContext } from '../facts/fact.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { householdSubject, type Measure, type Measured, type NeededColumn, type Tell } from './measure.js';

export const REGISTER: NeededColumn = { table: '住户', field: 'monitoringClass', header: '监测对象类别' };
const CLEARED: NeededColumn = { table: '住户', field: 'riskCleared', header: '风险是否消除' };

function registered(context: FactContext): HouseholdGroup[] {
  return [...context.roster.households.values()].filter(({ row }) => isOnRegister(row));
}

/** On the register and the risk not yet removed; `unknown` where 风险是否消除 is blank. */
function open(context: FactContext): { households: HouseholdGroup[]; unknown: HouseholdGroup[] } {
  const all = registered(context);
  return {
    households: all.filter(({ row }) => row !== null && isRiskCleared(row) === false),
    unknown: all.filter(({ row }) => row !== null && isRiskCleared(row) === null),
  };
}

function heads({ row, members }: HouseholdGroup): number | null {
  return members.length > 0 ? members.length : (row?.size ?? null);
}

function countHeads(households: readonly HouseholdGroup[]): { sum: number; blank: number } {
  let sum = 0;
  let blank = 0;
  for (const household of households) {
    const size = heads(household);
    if (size === null) blank += 1;
    else sum += size;
  }
  return { sum, blank };
}

/** Days on which anybody of the household was given a service, up to the assessment date. */
export function servedDays(
  household: HouseholdGroup,
  kind: string,
  context: Pick<FactContext, 'roster' | 'asOf'>,
): IsoDay[] {
  const ids = new Set(household.members.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const head = household.row?.headId ?? null;
  if (head !== null) ids.add(head);
  return [...ids].flatMap((id) =>
    (context.roster.services.get(id) ?? [])
      .filter((row) => row.kind === kind && row.date !== null && latestDay(row.date) <= context.asOf)
      .map((row) => earliestDay(row.date ?? '')),
  );
}

const served = (household: HouseholdGroup, kind: string, context: FactContext, thisYear: boolean): boolean =>
  servedDays(household, kind, context).some((day) => !thisYear || yearOf(day) === yearOf(context.asOf));

function servedAmong(
  all: readonly HouseholdGroup[],
  isServed: (household: HouseholdGroup) => boolean,
  tell: Tell,
): Measured {
  const open = all.filter((one) => !isServed(one));
  for (const one of open) tell?.(householdSubject(one));
  return { done: all.length - open.length, all: all.length, unknown: 0 };
}

export const registerHouseholds: Measure = {
  name: 'register-households',
  zh: '监测对象户数',
  en: 'households on the register',
  tables: [['住户']],
  columns: [REGISTER],
  compute: (context) => ({ done: registered(context).length, all: null, unknown: 0 }),
};

export const registerPersons: Measure = {
  name: 'register-persons',
  zh: '监测对象人数',
  en: 'persons on the register',
  tables: [['住户']],
  columns: [REGISTER],
  compute: (context) => {
    const { sum, blank } = countHeads(registered(context));
    return { done: sum, all: null, unknown: blank };
  },
};

export const registerServed: Measure = {
  name: 'register-served',
  zh: '本年度已开展该项服务的监测对象户',
  en: 'households on the register given the service this year',
  tables: [['住户'], ['服务']],
  columns: [REGISTER],
  asks: ['service'],
  compute: (context, of, tell) => {
    const all = registered(context);
    return servedAmong(all, (one) => served(one, of.service ?? '', context, of.year === true), tell);
  },
};

export const openRiskHouseholds: Measure = {
  name: 'open-risk-households',
  zh: '尚未消除风险的户数',
  en: 'households whose risk is not removed',
  tables: [['住户']],
  columns: [REGISTER, CLEARED],
  compute: (context) => {
    const { households, unknown } = open(context);
    return { done: households.length, all: null, unknown: unknown.length };
  },
};

export const openRiskPersons: Measure = {
  name: 'open-risk-persons',
  zh: '尚未消除风险的人数',
  en: 'persons whose risk is not removed',
  tables: [['住户']],
  columns: [REGISTER, CLEARED],
  compute: (context): Measured => {
    const { households, unknown } = open(context);
    const sure = countHeads(households);
    const perhaps = countHeads(unknown);
    return { done: sure.sum, all: null, unknown: sure.blank + perhaps.sum + perhaps.blank };
  },
};

export const openRiskServed: Measure = {
  name: 'open-risk-served',
  zh: '已有帮扶措施的未消除风险户',
  en: 'open-risk households with a measure',
  tables: [['住户'], ['服务']],
  columns: [REGISTER, CLEARED],
  asks: ['service'],
  compute: (context, of, tell) => {
    const { households, unknown } = open(context);
    const sure = servedAmong(households, (one) => served(one, of.service ?? '', context, false), tell);
    const perhaps = unknown.filter((one) => !served(one, of.service ?? '', context, false));
    for (const one of perhaps) tell?.(householdSubject(one, { known: false, value: '风险是否消除没有填' }));
    return { ...sure, unknown: perhaps.length };
  },
};

/** Households given the service at least once in the year of the assessment date (户户见). */
export const householdsServed: Measure = {
  name: 'households-served',
  zh: '本年度至少一次该项服务的户',
  en: 'households given the service this year',
  tables: [['住户'], ['服务']],
  asks: ['service'],
  compute: (context, of, tell) => {
    const all = [...context.roster.households.values()];
    return servedAmong(all, (one) => served(one, of.service ?? '', context, true), tell);
  },
};

/** Households on the register × weeks (Monday to Sunday) that end in the assessment month with a visit (敲门行动). */
export const registerWeekly: Measure = {
  name: 'register-weekly',
  zh: '当月每周走访到的监测对象户次',
  en: 'weekly visits of the month to households on the register',
  tables: [['住户'], ['服务']],
  columns: [REGISTER],
  asks: ['service'],
  compute: (context, of, tell) => {
    const weeks = weeksOf(context.asOf);
    const all = registered(context);
    let done = 0;
    for (const household of all) {
      const days = servedDays(household, of.service ?? '', context);
      const missed = weeks.filter(([from, to]) => !days.some((day) => day >= from && day <= to));
      done += weeks.length - missed.length;
      if (missed.length > 0)
        tell?.(
          householdSubject(household, { value: `没有走访的周：${missed.map((week) => week.join('～')).join('、')}` }),
        );
    }
    return { done, all: all.length * weeks.length, unknown: 0 };
  },
};

/** Weeks, Monday to Sunday, that have ended in the month up to the day: a week belongs to the month in which it ends. */
export function weeksOf(asOf: IsoDay): readonly (readonly [IsoDay, IsoDay])[] {
  const weeks: (readonly [IsoDay, IsoDay])[] = [];
  const last = dayNumber(asOf);
  for (let sunday = dayNumber(`${asOf.slice(0, 7)}-01`); sunday <= last; sunday++) {
    // 1970-01-01, day 0, was a Thursday; day 3 the first Sunday.
    if ((((sunday - 3) % 7) + 7) % 7 === 0) weeks.push([dayFromNumber(sunday - 6), dayFromNumber(sunday)]);
  }
  return weeks;
}
