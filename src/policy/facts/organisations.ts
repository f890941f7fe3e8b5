import { earliestDay, latestDay, yearOf } from '../../domain/calendar.js';
import { sexOf, isResidentId } from '../../domain/resident-id.js';
import { isFilled } from '../../domain/evidence.js';
import type { OrganisationRow, WorkerRow } from '../../domain/roster.js';
import type { NumberValue, YesNoValue } from '../kinds/rule-kind.js';
import { allOf, anyOf, type Truth } from '../assess/three-valued.js';
import { FactBook, NOT_KNOWN, type Fact, type FactContext } from './fact.js';
import { stayedTogether } from './stay.js';
import { lasted, notAfter, notBefore } from './span.js';

/** One organisation of a kind, with its 用工 rows. */
export interface Organisation {
  readonly code: string;
  readonly row: OrganisationRow;
  readonly workers: readonly WorkerRow[];
  /** Whom the fact `workers` counts, as the benefit says. */
  readonly counted: CountedWorkers;
}

/** 人员类别 that count (all where none is named), and the parameter with the months a worker must have stayed. */
export interface CountedWorkers {
  readonly categories: readonly string[];
  readonly minMonths: string | null;
}

export const EVERY_WORKER: CountedWorkers = { categories: [], minMonths: null };

const TARGET_WORDS: ReadonlySet<string> = new Set(['脱贫人口', '农村低收入人口', '搬迁群众']);

/** 人员类别 is, or lists, one of the three groups; null when blank or not a listed word. */
export function isTargetWorker(category: string | null): Truth {
  if (category === null) return null;
  const words = category.split(/[、,，;；/\s]+/);
  if (words.some((word) => TARGET_WORDS.has(word))) return true;
  return words.every((word) => word === '其他' || word === '其它') ? false : null;
}

/** 入职日期 ≤ as-of, 离职日期 blank or after it. */
export function isOnDuty(row: WorkerRow, asOf: string): Truth {
  const hired = row.hiredOn === null ? null : notAfter(row.hiredOn, asOf);
  if (row.leftOn === null) return row.unreadable?.includes('leftOn') === true ? allOf([hired, null]) : hired;
  const left = notAfter(row.leftOn, asOf);
  return allOf([hired, left === null ? null : !left]);
}

/** Distinct persons for whom `test` holds; rows without a readable ID may each be one more. */
function countPersons(rows: readonly WorkerRow[], test: (rows: readonly WorkerRow[]) => Truth): NumberValue {
  const persons = new Map<string, WorkerRow[]>();
  let unknown = 0;
  for (const row of rows) {
    if (row.personId === null) {
      unknown += 1;
      continue;
    }
    const spells = persons.get(row.personId);
    if (spells === undefined) persons.set(row.personId, [row]);
    else spells.push(row);
  }
  let low = 0;
  for (const spells of persons.values()) {
    const is = test(spells);
    if (is === true) low += 1;
    else if (is === null) unknown += 1;
  }
  return { low, high: low + unknown };
}

function missing(context: FactContext): NumberValue | null {
  return context.roster.has('用工') ? null : { low: 0, high: Number.POSITIVE_INFINITY, why: 'table-missing' };
}

const targetWorkers: Fact<Organisation, NumberValue> = {
  name: 'target-workers',
  zh: '在岗的吸纳对象人数',
  en: 'persons of the target groups on duty',
  parameters: [{ id: 'workshop-months', unit: 'months', onlyWith: 'workshop-stay' }],
  readings: [
    { id: 'workshop-heads', choices: ['target', 'all'] },
    { id: 'workshop-stay', choices: ['on-duty', 'three-months'], optional: true },
  ],
  compute({ workers }, context) {
    const all = context.reading('workshop-heads') === 'all';
    const months =
      context.reading('workshop-stay', 'on-duty') === 'three-months' ? context.parameter('workshop-months') : 0;
    const stayed = (row: WorkerRow): Truth =>
      months === 0
        ? true
        : months === null || row.hiredOn === null
          ? null
          : lasted(row.hiredOn, row.leftOn, months, context.asOf);
    for (const row of workers) context.use(row, '人员类别', '入职日期', '离职日期');
    return (
      missing(context) ??
      countPersons(workers, (spells) =>
        anyOf(
          spells.map((row) =>
            allOf([all ? true : isTargetWorker(row.category), isOnDuty(row, context.asOf), stayed(row)]),
          ),
        ),
      )
    );
  },
};

/** 人员类别 is one of the words; null when it is blank. */
function isOf(category: string | null, words: readonly string[]): Truth {
  if (words.length === 0) return true;
  if (category === null) return null;
  return category.split(/[、,，;；/\s]+/).some((word) => words.includes(word));
}

/**
 * Distinct workers on duty who have stayed the months of `minMonths`, at any of the employers of one owner together. A
 * change of employer within a month does not break the stay.
 */
const countedWorkers: Fact<Organisation, NumberValue> = {
  name: 'workers',
  zh: '在岗职工人数（类别和最少月数见 for.workers）',
  en: 'workers on duty, by the categories and least months of for.workers',
  reads: ['用工.category', '用工.hiredOn', '用工.leftOn'],
  compute({ workers, counted: { categories, minMonths } }, context) {
    const months = minMonths === null ? 0 : context.parameter(minMonths);
    if (months === null) return { ...NOT_KNOWN, why: 'no-parameter' };
    for (const row of workers) context.use(row, '人员类别', '入职日期', '离职日期');
    const counts = (spells: readonly WorkerRow[]): Truth =>
      allOf([
        anyOf(spells.map((row) => allOf([isOf(row.category, categories), isOnDuty(row, context.asOf)]))),
        months === 0 ? true : stayedTogether(spells, months, context.asOf),
      ]);
    return missing(context) ?? countPersons(workers, counts);
  },
};

const posts: Fact<Organisation, NumberValue> = {
  name: 'posts',
  zh: '岗位总数',
  en: 'posts',
  reads: ['单位.posts'],
  compute({ row }, context) {
    context.use(row, '岗位总数');
    return row.posts === null ? { ...NOT_KNOWN, why: 'posts-blank' } : { low: row.posts, high: row.posts };
  },
};

/** Hired in as-of's calendar year without an earlier spell there. */
const newHires: Fact<Organisation, NumberValue> = {
  name: 'new-hires',
  zh: '当年新吸纳人数',
  en: 'persons newly hired this year',
  readings: [
    { id: 'leavers', choices: ['excluded', 'counted'] },
    { id: 'women', choices: ['all', 'women'] },
  ],
  compute({ workers }, context) {
    const start = `${yearOf(context.asOf)}-01-01`;
    const leavers = context.reading('leavers') === 'counted';
    const women = context.reading('women') === 'women';
    for (const row of workers) context.use(row, '入职日期', '离职日期');
    const isNew = (spells: readonly WorkerRow[]): Truth =>
      allOf([
        ...spells.map((row) => (row.hiredOn === null ? null : notBefore(row.hiredOn, start))),
        anyOf(spells.map((row) => (row.hiredOn === null ? null : notAfter(row.hiredOn, context.asOf)))),
        leavers ? true : anyOf(spells.map((row) => isOnDuty(row, context.asOf))),
        women ? isWoman(spells) : true,
      ]);
    return missing(context) ?? countPersons(workers, isNew);
  },
};

function isWoman(spells: readonly WorkerRow[]): Truth {
  const stated = spells.find((row) => row.gender === '女' || row.gender === '男')?.gender;
  const id = spells[0]?.personId ?? null;
  if (stated !== undefined) return stated === '女';
  return id === null || !isResidentId(id) ? null : sexOf(id) === '女';
}

/** 认定日期 and 认定文号 filled; the date is the day the condition is met. */
const recognised: Fact<Organisation, YesNoValue> = {
  name: 'recognised',
  zh: '已认定（认定日期、认定文号齐全）',
  en: 'recognised, with date and document number',
  compute({ row }, context) {
    context.use(row, '认定日期', '认定文号');
    if (row.recognisedOn === null || !isFilled(row.recognitionNumber)) return { is: null, why: 'recognition-missing' };
    const is = notAfter(row.recognisedOn, context.asOf);
    const met = { from: earliestDay(row.recognisedOn), to: latestDay(row.recognisedOn) };
    return { is, met, why: is === true ? 'recognised' : is === null ? 'recognition-missing' : 'not-yet-recognised' };
  },
};

export const ORGANISATION_FACTS = new FactBook<Organisation>({
  money: [],
  count: [targetWorkers, newHires, countedWorkers, posts],
  yesNo: [recognised],
  choice: [],
  units: [],
});
