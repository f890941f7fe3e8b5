import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Settler, type Settlement } from '../../src/batch/run/settle.js';
import { EMPTY_HISTORY, type History } from '../../src/domain/history.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { BLANK_BUSINESS, BLANK_HOUSEHOLD, rosterOf } from './blank-rows.js';

const file = 'src/policy/packs/ningdong-2023-62.yaml';
const { pack } = parsePack(readFileSync(file, 'utf8'), file);

/** What a household with a shop and a farm is paid for a year, after what was paid before. */
function paid(reading: string, year: number, shop: string, farm: number, history: History, id = 'H1'): Settlement {
  if (pack === null) throw new Error('the pack does not parse');
  const roster = rosterOf({
    住户: [{ ...BLANK_HOUSEHOLD, householdId: id, relocationBatch: '十三五', size: 1, incomeYear: year }],
    经营: [
      {
        ...BLANK_BUSINESS,
        householdId: id,
        kind: '个体工商户',
        creditCode: shop,
        status: '正常',
        registeredOn: '2021-01-01',
        evidence: '执照',
      },
      { ...BLANK_BUSINESS, householdId: id, kind: '种植业', income: farm, evidence: '证明' },
    ],
  });
  const readings = { 'business-again': reading };
  const asOf = `${year}-12-31`;
  const { entitlements } = assess({ pack, roster, asOf, period: asOf.slice(0, 7), readings, parameters: {} });
  const bonus = entitlements.find(({ benefitId }) => benefitId === 'business-bonus');
  if (bonus?.outcome !== 'entitled') throw new Error('no business bonus');
  return new Settler(history).settle(bonus);
}

function after({ charges }: Settlement): History {
  return {
    ...EMPTY_HISTORY,
    charged: (key) => {
      const known = charges.find((charge) => charge.key === key);
      return { amount: known?.amount ?? 0, count: known?.count ?? 0, lines: [] };
    },
  };
}

const SHOP = '92640100MA00000001';
const OTHER = '92640100MA00000002';

test('a shop earns once in the policy under `once`, every year by default', () => {
  const first = paid('yearly', 2023, SHOP, 0, EMPTY_HISTORY);
  expect(first.amount).toBe(200_000);
  expect(paid('yearly', 2024, SHOP, 0, after(first)).amount).toBe(200_000);
  // History counts the shop although nothing capped it then.
  expect(paid('once', 2024, SHOP, 0, after(first))).toMatchObject({ amount: 0, cutBy: ['limit:once-each'] });
  expect(paid('once', 2024, OTHER, 0, after(first)).amount).toBe(200_000);
  expect(paid('once', 2024, SHOP, 0, after(first), 'H2').amount).toBe(0);
});

test('a farm that reaches the line by itself needs no shop', () => {
  const first = paid('once', 2023, SHOP, 0, EMPTY_HISTORY);
  expect(paid('once', 2024, SHOP, 800_000, after(first)).amount).toBe(200_000);
  expect(paid('once', 2024, SHOP, 799_999, after(first)).amount).toBe(0);
});
