import { ORGANISATION_KINDS, TRAINING_KINDS, WORKER_CATEGORIES } from '../../domain/listed-words.js';
import { isWithinYear } from '../assess/periods.js';
import { namesWord } from '../kinds/word-match.js';
import { homePrefecture } from '../places/place-class.js';
import { isKnownProvince } from '../places/provinces.js';
import type { PackPlaces, Path } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import { parseParameter } from './parse-parameter.js';
import { similar } from './similar.js';

/** When a benefit is due: times that would never be honoured, months of something that has none. */
export function timeProblems(pack: Pack, i: number, places: PackPlaces): PackProblem[] {
  const benefit = pack.benefits[i];
  if (benefit === undefined) return [];
  const problems: PackProblem[] = [];
  const path = ['benefits', i];
  const report = (at: string, zh: string, en: string): void => {
    problems.push(places.problem([...path, at], zh, en));
  };
  const { every, monthly, times, rule } = benefit;
  const within = isWithinYear(every);
  if (pack.time === 'income-year' && (within || monthly !== undefined))
    report(
      'every',
      '按收入年度核算（time: income-year）的政策不能按月、季、半年或学期发；改为 time: as-of，或写 income-year、calendar-year',
      'a pack by income year pays by year: use time: as-of for months, quarters, half-years or terms',
    );
  if (monthly !== undefined && !within && every !== 'calendar-year')
    report(
      'monthly',
      '逐月计算（monthly）时 every 应为 month、quarter、half-year、semester 或 calendar-year',
      'monthly needs every: month, quarter, half-year, semester or calendar-year',
    );
  if (monthly !== undefined && rule.kind === 'per-unit')
    report('monthly', 'per-unit 规则不能逐月计算', 'a per-unit rule cannot be worked out month by month');
  if (monthly !== undefined && benefit.for.each === 'application')
    report(
      'monthly',
      '申请表里的月数用规则的 per: months 计算，不用 monthly',
      'the months of a claim are counted by per: months of the rule, not by monthly',
    );
  if (times === undefined) return problems;
  if (rule.kind === 'per-unit')
    report('times', 'per-unit 规则的次数写在 rule.unit.times', 'a per-unit rule says its times in rule.unit.times');
  const most = typeof times === 'number' ? times : times.most;
  const other = typeof times === 'number' ? every : times.every;
  if (benefit.for.each !== 'application' && other === every && most > 1)
    report(
      'times',
      `同一时期内已发的会扣掉，所以 times: ${most} 不起作用；每次都要发的，把 every 写短（如 month），再写 times: { most: ${most}, every: ${every} }`,
      `what was paid for the same time is taken off, so times: ${most} would do nothing: shorten every and write times: { most: ${most}, every: ${every} }`,
    );
  if (LENGTH[other] < LENGTH[every] && benefit.for.each !== 'application')
    report(
      'times',
      'times 的 every 不能比补贴本身的 every 短',
      'the every of times cannot be shorter than that of the benefit',
    );
  return problems;
}

const LENGTH = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  semester: 6,
  'calendar-year': 12,
  'income-year': 12,
  life: 1000,
} as const;

/** Words that no roster has: a 单位类型, 培训类别 or 人员类别 that would never be met, and so pay nobody. */
export function targetProblems(pack: Pack, i: number, places: PackPlaces): PackProblem[] {
  const target = pack.benefits[i]?.for;
  if (target === undefined) return [];
  const path = ['benefits', i, 'for'];
  switch (target.each) {
    case 'organisation':
      return [
        ...unknownWords(target.kinds, ORGANISATION_KINDS, [...path, 'kinds'], '单位类型', places),
        ...unknownWords(
          target.workers?.categories ?? [],
          WORKER_CATEGORIES,
          [...path, 'workers', 'categories'],
          '人员类别',
          places,
        ),
      ];
    case 'broker':
      return unknownWords(target.kinds, ORGANISATION_KINDS, [...path, 'kinds'], '单位类型', places);
    case 'training':
      return unknownWords(target.kinds, TRAINING_KINDS, [...path, 'kinds'], '培训类别', places);
    case 'institution':
      return [
        ...unknownWords(target.kinds, ORGANISATION_KINDS, [...path, 'kinds'], '单位类型', places),
        ...unknownWords(target.trainings, TRAINING_KINDS, [...path, 'trainings'], '培训类别', places),
      ];
    case 'application':
      return twice(target.kinds, [...path, 'kinds'], places);
    default:
      return [];
  }
}

function unknownWords(
  words: readonly string[],
  known: readonly string[],
  path: Path,
  column: string,
  places: PackPlaces,
): PackProblem[] {
  return words.flatMap((word, k) => {
    if (known.includes(word)) return [];
    const near = similar(word, known);
    return [
      places.problem(
        [...path, k],
        `「${column}」没有「${word}」这个词${near === null ? '' : `，是不是「${near}」？`}（可用：${known.join('、')}）；别的补贴项目请用申请表（each: application）`,
        `${column} has no word "${word}"${near === null ? '' : `; did you mean "${near}"?`} (it has: ${known.join(', ')}); other subsidies are claimed in 申请 (each: application)`,
      ),
    ];
  });
}

function twice(words: readonly string[], path: Path, places: PackPlaces): PackProblem[] {
  return words.flatMap((word, k) =>
    namesWord(words.slice(0, k), word) === undefined
      ? []
      : [places.problem([...path, k], `「${word}」写了两次`, `"${word}" is given twice`)],
  );
}

/** Tables of prices and classes of places whose lines cannot be right. */
export function priceProblems(pack: Pack, places: PackPlaces): PackProblem[] {
  return [
    ...Object.entries(pack.prices).flatMap(([list, { items }]) =>
      Object.entries(items).flatMap(([word, { values, between }]) => {
        const path = ['prices', list, 'items', word];
        const [least, most] = between.map((bound) => parseParameter(bound, 'yuan'));
        return values.flatMap((entry, k) => {
          const value = parseParameter(entry.value, 'yuan');
          if (value === null)
            return [
              places.problem(
                [...path, 'values', k, 'value'],
                `单价应为带引号、两位小数的金额，现为 ${JSON.stringify(entry.value)}`,
                `a price should be a quoted amount with two decimals, is ${JSON.stringify(entry.value)}`,
              ),
            ];
          if (value < (least ?? 0) || value > (most ?? value))
            return [
              places.problem(
                [...path, 'values', k, 'value'],
                `应在 between 写明的${between.join('至')}元之间，现为 ${entry.value}`,
                `should lie within ${between.join(' to ')} (between), is ${entry.value}`,
              ),
            ];
          return [];
        });
      }),
    ),
    ...pack.placeClasses.flatMap((one, i) => placeClassProblems(pack, i, one, places)),
  ];
}

function placeClassProblems(
  pack: Pack,
  i: number,
  one: Pack['placeClasses'][number],
  places: PackPlaces,
): PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (at: Path, zh: string, en: string): void => {
    problems.push(places.problem(['placeClasses', i, ...at], zh, en));
  };
  const ways = [one.provinces, one.prefectures, one.counties, one.outside, one.abroad, one.rest];
  if (ways.every((way) => way === undefined))
    report(
      [],
      '应写明这一类包括哪些地方：provinces、prefectures、counties、outside、abroad 或 rest',
      'say which places it holds: provinces, prefectures, counties, outside, abroad or rest',
    );
  if (one.rest === true && pack.placeClasses.slice(i + 1).some(({ abroad }) => abroad !== true))
    report(['rest'], '「其余」（rest）应为最后一类', 'rest should be the last class');
  one.provinces?.forEach((province, k) => {
    if (!isKnownProvince(province))
      report(
        ['provinces', k],
        `没有「${province}」这个省级名称，写简称如 甘肃、内蒙古`,
        `"${province}" is no province; write 甘肃, 内蒙古`,
      );
  });
  if ((one.outside === 'prefecture' || one.outside === 'county') && homePrefecture(pack.home) === null)
    report(
      ['outside'],
      '要判断市外、县外，home 中应写明 prefecture（所在的市、州）',
      'to tell what lies outside the prefecture or county, home needs its prefecture',
    );
  return problems;
}
