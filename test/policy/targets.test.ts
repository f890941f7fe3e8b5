import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/policy/assess/assessment.js';
import type { HouseholdRow, IndicatorRow, ServiceRow, SiteRow } from '../../src/domain/roster.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { weeksOf } from '../../src/policy/measures/register-measures.js';
import { reportedNumber, reportedYes } from '../../src/policy/measures/indicator-measures.js';
import type { Pack } from '../../src/policy/pack/pack.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { BLANK_HOUSEHOLD, BLANK_MEMBER } from './blank-rows.js';
import { rosterOf, type Rows } from './roster-of.js';

function load(id: string): Pack {
  const { pack } = parsePack(readFileSync(`src/policy/packs/${id}.yaml`, 'utf8'), id);
  if (pack === null) throw new Error(id);
  return pack;
}
const jinping = load('jinping-2022-21');
const pingluo = load('pingluo-draft');
const yuncheng = load('yuncheng-2021-1');

function target(pack: Pack, id: string, rows: Rows, asOf: string, parameters: Record<string, string> = {}): Target {
  const { targets } = assess({
    pack,
    roster: rosterOf(rows),
    asOf,
    period: asOf.slice(0, 7),
    readings: {},
    parameters,
  });
  const found = targets.find((one) => one.target === id);
  if (found === undefined) throw new Error(id);
  return found;
}

const household = (n: number, more: Partial<HouseholdRow>): HouseholdRow => ({
  ...BLANK_HOUSEHOLD,
  row: n,
  householdId: `H${n}`,
  ...more,
});
const report = (
  clause: string,
  subject: string,
  value: string,
  date: string | null = '2022-05-01',
  note: string | null = null,
): IndicatorRow => ({
  table: 0,
  row: 2,
  clause,
  subject,
  value,
  unit: null,
  date,
  note,
});
const registered = (count: number): HouseholdRow[] =>
  Array.from({ length: count }, (_, i) =>
    household(i + 1, { monitoringClass: '脱贫不稳定户', riskCleared: true, size: 4 }),
  );

describe('control totals', () => {
  test.each([
    [162, 'missed'],
    [163, 'met'],
    [164, 'missed'],
  ])('%i households on the register against 163: %s', (count, status) => {
    expect(target(jinping, 'register-households', { 住户: registered(count) }, '2022-12-31').status).toBe(status);
  });

  test('persons: the blank size of one household leaves it open, a difference says how much', () => {
    const rows = registered(163);
    expect(target(jinping, 'register-persons', { 住户: rows }, '2022-12-31')).toMatchObject({
      status: 'missed',
      value: '652',
    });
    const blank = rows.map((row, i) => (i === 0 ? { ...row, size: null } : row));
    expect(target(jinping, 'register-persons', { 住户: blank }, '2022-12-31').reason).toContain('另有1条资料不全');
  });

  test('a table without the column is not run', () => {
    const { targets } = assess({
      pack: jinping,
      roster: rosterOf({ 住户: registered(1) }, []),
      asOf: '2022-12-31',
      period: '2022-12',
      readings: {},
      parameters: {},
    });
    expect(targets.find(({ target: id }) => id === 'register-households')).toMatchObject({ status: 'not-run' });
  });
});

describe('shares and rates', () => {
  const people = (employed: number, all: number): Rows => ({
    住户: [household(1, { relocationBatch: '十三五' })],
    成员: Array.from({ length: all }, (_, i) => ({
      ...BLANK_MEMBER,
      row: i + 2,
      householdId: 'H1',
      labourSkill: '普通劳动力',
      employmentStatus: i < employed ? '务工' : '未就业',
    })),
  });

  test('no rate of the province: undecided, with the own rate shown', () => {
    expect(target(jinping, 'employment-rate', people(9, 10), '2022-12-31')).toMatchObject({
      status: 'undecided',
      value: '90.00%',
    });
  });

  test.each([
    ['90', 'met'],
    ['90.01', 'missed'],
    ['89.99', 'met'],
  ])('not below %s %%: %s, unrounded', (rate, status) => {
    expect(target(jinping, 'employment-rate', people(9, 10), '2022-12-31', { 'province-rate': rate }).status).toBe(
      status,
    );
  });

  test('two thirds do not reach 66.67 %, though rounding would say so', () => {
    expect(target(jinping, 'employment-rate', people(2, 3), '2022-12-31', { 'province-rate': '66.67' }).status).toBe(
      'missed',
    );
    expect(target(jinping, 'employment-rate', people(2, 3), '2022-12-31', { 'province-rate': '66.66' }).status).toBe(
      'met',
    );
  });
});

describe('income', () => {
  const grown = (now: number, before: number): Rows => ({
    住户: [household(1, { size: 3, perCapitaIncome: now, lastPerCapitaIncome: before })],
  });

  test.each([
    [1_080_000, 'missed'],
    [1_080_001, 'met'],
  ])('growth is strictly above 8 %%: %i', (now, status) => {
    expect(target(pingluo, 'income-growth', grown(now, 1_000_000), '2021-12-31').status).toBe(status);
  });

  test('is the ratio of sums, never the mean of ratios', () => {
    const rows = {
      住户: [
        household(1, { size: 1, perCapitaIncome: 200, lastPerCapitaIncome: 100 }),
        household(2, { size: 9, perCapitaIncome: 100_000, lastPerCapitaIncome: 100_000 }),
      ],
    };
    expect(target(pingluo, 'income-growth', rows, '2021-12-31')).toMatchObject({ status: 'missed', value: '0.01%' });
  });

  test('a household without last year leaves it open', () => {
    const rows = { 住户: [...(grown(2_000_000, 1_000_000).住户 ?? []), household(2, { size: 1, perCapitaIncome: 1 })] };
    expect(target(pingluo, 'income-growth', rows, '2021-12-31').status).toBe('undecided');
  });

  test.each([
    ['10000.00', 'missed'],
    ['9999.99', 'met'],
  ])('income per head strictly above %s: %s', (level, status) => {
    const rows = grown(1_000_000, 1);
    expect(target(jinping, 'income-level', rows, '2022-12-31', { 'prefecture-income': level }).status).toBe(status);
  });

  test('nearly reached is 95 % of the level, included', () => {
    expect(
      target(pingluo, 'level-near-county', grown(950_000, 1), '2025-12-31', { 'county-income': '10000.00' }).status,
    ).toBe('met');
    expect(
      target(pingluo, 'level-near-county', grown(949_999, 1), '2025-12-31', { 'county-income': '10000.00' }).status,
    ).toBe('missed');
  });
});

describe('reported figures', () => {
  test.each([
    [14, 'missed'],
    [15, 'met'],
  ])('%i events of at least 15: %s; the same one twice is one', (count, status) => {
    const events = Array.from({ length: count }, (_, i) => report('J22', '大公田', '1', '2022-03-01', `第${i}场`));
    const rows = { 指标填报: [...events, events[0] ?? report('J22', '', '1')] };
    expect(target(jinping, 'events', rows, '2022-12-31').status).toBe(status);
  });

  test('events of another year and after as-of do not count; nothing reported is undecided, no table not run', () => {
    const early = Array.from({ length: 20 }, (_, i) => report('J22', '大公田', '1', '2021-03-01', String(i)));
    expect(target(jinping, 'events', { 指标填报: early }, '2022-12-31').status).toBe('undecided');
    expect(target(jinping, 'events', {}, '2022-12-31').status).toBe('not-run');
  });

  test('the newest report of a subject counts', () => {
    const rows = {
      指标填报: [
        report('J12', '完成投资', '80', '2022-06-30'),
        report('J12', '完成投资', '100.00', '2022-12-20'),
        report('J12', '计划投资', '100', '2022-01-10'),
      ],
    };
    expect(target(jinping, 'project-progress', rows, '2022-12-31').status).toBe('met');
    expect(target(jinping, 'project-progress', rows, '2022-11-30')).toMatchObject({
      status: 'missed',
      value: '80.00%',
    });
  });

  test('four must and two should, each by name', () => {
    const yes = ['大公田社区', '聚龙', '里郎社区', '敦寨镇新城社区'].map((name) => report('J14', name, '是'));
    expect(target(jinping, 'collective-must', { 指标填报: yes }, '2022-12-31').status).toBe('met');
    expect(target(jinping, 'collective-must', { 指标填报: yes.slice(1) }, '2022-12-31').status).toBe('undecided');
    const no = [...yes.slice(1), report('J14', '大公田社区', '否')];
    expect(target(jinping, 'collective-must', { 指标填报: no }, '2022-12-31').status).toBe('missed');
  });

  test('numbers and answers are read as written, anything else is unknown', () => {
    expect([reportedNumber('1,234.5'), reportedNumber('-0.5'), reportedNumber('约三'), reportedNumber(null)]).toEqual([
      1234.5,
      -0.5,
      null,
      null,
    ]);
    expect([reportedYes('是'), reportedYes('0'), reportedYes('3'), reportedYes('部分')]).toEqual([
      true,
      false,
      true,
      null,
    ]);
  });
});

describe('settlements', () => {
  const site = (more: Partial<SiteRow>): Rows => ({
    安置点: [
      {
        table: 0,
        row: 2,
        name: '甲',
        township: null,
        population: 900,
        formerPoor: 800,
        workshopPosts: 40,
        workshopMovers: 20,
        workshopMinutes: 20,
        willingHouseholds: 40,
        willingPersons: 60,
        teamSize: 3,
        ...more,
      },
    ],
  });
  const at = '2024-10-31';

  test.each([
    ['small-sites-workshop', { workshopPosts: 0 }, 'missed'],
    ['small-sites-workshop', { formerPoor: 801, workshopPosts: 0 }, 'undecided'],
    ['workshop-near', {}, 'met'],
    ['workshop-near', { workshopMinutes: 21 }, 'missed'],
    ['mover-posts', {}, 'met'],
    ['mover-posts', { workshopMovers: 19 }, 'missed'],
    ['mover-posts', { workshopMovers: null }, 'undecided'],
    ['workshop-roomy', {}, 'met'],
    ['workshop-roomy', { willingHouseholds: 41 }, 'missed'],
    ['teams', { formerPoor: 100, teamSize: 2 }, 'missed'],
    ['teams', { formerPoor: 99, teamSize: 2 }, 'undecided'],
    ['teams', { formerPoor: 100 }, 'met'],
  ] as const)('%s %o: %s', (id, more, status) => {
    expect(target(yuncheng, id, site(more), at).status).toBe(status);
  });
});

describe('visits', () => {
  const service = (date: string, kind: string): ServiceRow => ({
    table: 0,
    row: 2,
    name: '张三',
    personId: 'P',
    kind,
    date,
    result: null,
    note: null,
  });

  test('weeks, Monday to Sunday, belong to the month in which they end', () => {
    expect(weeksOf('2022-12-31')).toEqual([
      ['2022-11-28', '2022-12-04'],
      ['2022-12-05', '2022-12-11'],
      ['2022-12-12', '2022-12-18'],
      ['2022-12-19', '2022-12-25'],
    ]);
  });

  test('a week without a visit is missed', () => {
    const rows = (dates: readonly string[]): Rows => ({
      住户: [household(1, { headId: 'P', monitoringClass: '边缘易致贫户' })],
      服务: dates.map((date) => service(date, '走访')),
    });
    expect(
      target(jinping, 'weekly-knock', rows(['2022-11-28', '2022-12-05', '2022-12-18', '2022-12-25']), '2022-12-31')
        .status,
    ).toBe('met');
    expect(target(jinping, 'weekly-knock', rows(['2022-12-04', '2022-12-05', '2022-12-25']), '2022-12-31').status).toBe(
      'missed',
    );
  });
});

describe('unknown data that could tip a share', () => {
  test('one household of two that says nothing leaves it open; one that says no does not', () => {
    const at = (status: string | null): Target =>
      target(
        jinping,
        'household-employed',
        {
          住户: [household(1, {}), household(2, {})],
          成员: ['务工', status].map((employmentStatus, i) => ({
            ...BLANK_MEMBER,
            row: i + 2,
            householdId: `H${i + 1}`,
            labourSkill: '普通劳动力',
            employmentStatus,
            workMonths: employmentStatus === '务工' ? 6 : null,
          })),
        },
        '2022-12-31',
      );
    expect(at('务工').status).toBe('met');
    expect(at(null).status).toBe('undecided');
    expect(at('未就业').status).toBe('missed');
  });
});
