import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dueDates } from '../../src/policy/pack/calendar.js';
import type { Pack } from '../../src/policy/pack/pack.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

function load(id: string): Pack {
  const { pack } = parsePack(readFileSync(`src/policy/packs/${id}.yaml`, 'utf8'), id);
  if (pack === null) throw new Error(id);
  return pack;
}

test('quarterly reports are due on the 25th, 03-25 marked as not in the text', () => {
  const due = dueDates([load('jinping-2022-21')], '2022-01-01', '2022-12-31').filter(
    ({ id }) => id === 'quarterly-report',
  );
  expect(due.map(({ day, note }) => [day, note])).toEqual([
    ['2022-03-25', '文中未列'],
    ['2022-06-25', null],
    ['2022-09-25', null],
    ['2022-12-25', null],
  ]);
});

test('half-years of 利通区 and 平罗县, both ends of the span included', () => {
  const due = dueDates([load('litong-2021-7'), load('pingluo-draft')], '2022-06-30', '2022-12-31');
  const half = due
    .filter(({ id }) => id === 'half-years' || id === 'infrastructure')
    .map(({ pack, day }) => `${pack} ${day}`);
  expect(half).toEqual([
    'litong-2021-7 2022-06-30',
    'pingluo-draft 2022-06-30',
    'litong-2021-7 2022-12-31',
    'pingluo-draft 2022-12-31',
  ]);
});

test('single days stand where the document puts them; recurring ones end with the window', () => {
  expect(dueDates([load('litong-2021-7')], '2024-01-01', '2024-12-31')).toEqual([]);
  expect(dueDates([load('pingluo-draft')], '2021-06-01', '2021-07-31').map(({ id, day }) => `${id} ${day}`)).toEqual([
    'task-force 2021-06-30',
    'labour-plan 2021-06-30',
    'infrastructure 2021-06-30',
    'infrastructure 2021-07-31',
  ]);
});

test('the last day of every month', () => {
  const due = dueDates([load('litong-2021-7')], '2022-01-31', '2022-03-01').filter(({ id }) => id === 'monthly-report');
  expect(due.map(({ day }) => day)).toEqual(['2022-01-31', '2022-02-28']);
});
