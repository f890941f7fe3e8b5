import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCheck } from '../../src/checks/index.js';
import { CLAUSES, clausesOf } from '../../src/policy/pack/clauses.js';
import { coverageOf, uncovered } from '../../src/policy/pack/coverage.js';
import { reportedItems } from '../../src/policy/pack/reported.js';
import type { Pack } from '../../src/policy/pack/pack.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

function load(id: string): Pack {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack, problems } = parsePack(readFileSync(file, 'utf8'), file);
  expect(problems).toEqual([]);
  if (pack === null) throw new Error(id);
  return pack;
}

function entryIds(pack: Pack): Set<string> {
  const lists = [pack.benefits, pack.flags, pack.targets, pack.ledgers, pack.calendar, pack.catalogue];
  return new Set(lists.flatMap((list) => list.map(({ id }) => id)));
}

test('the clause list has every id of the five documents', () => {
  expect(CLAUSES.map(({ letter, count }) => `${letter}${count}`)).toEqual(['N21', 'J34', 'P29', 'Y20', 'L23']);
  expect(CLAUSES.reduce((sum, { count }) => sum + count, 0)).toBe(127);
});

describe.each(CLAUSES)('$pack', ({ pack: id }) => {
  test('leaves no clause out and names each once', () => {
    const pack = load(id);
    expect(uncovered(pack)).toEqual([]);
    expect(coverageOf(pack).map(({ clause }) => clause)).toEqual(clausesOf(id));
  });

  test('names only clauses of its own document', () => {
    const pack = load(id);
    const entries = [
      ...pack.benefits,
      ...pack.pools,
      ...pack.flags,
      ...pack.targets,
      ...pack.checks,
      ...pack.ledgers,
      ...pack.calendar,
      ...pack.catalogue,
      ...pack.unmodelled,
    ];
    const own = new Set(clausesOf(id));
    expect(entries.flatMap(({ covers }) => covers ?? []).filter((clause) => !own.has(clause))).toEqual([]);
  });

  test('says by what, and that exists', () => {
    const pack = load(id);
    const ids = entryIds(pack);
    for (const { status, by, reason } of coverageOf(pack)) {
      expect(reason).not.toBe('');
      if (status === 'unmodelled') expect(by).toEqual([]);
      else expect(by.length).toBeGreaterThan(0);
      for (const one of by)
        if (status === 'check') expect(findCheck(one), one).toBeDefined();
        else expect(ids.has(one), one).toBe(true);
    }
  });
});

test('a clause that nothing names is told', () => {
  const pack = load('litong-2021-7');
  const without = { ...pack, benefits: pack.benefits.filter(({ id }) => id !== 'broker') };
  expect(uncovered(without)).toEqual(['L6']);
});

describe('what a person has to report', () => {
  test('is told clause by clause with unit and due day', () => {
    const items = reportedItems(load('jinping-2022-21'), '2022-03-01');
    expect(items.filter(({ indicator }) => indicator === 'J12').map(({ subject }) => subject)).toEqual([
      '完成投资',
      '计划投资',
      '报账金额',
      '戴帽资金',
    ]);
    expect(items.find(({ indicator }) => indicator === 'J1')).toMatchObject({ unit: '次', due: '2022-03-31' });
    expect(items.find(({ subject }) => subject === '聚龙社区')).toMatchObject({ unit: '是／否', due: '2022-12-31' });
  });

  test('is told from what the program counts itself', () => {
    const status = (clause: string) => coverageOf(load('jinping-2022-21')).find((one) => one.clause === clause)?.status;
    expect([status('J3'), status('J12'), status('J22')]).toEqual(['target', 'reported', 'reported']);
  });
});
