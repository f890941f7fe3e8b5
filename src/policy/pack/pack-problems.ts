import type { Document, LineCounter } from 'yaml';
import { isMap, isScalar } from 'yaml';
import type { z } from 'zod';
import type { PackProblem } from './pack.js';
import { similar } from './similar.js';
import { packKeys } from './json-schema.js';
import { UNITS } from '../../domain/unit.js';

export type Path = readonly PropertyKey[];

/** Turns places inside a pack file into lines and columns. */
export class PackPlaces {
  private readonly file: string;
  private readonly document: Document;
  private readonly lines: LineCounter;

  constructor(file: string, document: Document, lines: LineCounter) {
    this.file = file;
    this.document = document;
    this.lines = lines;
  }

  /** A problem at the value under `path`, or at the nearest thing that exists; `key` points at a key of that map. */
  problem(path: Path, zh: string, en: string, key?: string): PackProblem {
    return { file: this.file, ...this.position(path, key), zh, en };
  }

  at(offset: number, zh: string, en: string): PackProblem {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line, column: col, zh, en };
  }

  private position(path: Path, key: string | undefined): { line: number; column: number } {
    let parts = path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    for (;;) {
      const node = parts.length === 0 ? this.document.contents : this.document.getIn(parts, true);
      const range = rangeOf(node, key);
      if (range !== null) {
        const { line, col } = this.lines.linePos(range);
        return { line, column: col };
      }
      if (parts.length === 0) return { line: 1, column: 1 };
      parts = parts.slice(0, -1);
    }
  }
}

function rangeOf(node: unknown, key: string | undefined): number | null {
  if (key !== undefined && isMap(node)) {
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.value === key) return pair.key.range?.[0] ?? null;
    }
  }
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  const range: unknown = node.range;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null;
}

/** Plain words for the marks that the schema puts on its errors. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  id: [
    '应为小写英文单词、用连字符连接的编号，如 wage-line',
    'should be lower-case words joined by hyphens, like wage-line',
  ],
  text: ['应为文字', 'should be text'],
  'text-long': ['文字应不超过2000字，条款号不超过200字', 'should be at most 2000 characters, a clause at most 200'],
  between: [
    '应为两个值，先小后大，如 ["1000.00", "50000.00"]',
    'should be two values, the smaller first: ["1000.00", "50000.00"]',
  ],
  'amount-quoted': [
    '金额应为带引号、两位小数的文字，如 "2000.00"',
    'an amount should be quoted text with two decimals: "2000.00"',
  ],
  'amount-form': [
    '金额应带两位小数，如 "2000.00"，不写逗号和单位',
    'an amount should have two decimals, without commas or units: "2000.00"',
  ],
  day: ['应为真实日期，如 "2023-09-30"', 'should be a real day, like "2023-09-30"'],
  year: ['年度应为四位数字', 'a year should be four digits'],
  clause: ['每条规则都应写明条款', 'every rule should name its clause'],
  quote: ['每条规则都应引用原文（至少4个字）', 'every rule should quote the document (at least 4 characters)'],
  every: [
    '应为 life（终身）、income-year（收入年度）、calendar-year（自然年）、half-year（半年）、quarter（季）、month（月）或 semester（学期）',
    'should be life, income-year, calendar-year, half-year, quarter, month or semester',
  ],
  unit: [`单位应为 ${UNITS.join('、')} 之一`, `the unit should be one of ${UNITS.join(', ')}`],
  'dated-value': [
    '每个参数值都应写明 from、to 和 value（或 year 和 value），金额要加引号并带两位小数',
    'every value needs from, to and value (or year and value); amounts are quoted with two decimals',
  ],
  'parameter-value': [
    '金额应为带引号、两位小数的文字，如 "2000.00"；个数写整数',
    'an amount should be quoted with two decimals; a count is a whole number',
  ],
  'two-choices': ['读法至少要有两种选择', 'a reading needs at least two choices'],
  for: [
    'for.each 应为 household、member、job、business、training、application、organisation、broker 或 institution',
    'for.each should be household, member, job, business, training, application, organisation, broker or institution',
  ],
  'rule-kind': [
    '规则类型 kind 应为 step、choice、bands、per-unit、flat、rate、difference 或 prices（butie policy kinds 逐一说明）',
    'the rule kind should be step, choice, bands, per-unit, flat, rate, difference or prices (butie policy kinds)',
  ],
  condition: [
    '条件应写成事实名，或 { not: 事实名 }、{ fact: 事实名, atLeast: 参数 }（above、atMost、below 同）、{ fact: 事实名, is: [词] }（isNot 同）、{ anyOf: [条件…] }',
    'a condition is a fact, or { not: fact }, { fact, atLeast: parameter } (or above, atMost, below), { fact, is: [words] } (or isNot), { anyOf: [conditions] }',
  ],
  round: [
    '取整应写成 round: { to: fen|jiao|yuan|ten-yuan|hundred-yuan, how: down|half-up|up }',
    'rounding is written round: { to: fen|jiao|yuan|ten-yuan|hundred-yuan, how: down|half-up|up }',
  ],
  monthly: ['应为 same-month（当月起）或 next-month（次月起）', 'should be same-month or next-month'],
  'pool-of': ['应为 payee（每个领取人）或 household（每户）', 'should be payee or household'],
  'place-level': [
    '应为 township、county、prefecture 或 province',
    'should be township, county, prefecture or province',
  ],
  'age-on': ['应为日期 "2024-09-01" 或月日 "09-01"', 'should be a day "2024-09-01" or a month and day "09-01"'],
  quantity: ['应为数字，最多四位小数', 'should be a number with four decimals at most'],
  'flag-kind': [
    '标记类型 kind 应为 below-line、condition 或 suggested-class',
    'the flag kind should be below-line, condition or suggested-class',
  ],
  'band-edge': [
    '档次的起止应为整数，或带引号、两位小数的金额；最后一档可写 to: up',
    'band edges should be whole numbers or quoted amounts; the last may be to: up',
  ],
  compare: [
    'compare 应为 count、at-most、equal、share、over、level、level-over 或 growth-over',
    'compare should be count, at-most, equal, share, over, level, level-over or growth-over',
  ],
  by: ['by 应为 community（社区）或 township（乡镇）', 'by should be community or township'],
  'clause-id': ['条款编号应为一个大写字母加数字，如 N5', 'a clause id is a capital letter and a number, like N5'],
  'check-code': ['检查编号应如 HHD-01', 'a check code is written like HHD-01'],
  'ledger-list': [
    'list 应为程序能填的台账种类之一，或 template（空表）',
    'list should be one the program can fill in, or template',
  ],
  due: [
    '期限应写成 on: "2021-06-30"、yearly: "06-25" 或 monthly: end',
    'write a due date as on: "2021-06-30", yearly: "06-25" or monthly: end',
  ],
  'override-format': ['第一行应为 format: butie-override/1', 'the file should begin with format: butie-override/1'],
  format: ['第一行应为 format: butie-pack/1', 'the file should begin with format: butie-pack/1'],
  version: ['版本号应加引号，如 "1"', 'the version should be quoted, like "1"'],
  status: ['status 应为 in-force（正式）或 draft（征求意见稿）', 'status should be in-force or draft'],
  time: ['time 应为 income-year（收入年度）或 as-of（认定日期）', 'time should be income-year or as-of'],
  'case-cell': [
    '单元格应为文字、整数或空（金额加引号）',
    'a cell should be text, a whole number or null (quote amounts)',
  ],
};

/** Issues of the schema as problems. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[], data: unknown, places: PackPlaces): PackProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], data, places));
}

function problemsOf(issue: z.core.$ZodIssue, prefix: Path, data: unknown, places: PackPlaces): PackProblem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const near = similar(key, packKeys());
      const [zh, en] = near === null ? ['', ''] : [`，是不是想写「${near}」？`, `; did you mean "${near}"?`];
      return places.problem(path, `「${key}」不是这里可用的键${zh}`, `"${key}" is not a key here${en}`, key);
    });
  }
  const value = valueAt(data, path);
  const name = String(path[path.length - 1] ?? '');
  if (issue.code === 'invalid_union' && value !== undefined) {
    const branch = closest(issue.errors);
    if (branch !== null) return branch.flatMap((one) => problemsOf(one, path, data, places));
  }
  const words = WORDS[issue.message] ?? fallback(issue);
  if (value === undefined && name !== '') {
    const parent = path.slice(0, -1);
    return [places.problem(parent, `缺少「${name}」：${words[0]}`, `"${name}" is missing: ${words[1]}`)];
  }
  const shown = typeof value === 'object' ? '' : `，现为 ${JSON.stringify(value)}`;
  const shownEn = typeof value === 'object' ? '' : `, is ${JSON.stringify(value)}`;
  return [places.problem(path, `「${name}」${words[0]}${shown}`, `"${name}" ${words[1]}${shownEn}`)];
}

/** Of several ways a value might have been right, the one that got furthest; null when none went below the value. */
function closest(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  const depth = (issues: readonly z.core.$ZodIssue[]): number =>
    Math.max(
      0,
      ...issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.path.length + 1 : issue.path.length)),
    );
  let best: readonly z.core.$ZodIssue[] | null = null;
  for (const issues of errors) if (depth(issues) > 0 && (best === null || issues.length < best.length)) best = issues;
  return best;
}

function fallback(issue: z.core.$ZodIssue): readonly [string, string] {
  switch (issue.code) {
    case 'invalid_value': {
      const options = issue.values.map(String).join('、');
      return [`应为 ${options} 之一`, `should be one of ${options}`];
    }
    case 'invalid_type':
      return [`应为${TYPES[issue.expected] ?? issue.expected}`, `should be of type ${issue.expected}`];
    case 'too_small':
      return ['内容太少或数字太小', 'is too short or too small'];
    case 'too_big':
      return ['数字太大', 'is too large'];
    case 'invalid_key':
      return ['编号应为小写英文单词、用连字符连接', 'ids should be lower-case words joined by hyphens'];
    default:
      return ['写法不对', 'is not written correctly'];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键值',
  record: '一组键值',
};

function valueAt(data: unknown, path: Path): unknown {
  let value: unknown = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}
