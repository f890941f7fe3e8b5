import { earliestDay, latestDay } from '../../domain/calendar.js';
import type { TrainingRow } from '../../domain/roster.js';
import type { FactContext } from '../facts/fact.js';
import { isMover } from '../facts/mover.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { allOf, type Truth } from '../assess/three-valued.js';
import { householdSubject, type Measure } from './measure.js';

/** A course that began by the assessment date and in the window, as far as its dates say; null when they do not. */
function counted(row: TrainingRow, context: FactContext): Truth {
  if (row.startedOn === null) return null;
  if (earliestDay(row.startedOn) > context.asOf) return false;
  return context.inWindow({ from: earliestDay(row.startedOn), to: latestDay(row.startedOn) });
}

/**
 * 搬迁劳动力 by the household of the trainee: as the roster says; a household that says nothing of moving counts, a
 * trainee without a household in the roster is not known to be one.
 */
export function isMoverTrainee({ personId, householdId }: TrainingRow, { roster }: FactContext): Truth {
  const household =
    personId === null ? roster.householdOf(householdId) : roster.householdOfPerson(personId, householdId);
  return household === null ? null : (isMover(household) ?? true);
}

function persons(
  kind: string,
  context: FactContext,
  among: (row: TrainingRow) => Truth = () => true,
): { sure: Set<string>; perhaps: number } {
  const sure = new Set<string>();
  let perhaps = 0;
  for (const row of context.roster.roster.rows.培训) {
    if (row.kind !== kind) continue;
    const truth = allOf([counted(row, context), among(row)]);
    if (truth === true && row.personId !== null) sure.add(row.personId);
    else if (truth !== false) perhaps += 1;
  }
  return { sure, perhaps };
}

function trained(name: string, kind: string, zh: string, en: string): Measure {
  return {
    name,
    zh,
    en,
    tables: [['培训']],
    compute: (context) => {
      const { sure, perhaps } = persons(kind, context, (row) => isMoverTrainee(row, context));
      return { done: sure.size, all: null, unknown: perhaps };
    },
  };
}

export const skillsTrained = trained(
  'skills-trained',
  '技能',
  '参加技能培训的搬迁群众人数',
  'relocated persons given skills training',
);
export const startupTrained = trained(
  'startup-trained',
  '创业',
  '参加创业培训的搬迁群众人数',
  'relocated persons given startup training',
);

/** Persons trained as 劳务经纪人, and those that 单位 lists as such. */
export const brokersTrained: Measure = {
  name: 'brokers-trained',
  zh: '培育的劳务经纪人',
  en: 'labour brokers brought up',
  tables: [['培训', '单位']],
  compute: (context) => {
    const { sure, perhaps } = persons('劳务经纪人', context);
    for (const row of context.roster.roster.rows.单位)
      if (row.kind === '劳务经纪人' && row.creditCode !== null) sure.add(row.creditCode);
    return { done: sure.size, all: null, unknown: perhaps };
  },
};

/** 政策性移民: 搬迁批次 filled or 户类型 names 政策性; 自主迁徙 is not; null when both columns are blank or say neither. */
function isPolicyHousehold({ row }: HouseholdGroup): Truth {
  const type = row?.householdType ?? null;
  if (type?.includes('非') === true || type?.includes('自主') === true) return false;
  if (type?.includes('政策性') === true || (row?.relocationBatch ?? null) !== null) return true;
  return type === null || /搬迁|移民/.test(type) ? null : false;
}

/** Policy households of which at least one person had skills training. */
export const policyHouseholdsTrained: Measure = {
  name: 'policy-households-trained',
  zh: '有人参加技能培训的政策性移民户',
  en: 'policy households with someone given skills training',
  tables: [['住户'], ['培训']],
  compute: (context, _, tell) => {
    const { roster } = context;
    const reached = new Set<string>();
    for (const row of roster.roster.rows.培训) {
      if (row.kind !== '技能' || counted(row, context) !== true) continue;
      const household = row.personId === null ? null : roster.householdOfPerson(row.personId, row.householdId);
      const id = household?.id ?? row.householdId;
      if (id !== null) reached.add(id);
    }
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of roster.households.values()) {
      const policy = isPolicyHousehold(household);
      if (policy === true) {
        all += 1;
        if (reached.has(household.id)) done += 1;
        else tell?.(householdSubject(household));
      } else if (policy === null && reached.has(household.id)) unknown += 1;
    }
    return { done, all, unknown };
  },
};
