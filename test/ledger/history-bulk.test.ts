import { expect, test } from 'vitest';
import { ASK_SINGLY } from '../../src/ledger/charge-sums.js';
import { AT, content, origin, tempLedger } from './batch-fixture.js';

test('history says the same whether keys are asked for one by one or were read all at once', () => {
  const ledger = tempLedger();
  const act = { by: '出纳', at: AT };
  const households = [1, 2, 3, 4, 5, 6];
  for (const [period, year] of [
    ['2023-10', 2023],
    ['2024-10', 2024],
  ] as const) {
    const batch = content(
      period,
      households.map((household) => ({ household, amount: 100_000, year })),
    );
    ledger.saveDraft(batch, origin(), AT);
    ledger.approve(batch.batchId, { by: '审核人', at: AT });
    ledger.stop(batch.batchId, [6], '停发', act);
    const file = { name: 'b', sha256: '', count: 5, total: 500_000 };
    ledger.markExported(batch.batchId, { format: 'csv', files: [file], leftOut: [] }, act);
    const results = [1, 2, 3, 4, 5].map((lineNo) => {
      const outcome = lineNo === 2 ? ('failed' as const) : ('paid' as const);
      return { lineNo, outcome, code: null, text: null, day: null };
    });
    ledger.recordReturns(batch.batchId, { file: 'r', sha256: period, coverage: 'full', results }, act);
    ledger.reverse(batch.batchId, 3, { reason: '多发', amount: 40_000 }, act);
  }
  const draft = content('2024-11', [{ household: 1, amount: 100_000 }]);
  ledger.saveDraft(draft, origin(), AT);
  const keys = households.flatMap((household) =>
    content('2024-10', [{ household, amount: 1 }]).lines.flatMap(({ charges }) => charges.map(({ key }) => key)),
  );
  const history = ledger.history();
  const ask = () => keys.map((key) => ({ ...history.charged(key), lines: [...history.charged(key).lines] }));
  const singly = ask();
  for (let n = 0; n <= ASK_SINGLY; n++) history.charged('nothing');
  expect(ask()).toEqual(singly);
  expect(singly.map(({ amount }) => amount)).toEqual([
    ...[100_000, 200_000],
    ...[0, 0],
    ...[60_000, 120_000],
    ...[100_000, 200_000],
    ...[100_000, 200_000],
    ...[0, 0],
  ]);
});
