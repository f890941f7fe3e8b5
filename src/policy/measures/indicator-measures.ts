import { earliestDay, yearOf } from '../../domain/calendar.js';
import type { IndicatorRow } from '../../domain/roster.js';
import type { FactContext } from '../facts/fact.js';
import type { TargetObject } from '../pack/schema.js';
import type { Measure, Measured } from './measure.js';

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

const YES = /^(是|有|√|✓|已|Y|y|1|到位|建立|完成)$/;
const NO = /^(否|无|没有|×|✗|未|N|n|0|不到位|未建立|未完成)$/;

/** 是 or 否 as reported; a number above zero is yes. */
export function reportedYes(text: string | null): boolean | null {
  const word = text?.trim() ?? '';
  if (YES.test(word)) return true;
  if (NO.test(word)) return false;
  const number = reportedNumber(word);
  return number === null ? null : number > 0;
}

/** `三江镇／完成投资` is about 完成投资. */
function isAbout(row: IndicatorRow, label: string | undefined): boolean {
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

/** Σ of the reported numbers (of one 对象, where the target names it). */
export const indicatorSum: Measure = {
  name: 'indicator-sum',
  zh: '填报数合计',
  en: 'sum of the reported numbers',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of) => {
    const { rows, undated } = rowsFor(context, of);
    const about = rows.filter((row) => isAbout(row, of.done));
    if (about.length + undated === 0) return none(of);
    let hundredths = 0;
    let unknown = undated;
    for (const row of about) {
      const number = reportedNumber(row.value);
      if (number === null) unknown += 1;
      else hundredths += Math.round(number * 100);
    }
    return { done: hundredths / 100, all: null, unknown };
  },
};

/** How many different events (date, place, title) were reported: 场次. */
export const indicatorEvents: Measure = {
  name: 'indicator-events',
  zh: '填报的场次',
  en: 'events reported',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of) => {
    const { rows, undated } = rowsFor(context, of);
    if (rows.length + undated === 0) return none(of);
    const events = new Set(rows.map((row) => `${row.date ?? ''}|${row.subject ?? ''}|${row.note ?? ''}`));
    return { done: events.size, all: null, unknown: undated };
  },
};

/** Σ of one 对象 over Σ of another, each with its newest report. */
export const indicatorRatio: Measure = {
  name: 'indicator-ratio',
  zh: '填报数之比',
  en: 'ratio of two reported numbers',
  tables: [['指标填报']],
  asks: ['indicator', 'done', 'all'],
  compute: (context, of) => {
    const { rows } = rowsFor(context, of);
    const done = latestSum(rows, of.done);
    const all = latestSum(rows, of.all);
    if (done === null || all === null) return none(of);
    if (done.unknown + all.unknown > 0)
      return { ...none(of), missing: `指标填报中条款${of.indicator ?? ''}有${done.unknown + all.unknown}个数读不出来` };
    return { done: done.sum, all: all.sum, unknown: 0 };
  },
};

function latestSum(rows: readonly IndicatorRow[], label: string | undefined): { sum: number; unknown: number } | null {
  const newest = new Map<string, IndicatorRow>();
  for (const row of rows) {
    if (!isAbout(row, label)) continue;
    const key = row.subject?.trim() ?? '';
    const known = newest.get(key);
    if (known === undefined || (row.date ?? '') >= (known.date ?? '')) newest.set(key, row);
  }
  if (newest.size === 0) return null;
  let hundredths = 0;
  let unknown = 0;
  for (const row of newest.values()) {
    const number = reportedNumber(row.value);
    if (number === null) unknown += 1;
    else hundredths += Math.round(number * 100);
  }
  return { sum: hundredths / 100, unknown };
}

/** Months of the year up to the assessment date for which something was reported. */
export const indicatorMonths: Measure = {
  name: 'indicator-months',
  zh: '本年度有填报的月份',
  en: 'months of the year with a report',
  tables: [['指标填报']],
  asks: ['indicator'],
  compute: (context, of) => {
    const { rows, undated } = rowsFor(context, { ...of, year: true });
    const months = new Set(
      rows.flatMap((row) => (row.date !== null && row.date.length >= 7 ? [row.date.slice(0, 7)] : [])),
    );
    const vague = rows.filter((row) => row.date?.length === 4).length;
    const all = Number(context.asOf.slice(5, 7));
    // A report without a month may be of any month that has none.
    const unknown = Math.min(undated + vague, all - months.size);
    return { done: months.size, all, unknown, inside: unknown };
  },
};

/** Names of a list that were reported 是 (or a number above zero), of all names. 村 and 社区 at the end do not matter. */
export const indicatorEach: Measure = {
  name: 'indicator-each',
  zh: '名单中已落实的对象',
  en: 'names of the list reported as done',
  tables: [['指标填报']],
  asks: ['indicator', 'list'],
  compute: (context, of) => {
    const { rows } = rowsFor(context, of);
    if (rows.length === 0) return none(of);
    const names = of.list === undefined ? [] : context.list(of.list);
    let done = 0;
    let unknown = 0;
    for (const name of names) {
      const reported = rows.filter((row) => placeCore(row.subject ?? '').includes(placeCore(name)));
      const answers = reported.map((row) => reportedYes(row.value));
      if (answers.includes(true)) done += 1;
      else if (reported.length === 0 || answers.includes(null)) unknown += 1;
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
  compute: (context, of) => {
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
        if (answers.at(-1) === true) done += 1;
        else if (answers.at(-1) !== false) unknown += 1;
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
  compute: (context, of) => {
    const { rows, undated } = rowsFor(context, of);
    if (rows.length + undated === 0) return none(of);
    const answers = rows.map((row) => reportedYes(row.value));
    return {
      done: answers.filter((answer) => answer === false).length,
      all: rows.length,
      unknown: undated + answers.filter((answer) => answer === null).length,
    };
  },
};
