import { expect, test } from 'vitest';
import { ASK_SINGLY } from '../../src/ledger/read/charge-sums.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { AT, content, origin, POLICY, tempLedger } from './batch-fixture.js';

const ACT = { by: '出纳', at: AT };
const HOUSEHOLDS = [1, 2, 3, 4, 5, 6];

/** Two years of six households: one line failed, one stopped, one partly reversed; the second year pays 5 elsewhere. */
function twoYears(): Ledger {
  const ledger = tempLedger();
  for (const [period, year] of [
    ['2023-10', 2023],
    ['2024-10', 2024],
  ] as const) {
    const batch = content(
      period,
      HOUSEHOLDS.map((household) => ({
        household,
        amount: 100_000,
        year,
        ...(household === 5 && year === 2024 ? { account: '6228480099999999' } : {}),
      })),
    );
    ledger.saveDraft(batch, origin(), AT);
    ledger.approve(batch.batchId, { by: '审核人', at: AT });
    ledger.stop(batch.batchId, [6], '停发', ACT);
    const file = { name: 'b', sha256: '', count: 5, total: 500_000 };
    ledger.markExported(batch.batchId, { format: 'csv', files: [file], leftOut: [] }, ACT);
    const results = [1, 2, 3, 4, 5].map((lineNo) => {
      const outcome = lineNo === 2 ? ('failed' as const) : ('paid' as const);
      return { lineNo, outcome, code: null, text: null, day: null };
    });
    ledger.recordReturns(batch.batchId, { file: 'r', sha256: period, coverage: 'full', results }, ACT);
    ledger.reverse(batch.batchId, 3, { reason: '多发', amount: 40_000 }, ACT);
  }
  const draft = content('2024-11', [{ household: 1, amount: 100_000 }]);
  ledger.saveDraft(draft, origin(), AT);
  return ledger;
}

test('history says the same whether keys are asked for one by one or were read all at once', () => {
  const history = twoYears().history();
  const keys = [2023, 2024, 2025].flatMap((year) =>
    HOUSEHOLDS.flatMap((household) =>
      content('2024-10', [{ household, amount: 1, year }]).lines.flatMap(({ charges }) =>
        charges.map(({ key }) => key),
      ),
    ),
  );
  const ask = () => {
    return keys.map((key) => {
      const { amount, count, lines } = history.charged(key);
      return { key, amount, count, lines: [...lines] };
    });
  };
  const singly = ask();
  for (const key of keys.slice(0, 2)) for (let n = 0; n <= ASK_SINGLY; n++) history.charged(key);
  expect(ask()).toEqual(singly);
  const of2024 = singly.slice(12, 24).map(({ amount }) => amount);
  expect(of2024).toEqual([100_000, 200_000, 0, 0, 60_000, 120_000, 100_000, 200_000, 100_000, 200_000, 0, 0]);
});

test('a name of a household that is full of bars does not blur the groups', () => {
  const ledger = tempLedger();
  const [plain] = content('2024-10', [{ household: 1, amount: 100_000 }]).lines;
  if (plain === undefined) throw new Error('no line');
  const key = 'ningdong-2023-62|bonus|household:𠮷|𠮷|life';
  const batch = content('2024-10', [
    { household: 1, amount: 100_000, extraCharges: [{ key, amount: 100_000, count: 1, maxAmount: null, maxCount: 1 }] },
  ]);
  ledger.saveDraft(batch, origin(), AT);
  ledger.approve(batch.batchId, { by: '审核人', at: AT });
  const history = ledger.history();
  const around = [key, `${key.slice(0, -4)}2024`, 'ningdong-2023-62|bonus|household:𠮷|life', 'clawback|household:1'];
  const ask = () => around.map((one) => history.charged(one).amount);
  const singly = ask();
  expect(singly).toEqual([100_000, 0, 0, 0]);
  for (const one of around) for (let n = 0; n <= ASK_SINGLY; n++) history.charged(one);
  expect(ask()).toEqual(singly);
});

test('other accounts are told the same one by one and after many were asked for', () => {
  const history = twoYears().history();
  const accounts = ['6228480000000001', '6228480000000005', '6228480099999999', null];
  const ask = () =>
    HOUSEHOLDS.flatMap((household) => [
      ...accounts.map((account) => history.paidToOtherAccount(POLICY, 'household', `HH00000${household}`, account)),
    ]);
  const singly = ask();
  for (let n = 0; n <= ASK_SINGLY; n++) {
    history.paidToOtherAccount(POLICY, 'household', 'nobody', null);
  }
  expect(ask()).toEqual(singly);
  // Household 5 went to a new account last; 2 and 6 were never paid.
  expect(history.paidToOtherAccount(POLICY, 'household', 'HH000005', '6228480099999999')).toBeNull();
  expect(history.paidToOtherAccount(POLICY, 'household', 'HH000005', '6228480000000005')).toMatchObject({
    accountNumber: '6228480099999999',
  });
  expect(history.paidToOtherAccount(POLICY, 'household', 'HH000002', 'x')).toBeNull();
});
