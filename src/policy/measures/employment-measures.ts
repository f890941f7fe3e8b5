import { addMonths, dayFromNumber, dayNumber, earliestDay, latestDay, yearOf } from '../../domain/calendar.js';
import { isFilled } from '../../domain/evidence.js';
import { isEmployed, type MemberRow } from '../../domain/roster.js';
import type { FactContext } from '../facts/fact.js';
import { LABOUR_AGES, workingAges } from '../facts/labour.js';
import { isMover } from '../facts/mover.js';
import { isMoverTrainee } from './training-measures.js';
import { isLabourCapable } from '../../domain/labour.js';
import { labourOf } from '../facts/household-labour.js';
import { allOf, type Truth } from '../assess/three-valued.js';
import {
  householdSubject,
  namedSubject,
  personSubject,
  type Measure,
  type Measured,
  type NeededColumn,
  type Tell,
} from './measure.js';

const MEMBER = (field: string, header: string): NeededColumn => ({ table: '成员', field, header });

/** Labour-capable, of a household that was relocated or does not say. */
export function isLabourer(member: MemberRow, context: FactContext): Truth {
  const ages = workingAges(context);
  const capable = ages === null ? null : isLabourCapable(member, context.asOf, ages);
  return allOf([isMover(context.roster.householdOf(member.householdId)) ?? true, capable]);
}

function labourers(context: FactContext): { sure: MemberRow[]; unknown: MemberRow[] } {
  const sure: MemberRow[] = [];
  const unknown: MemberRow[] = [];
  for (const member of context.roster.roster.rows.成员) {
    const is = isLabourer(member, context);
    if (is === true) sure.push(member);
    else if (is === null) unknown.push(member);
  }
  return { sure, unknown };
}

/** Labourers for whom `truth` holds; blanks stay unknown. */
function share(
  context: FactContext,
  among: (member: MemberRow) => Truth,
  truth: (member: MemberRow) => Truth,
  tell: Tell,
): Measured {
  const { sure, unknown } = labourers(context);
  let done = 0;
  let all = 0;
  let open = unknown.length;
  for (const member of unknown) tell?.(personSubject(member, context, { known: false }));
  for (const member of sure) {
    const counts = among(member);
    if (counts === false) continue;
    const is = truth(member);
    if (is !== true) tell?.(personSubject(member, context, { known: counts !== null && is !== null }));
    if (counts === null) {
      if (is !== true) open += 1;
      continue;
    }
    if (is === null) open += 1;
    else {
      all += 1;
      if (is) done += 1;
    }
  }
  return { done, all, unknown: open };
}

const everyone = (): Truth => true;
const trainingsOf = (member: MemberRow, context: FactContext) =>
  (context.roster.trainings.get(member.personId ?? '') ?? []).filter(
    (row) => row.startedOn !== null && earliestDay(row.startedOn) <= context.asOf,
  );

export const employmentRate: Measure = {
  name: 'employed-labourers',
  zh: '已就业的搬迁劳动力',
  en: 'relocated labourers in employment',
  tables: [['成员']],
  columns: [MEMBER('employmentStatus', '就业状态')],
  ...LABOUR_AGES,
  compute: (context, _, tell) => share(context, everyone, (member) => isEmployed(member.employmentStatus), tell),
};

/** 三清: labourers whose 技能, 就业状态 and 就业意愿 are all filled. */
export const threeClear: Measure = {
  name: 'three-clear',
  zh: '三清（底数、技能、就业意愿）齐全的劳动力',
  en: 'labourers with all three fields filled',
  tables: [['成员']],
  ...LABOUR_AGES,
  compute: (context, _, tell) =>
    share(
      context,
      everyone,
      (one) => one.skill !== null && one.employmentStatus !== null && one.workWish !== null,
      tell,
    ),
};

/** Labourers with at least one skill named. */
export const skilledLabourers: Measure = {
  name: 'skilled-labourers',
  zh: '掌握至少1项技能的劳动力',
  en: 'labourers with at least one skill',
  tables: [['成员']],
  columns: [MEMBER('skill', '技能')],
  ...LABOUR_AGES,
  compute: (context, _, tell) =>
    share(context, everyone, (one) => (one.skill === null ? null : isFilled(one.skill)), tell),
};

/** 应培尽培: labourers who want training and were trained. */
export const willingTrainees: Measure = {
  name: 'willing-trainees',
  zh: '已参加培训的有培训意愿劳动力',
  en: 'labourers who want training and had some',
  tables: [['成员'], ['培训']],
  columns: [MEMBER('trainingWish', '培训意愿')],
  ...LABOUR_AGES,
  compute: (context, _, tell) =>
    share(
      context,
      (member) => member.trainingWish,
      (member) => trainingsOf(member, context).length > 0,
      tell,
    ),
};

/** Labourers who want work and hold one of the certificates of the list. */
export const willingCertified: Measure = {
  name: 'willing-certified',
  zh: '取得证书的有就业意愿劳动力',
  en: 'labourers who want work and hold a certificate',
  tables: [['成员'], ['培训']],
  columns: [MEMBER('workWish', '就业意愿'), { table: '培训', field: 'certificate', header: '证书' }],
  ...LABOUR_AGES,
  lists: ['certificates'],
  compute: (context, _, tell) => {
    const kinds = context.list('certificates');
    return share(
      context,
      (member) => member.workWish,
      (member) =>
        trainingsOf(member, context).some(({ certificate }) =>
          kinds.some((kind) => certificate?.includes(kind) === true),
        ),
      tell,
    );
  },
};

/** 人次 of relocated people: different (person, course, first day) of the year of the assessment date. */
export const trainingAttendances: Measure = {
  name: 'training-attendances',
  zh: '本年度培训人次',
  en: 'training attendances of the year',
  tables: [['培训']],
  compute: (context) => {
    const seen = new Set<string>();
    let unknown = 0;
    for (const row of context.roster.roster.rows.培训) {
      if (row.startedOn === null) unknown += 1;
      else if (earliestDay(row.startedOn) <= context.asOf && yearOf(row.startedOn) === yearOf(context.asOf)) {
        const mover = isMoverTrainee(row, context);
        if (mover === false) continue;
        if (row.personId === null || mover === null) unknown += 1;
        else seen.add(`${row.personId}|${row.course ?? row.kind ?? ''}|${row.startedOn}`);
      }
    }
    return { done: seen.size, all: null, unknown };
  },
};

/** Trainees of the year whose job began within so many days after the course ended. */
export const employedAfterTraining: Measure = {
  name: 'employed-after-training',
  zh: '培训后规定天数内就业的学员',
  en: 'trainees employed within the days after the course',
  tables: [['培训'], ['成员']],
  parameters: [{ id: 'after-training-days', unit: 'times' }],
  compute: (context, _, tell) => {
    const days = context.parameter('after-training-days');
    const ends = new Map<string, string>();
    for (const row of context.roster.roster.rows.培训) {
      if (row.personId === null || row.endedOn === null || latestDay(row.endedOn) > context.asOf) continue;
      if (yearOf(row.endedOn) === yearOf(context.asOf)) ends.set(row.personId, latestDay(row.endedOn));
    }
    let done = 0;
    let unknown = 0;
    for (const [id, end] of ends) {
      const member = context.roster.members.get(id)?.[0];
      const employed = member === undefined ? null : isEmployed(member.employmentStatus);
      const start = member?.workStart ?? null;
      const known = employed !== null && !(employed && start === null) && days !== null;
      if (!known) unknown += 1;
      else if (employed && start !== null && earliestDay(start) <= dayFromNumber(dayNumber(end) + days)) {
        done += 1;
        continue;
      }
      if (member !== undefined) tell?.(personSubject(member, context, { known, value: `结业${end}` }));
      else tell?.({ ...namedSubject('person', id, { known, value: `结业${end}` }), name: null });
    }
    return { done, all: ends.size - unknown, unknown };
  },
};

/** Members at work away from home × months of the year up to the assessment date with the service (就业跟踪). */
export const followedMonthly: Measure = {
  name: 'followed-monthly',
  zh: '外出务工人员按月跟踪的人次',
  en: 'monthly follow-ups of members at work away from home',
  tables: [['成员'], ['服务']],
  asks: ['service'],
  compute: (context, of, tell) => {
    const first = `${context.asOf.slice(0, 4)}-01-01`;
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const member of context.roster.roster.rows.成员) {
      if (member.employmentStatus?.endsWith('务工') !== true) continue;
      if (member.personId === null) {
        unknown += 1;
        tell?.(personSubject(member, context, { known: false }));
        continue;
      }
      const from =
        member.workStart !== null && earliestDay(member.workStart) > first ? earliestDay(member.workStart) : first;
      const until =
        member.workEnd !== null && latestDay(member.workEnd) < context.asOf ? latestDay(member.workEnd) : context.asOf;
      const months = new Set<string>();
      for (let day = `${from.slice(0, 7)}-01`; day <= until; day = addMonths(day, 1)) months.add(day.slice(0, 7));
      const given = new Set(
        (context.roster.services.get(member.personId) ?? [])
          .filter((row) => row.kind === of.service && row.date !== null && row.date.length >= 7)
          .map((row) => (row.date ?? '').slice(0, 7)),
      );
      all += months.size;
      const missing = [...months].filter((month) => !given.has(month));
      done += months.size - missing.length;
      if (missing.length > 0) tell?.(personSubject(member, context, { value: `缺${missing.join('、')}` }));
    }
    return { done, all, unknown };
  },
};

/** Labourers out of work who were offered a post in the year of the assessment date. */
export const unemployedOffered: Measure = {
  name: 'unemployed-offered',
  zh: '本年度得到岗位推荐的未就业劳动力',
  en: 'labourers out of work who were offered a post this year',
  tables: [['成员'], ['服务']],
  ...LABOUR_AGES,
  compute: (context, _, tell) =>
    share(
      context,
      (member) => {
        const employed = isEmployed(member.employmentStatus);
        return employed === null ? null : !employed;
      },
      (member) =>
        (context.roster.services.get(member.personId ?? '') ?? []).some(
          (row) => row.kind === '岗位推荐' && row.date !== null && yearOf(row.date) === yearOf(context.asOf),
        ),
      tell,
    ),
};

/** 脱贫户 with someone able to work in which someone is stably employed. */
export const formerPoorStable: Measure = {
  name: 'former-poor-stable',
  zh: '有稳定就业劳动力的搬迁脱贫户',
  en: 'formerly poor households with someone stably employed',
  tables: [['住户'], ['成员']],
  columns: [{ table: '住户', field: 'householdType', header: '户类型' }],
  readings: LABOUR_AGES.readings,
  parameters: [...LABOUR_AGES.parameters, { id: 'stable-months', unit: 'months' }],
  compute: (context, _, tell) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const type = household.row?.householdType ?? null;
      if (type !== null && (!type.includes('脱贫') || type.includes('非脱贫'))) continue;
      const labour = labourOf(household, context);
      if (labour === null || labour.members === 0 || labour.anyCapable === false) continue;
      if (type === null) {
        if (labour.anyStable === true) continue;
        unknown += 1;
        tell?.(householdSubject(household, { known: false }));
        continue;
      }
      const known = labour.anyStable !== null && labour.anyCapable !== null;
      if (known) all += 1;
      else unknown += 1;
      if (known && labour.anyStable) done += 1;
      else tell?.(householdSubject(household, { known }));
    }
    return { done, all, unknown };
  },
};

/** Names of the list that appear among the courses of the year. */
export const courseKinds: Measure = {
  name: 'course-kinds',
  zh: '本年度已开办的培训班种类',
  en: 'kinds of courses held in the year',
  tables: [['培训']],
  lists: ['courses'],
  compute: (context, _, tell) => {
    const names = context.list('courses');
    const held = context.roster.roster.rows.培训.filter(
      (row) =>
        row.startedOn !== null &&
        earliestDay(row.startedOn) <= context.asOf &&
        yearOf(row.startedOn) === yearOf(context.asOf),
    );
    const missing = names.filter((name) => !held.some((row) => row.course?.includes(name) === true));
    const done = names.length - missing.length;
    const someUnnamed = held.some((row) => row.course === null);
    for (const name of missing) tell?.(namedSubject('item', name, { known: !someUnnamed }));
    const unnamed = someUnnamed ? missing.length : 0;
    return { done, all: names.length, unknown: unnamed, inside: unnamed };
  },
};

/** Workers on duty who are relocated, formerly poor or of low income, among all workers on duty. */
export const targetWorkers: Measure = {
  name: 'target-workers',
  zh: '在岗的三类帮扶对象',
  en: 'workers on duty of the three target groups',
  tables: [['用工']],
  compute: (context) => {
    const on = context.roster.roster.rows.用工.filter(
      (row) =>
        row.hiredOn !== null &&
        earliestDay(row.hiredOn) <= context.asOf &&
        (row.leftOn === null || earliestDay(row.leftOn) > context.asOf),
    );
    const known = on.filter((row) => row.category !== null);
    const done = known.filter((row) => row.category !== '其他').length;
    return { done, all: known.length, unknown: on.length - known.length };
  },
};
