import { dayFromNumber, dayNumber } from '../../domain/calendar.js';
import type { PackPlaces, Path } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import type { Parameter } from './schema.js';
import { inRange, rangeText, sensibleRange } from './parameter-range.js';
import { parseParameter } from './parse-parameter.js';
import type { Unit } from '../../domain/unit.js';

/** Values of parameters that are not of their unit, or whose times end before they begin, overlap or leave a gap. */
export function parameterProblems(pack: Pack, places: PackPlaces): PackProblem[] {
  return Object.entries(pack.parameters).flatMap(([id, parameter]) => oneParameter(id, parameter, places));
}

function oneParameter(id: string, parameter: Parameter, places: PackPlaces): PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (path: Path, zh: string, en: string): void => {
    problems.push(places.problem(path, zh, en));
  };
  const bounds = (parameter.between ?? []).map((bound) => parseParameter(bound, parameter.unit));
  const [least, most] = bounds;
  if (bounds.includes(null) || (typeof least === 'number' && typeof most === 'number' && least > most))
    report(
      ['parameters', id, 'between'],
      'between 应为单位相符的两个值，先小后大，如 ["1000.00", "50000.00"]',
      'between should be two values of the unit, the smaller first: ["1000.00", "50000.00"]',
    );
  const spans: { from: string; to: string; index: number }[] = [];
  const years = new Set<number>();
  parameter.values.forEach((entry, index) => {
    const path = ['parameters', id, 'values', index];
    if (parseParameter(entry.value, parameter.unit) === null || (parameter.unit === 'yuan' && !isAmount(entry.value))) {
      const form = FORMS[parameter.unit] ?? { zh: '整数', en: 'a whole number' };
      report(
        [...path, 'value'],
        `单位为 ${parameter.unit} 的参数值应为${form.zh}，现为 ${JSON.stringify(entry.value)}`,
        `the value of a parameter in ${parameter.unit} should be ${form.en}, is ${JSON.stringify(entry.value)}`,
      );
    }
    const value = parseParameter(entry.value, parameter.unit);
    if (parameter.between !== undefined && value !== null && !inRange(value, sensibleRange(parameter))) {
      const range = rangeText(sensibleRange(parameter), parameter.unit);
      report(
        [...path, 'value'],
        `应在 between 写明的${range.zh}之间，现为 ${entry.value}`,
        `should lie within ${range.en} (between), is ${entry.value}`,
      );
    }
    if ('year' in entry) {
      if (years.has(entry.year)) report(path, `${entry.year}年写了两个值`, `${entry.year} has two values`);
      years.add(entry.year);
    } else if (entry.from > entry.to) {
      report(path, `应先起后止，现为${entry.from}至${entry.to}`, `ends before it begins: ${entry.from} to ${entry.to}`);
    } else spans.push({ from: entry.from, to: entry.to, index });
  });
  if (years.size > 0 && spans.length > 0)
    report(
      ['parameters', id, 'values'],
      '同一参数不能既按年度又按起止日期写值',
      'give values by year or by dates, not both',
    );
  spans.sort((a, b) => (a.from < b.from ? -1 : 1));
  for (let i = 1; i < spans.length; i++) {
    const [before, after] = [spans[i - 1], spans[i]];
    if (before === undefined || after === undefined) continue;
    const next = dayFromNumber(dayNumber(before.to) + 1);
    const path = ['parameters', id, 'values', after.index, 'from'];
    if (after.from <= before.to)
      report(
        path,
        `时间重叠：前一个值到${before.to}为止，这一个从${after.from}起`,
        `overlaps: the value before ends ${before.to}, this begins ${after.from}`,
      );
    else if (after.from !== next)
      report(
        path,
        `时间有空档：前一个值到${before.to}为止，这一个应从${next}起，现从${after.from}起`,
        `a gap: the value before ends ${before.to}, this should begin ${next}, begins ${after.from}`,
      );
  }

  return problems;
}

const FORMS: Readonly<Partial<Record<Unit, { readonly zh: string; readonly en: string }>>> = {
  yuan: { zh: '带引号、两位小数的金额，如 "2000.00"', en: 'a quoted amount like "2000.00"' },
  percent: { zh: '数字，小数加引号，如 "3.65"', en: 'a number, quoted where it has decimals: "3.65"' },
  quantity: { zh: '数字，小数加引号，如 "2.5"', en: 'a number, quoted where it has decimals: "2.5"' },
  share: { zh: '带引号的分数，如 "2/3"', en: 'a quoted fraction like "2/3"' },
};

function isAmount(value: string | number): boolean {
  return typeof value === 'string' && /^\d+\.\d{2}$/.test(value);
}
