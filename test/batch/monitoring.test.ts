import { describe, expect, test } from 'vitest';
import {
  follow,
  missingMonths,
  monthsBetween,
  problemId,
  shownHousehold,
  type EarlierMonth,
  type OpenProblem,
} from '../../src/batch/monitor/monitoring.js';
import { earlierFromFlags, earlierFromProblems, periodOfPath } from '../../src/batch/monitor/monitoring-earlier.js';

function problem(household: string, what = 'zero-employment', over: Partial<OpenProblem> = {}): OpenProblem {
  return {
    id: problemId('flag', what, household),
    kind: 'flag',
    what,
    name: '零就业家庭',
    policies: ['p'],
    level: 'warning',
    undecided: false,
    householdId: household,
    who: null,
    township: null,
    community: null,
    clauses: [],
    reason: '无人就业',
    scope: null,
    ...over,
  };
}

function month(period: string, ...problems: OpenProblem[]): EarlierMonth {
  return {
    period,
    problems: problems.map((one) => ({ ...one, since: period })),
    kinds: ['flag'],
    employed: null,
    followUps: new Map(),
    standing: null,
  };
}

const all = { households: new Set(['H1', 'H2', 'H3']), blind: new Set<string>(), policies: new Set(['p']) };
const states = (result: ReturnType<typeof follow>): string[] =>
  result.problems.map((one) => `${one.householdId ?? ''} ${one.progress} ${one.since} ${one.ageMonths}`);

describe('problems through the months', () => {
  test('without earlier months everything is new', () => {
    expect(states(follow('2024-10', [problem('H1')], [], all))).toEqual(['H1 new 2024-10 1']);
  });

  test('new, still open since the first month of the unbroken run, cleared', () => {
    const earlier = [month('2024-09', problem('H1'), problem('H2')), month('2024-08', problem('H1'))];
    const result = follow('2024-10', [problem('H1'), problem('H3')], earlier, all);
    expect(states(result)).toEqual(['H1 still-open 2024-08 3', 'H3 new 2024-10 1', 'H2 cleared 2024-09 2']);
    expect(result.months).toEqual({ given: ['2024-08', '2024-09'], missing: [] });
  });

  test('a problem that went away and came back begins anew', () => {
    const earlier = [month('2024-07', problem('H1')), month('2024-08'), month('2024-09', problem('H1'))];
    expect(states(follow('2024-10', [problem('H1')], earlier, all))).toEqual(['H1 still-open 2024-09 2']);
  });

  test('a month that looked at flags only closes no finding', () => {
    const finding = problem('H1', 'HHD-05', { kind: 'finding', id: 'WT-x' });
    const first = { ...month('2024-08', finding), kinds: ['flag', 'finding'] as const };
    expect(states(follow('2024-10', [finding], [first, month('2024-09')], all))).toEqual(['H1 still-open 2024-08 3']);
  });

  test('a household that is gone, data that are missing and a pack that was left out strike nothing off', () => {
    const earlier = [month('2024-09', problem('H9'), problem('H1'), problem('H2', 'other', { policies: ['q'] }))];
    const result = follow('2024-10', [], earlier, { ...all, blind: new Set(['zero-employment']) });
    expect(states(result).map((text) => text.split(' ')[1])).toEqual(['unseen', 'unseen', 'unseen']);
  });

  test('months nobody gave are listed', () => {
    expect(missingMonths(['2023-11', '2024-01'], '2024-03')).toEqual(['2023-12', '2024-02']);
    expect(monthsBetween('2023-11', '2024-03')).toBe(4);
  });
});

describe('problem numbers', () => {
  test('are the same whatever the month, file or pack, and differ by kind and household', () => {
    expect(problemId('flag', 'zero-employment', 'H1')).toBe(problemId('flag', 'zero-employment', 'H1'));
    expect(new Set(['H1', 'H2'].flatMap((id) => [problemId('flag', 'a', id), problemId('target', 'a', id)])).size).toBe(
      4,
    );
  });

  test('are not made of a bare ID number', () => {
    expect(shownHousehold('640181199001010010')).toBe('6401**********0010');
    expect(shownHousehold('HH0012')).toBe('HH0012');
  });
});

describe('earlier months from files', () => {
  test('a problem ledger keeps since; what was cleared in it is no longer open', () => {
    const row = {
      problem_id: 'WT-1',
      period: '2024-09',
      kind: 'flag',
      what: 'x',
      progress: 'still-open',
      since: '2024-02',
    };
    const earlier = earlierFromProblems([row, { ...row, problem_id: 'WT-2', progress: 'cleared' }]);
    expect(earlier?.problems.map(({ id, since }) => [id, since])).toEqual([['WT-1', '2024-02']]);
    expect(earlierFromProblems([row, { ...row, period: '2024-08' }])).toBeNull();
  });

  test('a flags.csv gives the numbers that this month gives', () => {
    const earlier = earlierFromFlags(
      [{ flag: 'zero-employment', status: 'yes', household_id: 'H1', clause: '文 一' }],
      '2024-09',
      [],
    );
    expect(earlier.problems[0]?.id).toBe(problemId('flag', 'zero-employment', 'H1'));
  });

  test('the month of a path', () => {
    expect(periodOfPath('监测/2024-09/flags.csv')).toBe('2024-09');
    expect(periodOfPath('out/2023-12/名册202410.xlsx')).toBe('2024-10');
    expect(periodOfPath('2024年09月')).toBe('2024-09');
    expect(periodOfPath('名册.xlsx')).toBeNull();
    expect(periodOfPath('x20241301.csv')).toBeNull();
  });
});
