import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { HouseholdRow } from '../../src/domain/roster.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { BLANK_HOUSEHOLD } from './blank-rows.js';
import { rosterOf } from './roster-of.js';

const { pack } = parsePack(readFileSync('src/policy/packs/jinping-2022-21.yaml', 'utf8'), 'jinping');

/** What is suggested for a household of two with 20 000 yuan, where the line is 7 000 a head. */
function suggested(more: Partial<HouseholdRow>): [string | null, string] | null {
  if (pack === null) throw new Error('jinping');
  const row: HouseholdRow = {
    ...BLANK_HOUSEHOLD,
    householdId: 'H1',
    headName: '张三',
    householdType: '脱贫户',
    size: 2,
    incomeYear: 2022,
    wageIncome: 2_000_000,
    ...more,
  };
  const { flags } = assess({
    pack,
    roster: rosterOf({ 住户: [row] }),
    asOf: '2022-10-31',
    period: '2022-10',
    readings: {},
    parameters: { 'monitoring-line@2022': '7000' },
  });
  const flag = flags.find((one) => one.flag === 'suggested-class');
  return flag === undefined ? null : [flag.value, flag.status];
}

test.each<[string, Partial<HouseholdRow>, [string, string] | null]>([
  ['nothing stated', {}, null],
  ['a remark alone', { remark: '户主因病住院，大病' }, null],
  ['cost that leaves exactly the line', { unavoidableCost: 600_000 }, null],
  ['a fen more than that', { unavoidableCost: 600_001 }, ['突发严重困难户', 'yes']],
  ['a risk and no figure', { riskKind: '因病' }, ['突发严重困难户', 'undecided']],
  ['a risk and a cost that it can bear', { riskKind: '因病', unavoidableCost: 100_000 }, null],
  ['no risk', { riskKind: '无' }, null],
  ['under the line', { wageIncome: 1_000_000 }, ['脱贫不稳定户', 'yes']],
  ['under the line, never poor', { wageIncome: 1_000_000, householdType: '一般农户' }, ['边缘易致贫户', 'yes']],
  ['on the register by class', { monitoringClass: '边缘易致贫户', wageIncome: 0 }, null],
  ['on the register by its day', { identifiedOn: '2022-03', unavoidableCost: 1_900_000 }, null],
])('%s', (_, more, expected) => {
  expect(suggested(more)).toEqual(expected);
});
