import type { Answers } from '../../tables/answers.js';
import { rosterAnswers } from './column-answers.js';
import { userInfo } from 'node:os';
import { isIsoDay, isIsoMonth, isPeriod, lastDayOfPeriod } from '../../domain/calendar.js';
import type { Invocation } from './command.js';
import { type CodeFilter, readCodeFilter } from './code-filter.js';
import { badValue, missingOption } from './usage-faults.js';

export type FailOn = 'error' | 'warning' | 'never';
export type OutputFormat = 'text' | 'json' | 'jsonl';
export type CsvEncoding = 'utf8' | 'utf8-bom' | 'gb18030';

/** Their `--column` names fields of a bank's file, not of a roster. */
const BANK_COMMANDS: ReadonlySet<string> = new Set(['return', 'reconcile']);

/** The options that several commands share, read once. `null` and empty lists mean: not given. */
export interface CommonOptions {
  readonly policies: readonly string[];
  readonly allowDraftPolicy: boolean;
  /** `YYYY-MM`. */
  readonly period: string | null;
  /** `--as-of`, else the last day of the period, else null. */
  readonly asOf: string | null;
  readonly name: string;
  readonly out: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly map: string | null;
  /** `--year`, `--column`. */
  readonly answers: Answers;
  readonly sheets: readonly string[];
  readonly compare: readonly string[];
  /** List of accepted warnings. */
  readonly accepted: string | null;
  readonly previous: readonly string[];
  /** `--select`, `--ignore`: what is shown. */
  readonly shows: CodeFilter;
  readonly failOn: FailOn;
  readonly format: OutputFormat;
  readonly csvEncoding: CsvEncoding;
  readonly ledger: string;
  /** Budget file; null when none is given or set. */
  readonly budget: string | null;
  readonly by: Maker;
}

/** Who runs the command; `given` is false when it is only the operating system's user. */
export interface Maker {
  readonly name: string;
  readonly given: boolean;
}

/** Reads the shared options. Throws Fault for a month, date or pair that cannot be read. */
export function readCommonOptions({ spec, values, settings }: Invocation): CommonOptions {
  const setting = settings.values;
  const period = readPeriod(values.text('period'), spec.name);
  return {
    policies: values.list('policy'),
    allowDraftPolicy: values.on('allow-draft-policy'),
    period,
    asOf: readDay('--as-of', values.text('as-of')) ?? (period === null ? null : lastPeriodDay(period)),
    name: readName(values.text('name')),
    out: values.text('out'),
    parameters: readPairs('--set', values.list('set')),
    readings: readPairs('--reading', values.list('reading')),
    map: setting.map.value,
    answers: rosterAnswers(values.text('year'), BANK_COMMANDS.has(spec.name) ? [] : values.list('column')),
    sheets: values.list('sheet'),
    compare: values.list('compare'),
    accepted: values.text('accepted'),
    previous: values.list('previous'),
    shows: readCodeFilter(values),
    failOn: (setting.failOn.value ?? 'error') as FailOn,
    format: (values.text('format') ?? 'text') as OutputFormat,
    csvEncoding: (setting.csvEncoding.value ?? 'utf8-bom') as CsvEncoding,
    ledger: setting.ledger.value ?? './butie.db',
    budget: setting.budget.value,
    by: readMaker(setting.by.value),
  };
}

/** The value of an option that the command cannot do without. Throws Fault when it was not given. */
export function required<T>(value: T | null | undefined, flags: string, command: string): T {
  if (value === null || value === undefined || value === '') throw missingOption(flags, command);
  return value;
}

/** Commands that look at one month at a time. */
const MONTHLY: ReadonlySet<string> = new Set(['monitor']);

/** A year is a period for lists only. */
function lastPeriodDay(period: string): string {
  return /^\d{4}$/.test(period) ? `${period}-12-31` : lastDayOfPeriod(period);
}

/** A payment month, quarter or half-year; of lists also a year. Throws Fault for `2024-13` and the like. */
export function readPeriod(text: string | null, command = ''): string | null {
  if (text === null || isIsoMonth(text)) return text;
  if (isPeriod(text) && !MONTHLY.has(command)) return text;
  if (command === 'batches' && /^\d{4}$/.test(text)) return text;
  const month = /^(\d{4})[^\dA-Za-z]?(\d{1,2})$/.exec(text.trim());
  const number = Number(month?.[2] ?? 0);
  const near = month !== null && number >= 1 && number <= 12 ? `${month[1]}-${String(number).padStart(2, '0')}` : null;
  throw badValue(
    'bad-period',
    '--period',
    text,
    {
      zh: '付款月份 YYYY-MM（月份 01 到 12）、季度 YYYYQn 或半年 YYYYHn',
      en: 'a payment month YYYY-MM with a month from 01 to 12, a quarter YYYYQn or a half-year YYYYHn',
    },
    near === null
      ? { zh: '例如 --period 2024-10', en: 'for example --period 2024-10' }
      : { zh: `写成 --period ${near}`, en: `write --period ${near}` },
  );
}

/** Where a workbook of lists goes; null when none is asked for. Throws Fault for a name that is no workbook's. */
export function readWorkbookName(text: string | null): string | null {
  if (text === null || /\.xlsx$/i.test(text)) return text;
  throw badValue(
    'bad-file-name',
    '--out',
    text,
    { zh: '以 .xlsx 结尾的文件名', en: 'a file name that ends in .xlsx' },
    { zh: '例如 --out 一览.xlsx', en: 'for example --out list.xlsx' },
  );
}

/** A full day. Throws Fault for a day that is not in the calendar. */
export function readDay(option: string, text: string | null): string | null {
  if (text === null || isIsoDay(text)) return text;
  throw badValue(
    'bad-date',
    option,
    text,
    { zh: '日历上有的日期 YYYY-MM-DD', en: 'a day of the calendar, YYYY-MM-DD' },
    { zh: `例如 ${option} 2024-10-31`, en: `for example ${option} 2024-10-31` },
  );
}

/** `key=value` pairs; the last one of a key counts. Throws Fault for a word without `=` or without a key. */
export function readPairs(option: string, words: readonly string[]): Readonly<Record<string, string>> {
  const pairs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    const key = word.slice(0, Math.max(0, at)).trim();
    if (key === '')
      throw badValue(
        'bad-pair',
        option,
        word,
        { zh: '「名称=值」', en: 'key=value' },
        { zh: `例如 ${option} 名称=值，等号两边不留空格`, en: `for example ${option} key=value, without blanks` },
      );
    pairs.set(key, word.slice(at + 1).trim());
  }
  return Object.fromEntries(pairs);
}

/** Batch name: it becomes part of the batch id and of file names. */
function readName(text: string | null): string {
  if (text === null) return 'main';
  if (/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(text)) return text;
  throw badValue(
    'bad-name',
    '--name',
    text,
    {
      zh: '由汉字、字母、数字、- 和 _ 组成的批次名，最多 40 个字',
      en: 'a batch name of letters, digits, - and _, at most 40',
    },
    { zh: '例如 --name main 或 --name 补发1', en: 'for example --name main' },
  );
}

function readMaker(given: string | null): Maker {
  if (given !== null && given.trim() !== '') return { name: given.trim(), given: true };
  try {
    return { name: userInfo().username, given: false };
  } catch {
    // Some containers run as a user without a name.
    return { name: 'unknown', given: false };
  }
}
