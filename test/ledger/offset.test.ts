import { describe, expect, test } from 'vitest';
import type { BatchContent } from '../../src/domain/batch.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { AT, content, origin, tempLedger } from './batch-fixture.js';

const act = { by: '出纳', at: AT };
const check = { by: '审核人', at: AT };

function faultOf(work: () => unknown): LedgerFault {
  try {
    work();
  } catch (error) {
    if (error instanceof LedgerFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

/** From draft to paid, for a batch of one line. */
function pay(ledger: Ledger, batch: BatchContent): void {
  const { batchId, total } = batch;
  ledger.saveDraft(batch, origin(), AT);
  ledger.approve(batchId, check);
  const file = { name: 'bank.csv', sha256: '', count: 1, total };
  ledger.markExported(batchId, { format: 'csv', files: [file], leftOut: [] }, act);
  const results = [{ lineNo: 1, outcome: 'paid' as const, code: null, text: null, day: null }];
  ledger.recordReturns(batchId, { file: 'r.csv', sha256: batchId, coverage: 'full', results }, act);
}

describe('a debt that takes the whole due', () => {
  const keptBack = (amount: number, period = '2024-11', name = 'main'): BatchContent =>
    content(period, [], { name, offsets: [{ household: 1, amount, benefit: 'business-bonus' }] });
  const owing = (amount: number): Ledger => {
    const ledger = tempLedger();
    const batch = content('2024-10', [{ household: 1, amount: 200_000 }]);
    pay(ledger, batch);
    ledger.reverse(batch.batchId, 1, { reason: '多发', amount }, act);
    return ledger;
  };

  test('is used up once the batch is approved, and the debt is less by it', () => {
    const ledger = owing(150_000);
    const batch = keptBack(100_000);
    const [key = ''] = (batch.offsets?.[0]?.charges ?? []).map((charge) => charge.key);
    ledger.saveDraft(batch, origin(), AT);
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(150_000);
    expect(ledger.approve(batch.batchId, check).keptBack).toEqual({ offsets: 1, lines: 0, amount: 100_000 });
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(50_000);
    const charged = ledger.history().charged(key);
    expect([charged.amount, charged.lines.map(({ batch: id, inFlight }) => [id, inFlight])]).toEqual([
      100_000,
      [[batch.batchId, false]],
    ]);
    // Its own entries are no history for itself: the same run again finds the debt as it was.
    expect(ledger.history(batch.batchId).openClawback('household', 'HH000001')).toBe(150_000);
    expect(ledger.saveDraft(batch, origin(), AT).result).toBe('same');
    const other = keptBack(90_000);
    expect(ledger.saveDraft(other, origin(), AT)).toMatchObject({
      result: 'refused',
      differences: [{ change: 'changed', before: 100_000, after: 90_000 }],
    });
  });

  test('cannot be taken by two batches, whichever is approved first', () => {
    const ledger = owing(150_000);
    const [first, second] = [keptBack(100_000), keptBack(100_000, '2024-11', 'zwei')];
    for (const batch of [first, second]) ledger.saveDraft(batch, origin(), AT);
    ledger.approve(second.batchId, check);
    const fault = faultOf(() => ledger.approve(first.batchId, check));
    expect(fault.reason).toBe('cap-exceeded');
    expect(fault.details.zh.join()).toContain('应追缴共1500.00元，已抵扣1000.00元');
    ledger.voidBatch(second.batchId, '重做', act);
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(150_000);
    expect(ledger.approve(first.batchId, check).state).toBe('approved');
  });

  test('sends nothing to the bank: settled by the export, closed with a proof, kept for good', () => {
    const ledger = owing(150_000);
    const { batchId } = keptBack(100_000);
    ledger.saveDraft(keptBack(100_000), origin(), AT);
    ledger.approve(batchId, check);
    expect(ledger.exportable(batchId).lines).toEqual([]);
    expect(ledger.markExported(batchId, { format: 'csv', files: [], leftOut: [] }, act).state).toBe('settled');
    expect(ledger.closeBatch(batchId, act)).toMatchObject({
      total: { due: { lines: 0, amount: 0 }, balanced: true },
      keptBack: { offsets: 1, amount: 100_000 },
    });
    expect(ledger.verify().problems).toEqual([]);
  });

  test('what a line kept back stays kept back when the rest of the line is clawed back', () => {
    const ledger = owing(150_000);
    const part = content('2024-11', [{ household: 1, amount: 60_000, keep: 100_000, benefit: 'business-bonus' }]);
    const batch = part.batchId;
    const [key = ''] = (part.lines[0]?.charges ?? []).map((charge) => charge.key);
    pay(ledger, part);
    ledger.reverse(batch, 1, { reason: '多发', amount: 20_000 }, act);
    expect(ledger.history().charged(key).amount).toBe(140_000);
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(50_000 + 20_000);
    ledger.reverse(batch, 1, { reason: '多发' }, act);
    expect(ledger.history().charged(key)).toMatchObject({ amount: 100_000, lines: [{ amount: 0, charged: 100_000 }] });
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(50_000 + 60_000);
    expect(ledger.verify().problems).toEqual([]);
  });
});
