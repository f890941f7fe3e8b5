import { earliestDay, yearOf } from '../../domain/calendar.js';
import type { IndicatorRow } from '../../domain/roster.js';
import type { FactContext } from '../facts/fact.js';
import type { TargetObject } from '../pack/schema.js';
import { namedSubject, type Measure, type Measured, type Subject } from './measure.js';

/** Rows of 指标填报 for the target's clause up to the assessment date; a row without a date counts where no year is asked. */
function rowsFor(context: FactContext, { indicator, year }: TargetObject): { rows: IndicatorRow[]; undated: number } {
  let undated = 0;
  const rows = context.roster.roster.rows.指标填报.filter((row) => {
    if (row.clause?.trim().toUpperCase() !== indicator?.toUpperCase()) return false;
    if (row.date === null) {
      if (year === true) undated += 1;
      return year !== true;
    }
    if (earliestDay(row.date) > context.asOf) return false;
    return year !== true || yearOf(row.date) === yearOf(context.asOf);
  });
  return { rows, undated };
}

/** A reported number, to two decimals; null for anything else. */
export function reportedNumber(text: string | null): number | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec((text ?? '').replaceAll(',', '').trim());
  if (match === null) return null;
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  const hundredths = match[1] === '-' ? -size : size;
  return hundredths / 100;
}

const YES = /^(是|有|√|✓|Y|y|1|已|已?(到位|建立|成立|完成|落实|配备|配齐))$/;
const NO = /^(否|无|没有|×|✗|N|n|0|未|[不未没](到位|建立|成立|完成|落实|配备|配齐))$/;

/** 是 or 否 as reported; a number above zero is yes. */
export function reportedYes(text: string | null): boolean | null {
  const word = text?.trim() ?? '';
  if (YES.test(word)) return true;
  if (NO.test(word)) return false;
  const number = reportedNumber(word);
  return number === null ? null : number > 0;
}

/** `三江镇／完成投资` is about 完成投资. */
export function isAbout(row: IndicatorRow, label: string | undefined): boolean {
  if (label === undefined) return true;
  const subject = row.subject?.trim() ?? '';
  return subject === label || new RegExp('[/／:：]\\s*' + escape(label) + '$').test(subject);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function none({ indicator }: TargetObject): Measured {
  return { done: 0, all: null, unknown: 0, missing: `指标填报中没有条款${indicator ?? ''}的数据` };
}

/** Rows that say the same thing twice: one date, one 对象, one value, one 说明. */
function distinct(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const seen = new Map<string, IndicatorRow>();
  for (const row of rows)
    seen.set([row.date ?? '', row.subject?.trim() ?? '', row.value ?? '', row.note ?? ''].join('|'), row);
  return [...seen.values()];
}

/**
 * Σ of the reported numbers (of one 对象, where the target names it). A flow adds up all reports; a stock (`stock`) is the
 * newest report of every place.
 */
export const indicatorSum: Measure = {
  name: 'indicator-sum',
  zh: '填报数合计',
  en: 'sum of the reported numbers',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of, tell) => {
    const { rows, undated } = rowsFor(context, of);
    const about = rows.filter((row) => isAbout(row, of.done));
    if (about.length + undated === 0) return none(of);
    const counted = of.stock === true ? newest(about) : about;
    let hundredths = 0;
    let unknown = undated;
    for (const row of counted) {
      const number = reportedNumber(row.value);
      if (number === null) unknown += 1;
      else hundredths += Math.round(number * 100);
      if (number !== 0) tell?.(reportSubject(row, of, number !== null));
    }
    return { done: hundredths / 100, all: null, unknown };
  },
};

/** What a row of 指标填报 is about, as a subject. */
function reportSubject(row: IndicatorRow, of: TargetObject, known: boolean): Subject {
  const name = row.subject?.trim() ?? of.indicator ?? '';
  return namedSubject('item', name, { known, value: [row.value, row.unit, row.date].filter(Boolean).join(' ') });
}

/** 场次: Σ of 指标值 over different events (date, place, title); a blank 指标值 is one event, an unreadable one unknown. */
export const indicatorEvents: Measure = {
  name: 'indicator-events',
  zh: '填报的场次',
  en: 'events reported',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of) => {
    const { rows, undated } = rowsFor(context, of);
    if (rows.length + undated === 0) return none(of);
    let done = 0;
    let unknown = undated;
    for (const row of distinct(rows)) {
      const sessions = row.value === null ? 1 : reportedNumber(row.value);
      if (sessions === null || sessions < 0 || !Number.isInteger(sessions)) unknown += 1;
      else done += sessions;
    }
    return { done, all: null, unknown };
  },
};

/** Σ of one 对象 over Σ of another, each with its newest report. */
export const indicatorRatio: Measure = {
  name: 'indicator-ratio',
  zh: '填报数之比',
  en: 'ratio of two reported numbers',
  tables: [['指标填报']],
  asks: ['indicator', 'done', 'all'],
  compute: (context, of, tell) => {
    const { rows } = rowsFor(context, of);
    const done = latestSum(rows, of.done);
    const all = latestSum(rows, of.all);
    if (done === null || all === null) return none(of);
    if (done.unknown + all.unknown > 0)
      return { ...none(of), missing: `指标填报中条款${of.indicator ?? ''}有${done.unknown + all.unknown}个数读不出来` };
    for (const [project, { part, whole }] of byProject(rows, of))
      if (project !== '' && (part === null || whole === null || part < whole)) {
        const value = `${part ?? '没有填'}÷${whole ?? '没有填'}`;
        tell?.(namedSubject('project', project, { known: part !== null && whole !== null, value }));
      }
    return { done: done.sum, all: all.sum, unknown: 0 };
  },
};

/** The newest report of every 对象; of two on one day the lower row. */
function newest(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const newest = new Map<string, IndicatorRow>();
  for (const row of rows) {
    const key = row.subject?.trim() ?? '';
    const known = newest.get(key);
    if (known === undefined || (row.date ?? '') >= (known.date ?? '')) newest.set(key, row);
  }
  return [...newest.values()];
}

function latestSum(rows: readonly IndicatorRow[], label: string | undefined): { sum: number; unknown: number } | null {
  const about = newest(rows.filter((row) => isAbout(row, label)));
  if (about.length === 0) return null;
  let hundredths = 0;
  let unknown = 0;
  for (const row of about) {
    const number = reportedNumber(row.value);
    if (number === null) unknown += 1;
    else hundredths += Math.round(number * 100);
  }
  return { sum: hundredths / 100, unknown };
}

/** 冷链项目 of `冷链项目／岗位总数`; null where the 对象 names no project. */
function projectOf(row: IndicatorRow): string | null {
  const [project, ...label] = (row.subject?.trim() ?? '').split(/[/／:：]/);
  return label.length === 0 || project === undefined || project === '' ? null : project;
}

interface PartOfWhole {
  part: number | null;
  whole: number | null;
}

/** The newest numbers of the two 对象, project by project (or place); '' where no project is named. */
function byProject(rows: readonly IndicatorRow[], of: TargetObject): Map<string, PartOfWhole> {
  const projects = new Map<string, PartOfWhole>();
  for (const row of newest(rows)) {
    const [isPart, isWhole] = [isAbout(row, of.done), isAbout(row, of.all)];
    if (!isPart && !isWhole) continue;
    const project = projectOf(row) ?? '';
    const own = projects.get(project) ?? { part: null, whole: null };
    projects.set(project, own);
    if (isPart) own.part = reportedNumber(row.value);
    else own.whole = reportedNumber(row.value);
  }
  return projects;
}

/** Projects whose own share of one 对象 in another reaches the parameter: never the share of the sums. */
export const indicatorEachRatio: Measure = {
  name: 'indicator-each-ratio',
  zh: '比例达标的项目',
  en: 'projects whose own share reaches the goal',
  tables: [['指标填报']],
  asks: ['indicator', 'done', 'all', 'least'],
  compute: (context, of, tell) => {
    const { rows } = rowsFor(context, of);
    const least = of.least === undefined ? null : context.parameter(of.least);
    const projects = byProject(rows, of);
    if (projects.size === 0) return none(of);
    let done = 0;
    let unknown = 0;
    for (const [project, { part, whole }] of projects) {
      const known = part !== null && whole !== null && whole > 0 && least !== null;
      if (!known) unknown += 1;
      else if (Math.round(part * 100) * 100 >= least * Math.round(whole * 100)) {
        done += 1;
        continue;
      }
      const value = `${part ?? '没有填'}÷${whole ?? '没有填'}`;
      tell?.(namedSubject('project', project === '' ? '没有写明项目' : project, { known, value }));
    }
    return { done, all: projects.size, unknown, inside: unknown };
  },
};

/** Months of the year up to the assessment date for which something was reported. */
export const indicatorMonths: Measure = {
  name: 'indicator-months',
  zh: '本年度有填报的月份',
  en: 'months of the year with a report',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of, tell) => {
    const { rows, undated } = rowsFor(context, { ...of, year: true });
    const months = new Set(
      rows.flatMap((row) => (row.date !== null && row.date.length >= 7 ? [row.date.slice(0, 7)] : [])),
    );
    const vague = rows.filter((row) => row.date?.length === 4).length;
    const all = Number(context.asOf.slice(5, 7));
    // A report without a month may be of any month that has none.
    const unknown = Math.min(undated + vague, all - months.size);
    for (const month of monthsUntil(context.asOf))
      if (!months.has(month)) tell?.(namedSubject('month', month, { known: unknown === 0 }));
    return { done: months.size, all, unknown, inside: unknown };
  },
};

/** January to the month of the day, `YYYY-MM`. */
function monthsUntil(asOf: string): string[] {
  return Array.from(
    { length: Number(asOf.slice(5, 7)) },
    (_, index) => `${asOf.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`,
  );
}

/** Townships × months of the year up to the assessment date with a report of the township (对象). */
export const indicatorTownshipMonths: Measure = {
  name: 'indicator-township-months',
  zh: '各乡镇本年度有填报的月份',
  en: 'months of the year with a report, township by township',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of, tell) => {
    const { rows, undated } = rowsFor(context, { ...of, year: true });
    const { 住户, 安置点 } = context.roster.roster.rows;
    const townships = new Set<string>();
    for (const { township } of [...住户, ...安置点]) if (township !== null) townships.add(township);
    for (const { subject } of rows) {
      const place = subject?.trim() ?? '';
      if (/[乡镇]$/.test(place)) townships.add(place);
    }
    if (townships.size === 0) return { ...none(of), missing: '名册没有填乡镇，看不出哪个乡镇该报' };
    const months = monthsUntil(context.asOf);
    let done = 0;
    for (const township of townships) {
      const given = new Set(
        rows.filter(({ subject }) => subject?.trim() === township).map(({ date }) => (date ?? '').slice(0, 7)),
      );
      const missing = months.filter((month) => !given.has(month));
      done += months.length - missing.length;
      if (missing.length > 0)
        tell?.(namedSubject('place', township, { township, value: `缺${missing.join('、')}`, known: undated === 0 }));
    }
    const all = townships.size * months.length;
    const unknown = Math.min(undated, all - done);
    return { done, all, unknown, inside: unknown };
  },
};

/** Names of a list that were reported 是 (or a number above zero), of all names. 村 and 社区 at the end do not matter. */
export const indicatorEach: Measure = {
  name: 'indicator-each',
  zh: '名单中已落实的对象',
  en: 'names of the list reported as done',
  tables: [['指标填报']],
  asks: ['indicator', 'list'],
  compute: (context, of, tell) => {
    const { rows } = rowsFor(context, of);
    if (rows.length === 0) return none(of);
    const names = of.list === undefined ? [] : context.list(of.list);
    let done = 0;
    let unknown = 0;
    for (const name of names) {
      const reported = rows.filter((row) => placeCore(row.subject ?? '').includes(placeCore(name)));
      const answers = reported.map((row) => reportedYes(row.value));
      const known = reported.length > 0 && !answers.includes(null);
      if (answers.includes(true)) done += 1;
      else {
        if (!known) unknown += 1;
        tell?.(namedSubject('place', name, { known, value: reported.at(-1)?.value ?? null }));
      }
    }
    return { done, all: names.length, unknown, inside: unknown };
  },
};

export function placeCore(name: string): string {
  return name.trim().replace(/(中心村|社区|小区|安置点|村)$/, '');
}

/** 安置点 × items of the list with 是; 对象 is written 安置点／项目. */
export const indicatorChecklist: Measure = {
  name: 'indicator-checklist',
  zh: '安置点逐项核对',
  en: 'items of a list at every settlement',
  tables: [['安置点'], ['指标填报']],
  asks: ['indicator', 'list'],
  compute: (context, of, tell) => {
    const { rows } = rowsFor(context, of);
    if (rows.length === 0) return none(of);
    const items = of.list === undefined ? [] : context.list(of.list);
    const sites = context.roster.roster.rows.安置点.flatMap(({ name }) => (name === null ? [] : [name]));
    let done = 0;
    let unknown = 0;
    for (const site of sites)
      for (const item of items) {
        const answers = rows
          .filter((row) => (row.subject ?? '').startsWith(site) && isAbout(row, item))
          .map((row) => reportedYes(row.value));
        const answer = answers.at(-1) ?? null;
        if (answer === true) done += 1;
        else if (answer === null) unknown += 1;
        if (answer !== true) tell?.(namedSubject('place', `${site}／${item}`, { known: answer !== null }));
      }
    return { done, all: sites.length * items.length, unknown, inside: unknown };
  },
};

/** How many reports say 否. */
export const indicatorRefusals: Measure = {
  name: 'indicator-noes',
  zh: '填报为否的条数',
  en: 'reports that say no',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of, tell) => {
    const { rows, undated } = rowsFor(context, of);
    if (rows.length + undated === 0) return none(of);
    const answers = rows.map((row) => reportedYes(row.value));
    for (const [index, row] of rows.entries())
      if (answers[index] !== true) tell?.(reportSubject(row, of, answers[index] === false));
    return {
      done: answers.filter((answer) => answer === false).length,
      all: rows.length,
      unknown: undated + answers.filter((answer) => answer === null).length,
    };
  },
};
