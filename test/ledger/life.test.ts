import { describe, expect, test } from 'vitest';
import { chargeKey } from '../../src/domain/charge.js';
import { clawbackKey } from '../../src/domain/clawback.js';
import type { LineResult } from '../../src/ledger/life/bank-results.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { AT, content, madeUpId, origin, POLICY, tempLedger } from './batch-fixture.js';

const act = { by: '出纳', at: AT };
const check = { by: '审核人', at: AT };

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof LedgerFault) return error.reason;
    throw error;
  }
  return 'none';
}

const key = (household: number) =>
  chargeKey(POLICY, 'employment-bonus', 'household', `HH${String(household).padStart(6, '0')}`, '2024');

function approved(ledger: Ledger, period = '2024-10', households = [1, 2, 3, 4]): string {
  const batch = content(
    period,
    households.map((household) => ({ household, amount: 200_000 })),
  );
  ledger.saveDraft(batch, origin(), AT);
  ledger.approve(batch.batchId, check);
  return batch.batchId;
}

function exported(ledger: Ledger, batch: string, leftOut: number[] = [], again?: string): void {
  const lines = ledger.exportable(batch).lines.filter(({ lineNo }) => !leftOut.includes(lineNo));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  ledger.markExported(
    batch,
    {
      format: 'csv',
      files: [
        {
          name: `bank${again ?? ''}.csv`,
          sha256: 'f'.repeat(64),
          count: lines.length,
          total,
          lines: lines.map(({ lineNo }) => lineNo),
        },
      ],
      ...(again === undefined ? {} : { again }),
      leftOut: leftOut.map((lineNo) => ({ lineNo, code: 'BNK-01', text: '账号为空' })),
    },
    act,
  );
}

const result = (lineNo: number, outcome: LineResult['outcome'], code: string | null = null): LineResult => ({
  lineNo,
  outcome,
  code,
  text: code,
  day: outcome === 'paid' ? '2024-11-02' : null,
});

function returned(ledger: Ledger, batch: string, results: LineResult[], sha256 = 'd'.repeat(64)) {
  return ledger.recordReturns(batch, { file: '回盘.csv', sha256, coverage: 'full', results }, act);
}

describe('the life of a batch', () => {
  test('goes to the end with every kind of line, and the equation holds', () => {
    const ledger = tempLedger();
    const batch = approved(ledger);
    ledger.stop(batch, [4], '本人放弃', act);
    exported(ledger, batch);
    expect(ledger.history().charged(key(1)).lines[0]?.inFlight).toBe(true);
    expect(returned(ledger, batch, [result(1, 'paid'), result(2, 'failed', 'ACCOUNT_CLOSED')])).toMatchObject({
      state: 'exported',
      recorded: 2,
      inFlight: 1,
    });
    expect(returned(ledger, batch, [result(3, 'returned', 'FROZEN')], 'e'.repeat(64))).toMatchObject({
      state: 'settled',
      inFlight: 0,
    });
    ledger.reverse(batch, 1, { reason: '不符合条件', amount: 50_000 }, act);
    const proof = ledger.closeBatch(batch, act);
    expect(proof.total).toEqual({
      due: { lines: 4, amount: 800_000 },
      paid: { lines: 1, amount: 200_000 },
      returned: { lines: 1, amount: 200_000 },
      failed: { lines: 1, amount: 200_000 },
      stopped: { lines: 1, amount: 200_000 },
      inFlight: { lines: 0, amount: 0 },
      notSent: { lines: 0, amount: 0 },
      clawedBack: { lines: 1, amount: 50_000 },
      recovered: { lines: 0, amount: 0 },
      balanced: true,
    });
    expect(ledger.find(batch).state).toBe('closed');
    expect(ledger.show(batch).lines.map(({ status, reversed }) => [status, reversed])).toEqual([
      ['paid', 50_000],
      ['failed', 0],
      ['returned', 0],
      ['stopped', 0],
    ]);
    const history = ledger.history();
    expect([1, 2, 3, 4].map((household) => history.charged(key(household)).amount)).toEqual([150_000, 0, 0, 0]);
    expect(history.failedForAccount(POLICY, 'household', 'HH000003')).toMatchObject({ reason: 'FROZEN' });
    expect(history.failedForAccount(POLICY, 'household', 'HH000001')).toBeNull();
    expect(ledger.verify()).toMatchObject({ ok: true, batches: 1, problems: [] });
  });

  test('refuses every step out of turn', () => {
    const ledger = tempLedger();
    const draft = content('2024-10', [{ household: 1, amount: 100 }]);
    ledger.saveDraft(draft, origin(), AT);
    const { batchId } = draft;
    const results = [result(1, 'paid')];
    expect(reasonOf(() => ledger.exportable(batchId))).toBe('wrong-state');
    expect(reasonOf(() => returned(ledger, batchId, results))).toBe('wrong-state');
    expect(reasonOf(() => ledger.stop(batchId, [1], '', act))).toBe('wrong-state');
    expect(reasonOf(() => ledger.reverse(batchId, 1, { reason: '' }, act))).toBe('wrong-state');
    expect(reasonOf(() => ledger.closeBatch(batchId, act))).toBe('wrong-state');
    ledger.approve(batchId, check);
    expect(reasonOf(() => ledger.closeBatch(batchId, act))).toBe('wrong-state');
    expect(reasonOf(() => returned(ledger, batchId, results))).toBe('wrong-state');
    exported(ledger, batchId);
    expect(reasonOf(() => ledger.voidBatch(batchId, '', act))).toBe('wrong-state');
    expect(reasonOf(() => ledger.stop(batchId, [1], '', act))).toBe('wrong-state');
    expect(reasonOf(() => ledger.closeBatch(batchId, act))).toBe('wrong-state');
    expect(reasonOf(() => returned(ledger, batchId, [result(9, 'paid')]))).toBe('unknown-line');
    returned(ledger, batchId, results);
    expect(reasonOf(() => ledger.exportable(batchId))).toBe('wrong-state');
    ledger.closeBatch(batchId, act);
    expect(reasonOf(() => ledger.closeBatch(batchId, act))).toBe('wrong-state');
    expect(reasonOf(() => ledger.reverse(batchId, 1, { reason: '', amount: 101 }, act))).toBe('reversal-amount');
    ledger.reverse(batchId, 1, { reason: '' }, act);
    expect(reasonOf(() => ledger.reverse(batchId, 1, { reason: '' }, act))).toBe('line-state');
  });

  test('void frees the room, and the key may begin again', () => {
    const ledger = tempLedger();
    const batch = approved(ledger);
    ledger.voidBatch(batch, '名单有误', act);
    expect(ledger.history().charged(key(1)).amount).toBe(0);
    expect(approved(ledger)).toBe(batch);
    expect(ledger.verify().ok).toBe(true);
  });
});

describe('bank results', () => {
  test('taken in twice change nothing', () => {
    const ledger = tempLedger();
    const batch = approved(ledger);
    exported(ledger, batch);
    const results = [result(1, 'paid'), result(2, 'failed', 'FROZEN')];
    expect(returned(ledger, batch, results).recorded).toBe(2);
    const before = ledger.verify();
    expect(returned(ledger, batch, results)).toMatchObject({ recorded: 0, unchanged: 2, inFlight: 2 });
    expect(returned(ledger, batch, results, '0'.repeat(64))).toMatchObject({ recorded: 0, unchanged: 2 });
    expect(ledger.verify().head).toBe(before.head);
  });

  test('may turn a payment into a return, never a failure into a payment', () => {
    const ledger = tempLedger();
    const batch = approved(ledger);
    exported(ledger, batch);
    returned(ledger, batch, [result(1, 'paid'), result(2, 'failed', 'FROZEN')], '1'.repeat(64));
    expect(returned(ledger, batch, [result(1, 'returned', 'ACCOUNT_CLOSED')], '2'.repeat(64)).recorded).toBe(1);
    expect(ledger.history().charged(key(1)).amount).toBe(0);
    expect(reasonOf(() => returned(ledger, batch, [result(2, 'paid')], '3'.repeat(64)))).toBe('bad-result');
  });

  test('of another batch are refused', () => {
    const ledger = tempLedger();
    const a = approved(ledger, '2024-10', [1]);
    const b = approved(ledger, '2024-11', [2]);
    exported(ledger, a);
    exported(ledger, b);
    returned(ledger, a, [result(1, 'paid')]);
    expect(reasonOf(() => returned(ledger, b, [result(1, 'paid')]))).toBe('file-of-other-batch');
    expect(ledger.find(b).state).toBe('exported');
  });

  test('may still come after closing with lines in flight', () => {
    const ledger = tempLedger();
    const batch = approved(ledger, '2024-10', [1, 2]);
    exported(ledger, batch);
    returned(ledger, batch, [result(1, 'paid')], '1'.repeat(64));
    expect(ledger.closeBatch(batch, act).total.inFlight).toEqual({ lines: 1, amount: 200_000 });
    expect(ledger.history().charged(key(2))).toMatchObject({ amount: 200_000, lines: [{ inFlight: true }] });
    expect(returned(ledger, batch, [result(2, 'failed', 'FROZEN')], '2'.repeat(64)).state).toBe('closed');
    expect(ledger.history().charged(key(2)).amount).toBe(0);
    expect(ledger.verify().problems).toEqual([]);
  });
});

describe('export', () => {
  test('counts a line that was left out as not sent, and proves its totals', () => {
    const ledger = tempLedger();
    const batch = approved(ledger);
    const wrong = { format: 'csv', files: [{ name: 'a', sha256: '', count: 4, total: 1 }], leftOut: [] };
    expect(reasonOf(() => ledger.markExported(batch, wrong, act))).toBe('bad-content');
    expect(ledger.find(batch).state).toBe('approved');
    exported(ledger, batch, [3]);
    expect(ledger.show(batch).lines[2]).toMatchObject({ status: 'failed', code: 'NOT_SENT' });
    expect(ledger.exportable(batch)).toMatchObject({
      again: true,
      lines: [{ lineNo: 1 }, { lineNo: 2 }, { lineNo: 4 }],
    });
    expect(reasonOf(() => exported(ledger, batch, [1]))).toBe('exported-before');
    exported(ledger, batch, [1], '户名改正');
    // It stood in the first file and may be on its way: it counts, and it is no part of the new file.
    expect(ledger.show(batch).lines[0]?.status).toBe('not-sent');
    expect(ledger.show(batch).proof.total).toMatchObject({
      inFlight: { lines: 2 },
      notSent: { lines: 1, amount: 200_000 },
      failed: { lines: 1 },
      balanced: true,
    });
    expect(ledger.history().charged(key(1)).amount).toBe(200_000);
    ledger.stop(batch, [1], '银行确认没有收到', act);
    expect(ledger.show(batch).lines[0]?.status).toBe('stopped');
    expect(reasonOf(() => ledger.stop(batch, [2], '太晚', act))).toBe('wrong-state');
    expect(ledger.verify().ok).toBe(true);
  });
});

describe('corrections', () => {
  test('a failed line is reissued once, by one batch', () => {
    const ledger = tempLedger();
    const batch = approved(ledger, '2024-10', [1, 2]);
    exported(ledger, batch);
    returned(ledger, batch, [result(1, 'failed', 'ACCOUNT_CLOSED'), result(2, 'paid')]);
    const again = (name: string, line: number) =>
      content('2024-11', [{ household: line, amount: 200_000, account: '6228480011112222', reissueOfLine: line }], {
        name,
        reissueOf: batch,
      });
    expect(reasonOf(() => ledger.saveDraft(again('r0', 2), origin(), AT))).toBe('not-reissuable');
    const first = again('r1', 1);
    expect(ledger.saveDraft(first, origin(), AT).result).toBe('created');
    expect(reasonOf(() => ledger.saveDraft(again('r2', 1), origin(), AT))).toBe('already-reissued');
    expect(ledger.show(batch).lines[0]?.reissuedIn).toEqual({ batchId: first.batchId, line: 1 });
    ledger.approve(first.batchId, check);
    expect(ledger.history().failedForAccount(POLICY, 'household', 'HH000001')).toBeNull();
    expect(ledger.history().charged(key(1)).amount).toBe(200_000);
    ledger.voidBatch(first.batchId, '账号又错', act);
    expect(ledger.saveDraft(again('r2', 1), origin(), AT).result).toBe('created');
  });

  test('a reversal is owed until recovered or kept back from a later payout', () => {
    const ledger = tempLedger();
    const batch = approved(ledger, '2024-10', [1, 2]);
    exported(ledger, batch);
    returned(ledger, batch, [result(1, 'paid'), result(2, 'paid')]);
    ledger.reverse(batch, 1, { reason: '多发', amount: 150_000 }, act);
    ledger.reverse(batch, 2, { reason: '多发', recovered: true }, act);
    const history = ledger.history();
    expect(history.openClawback('household', 'HH000001')).toBe(150_000);
    expect(history.openClawback('household', 'HH000002')).toBe(0);
    const offset = {
      key: clawbackKey('household', 'HH000001'),
      amount: 100_000,
      count: 0,
      maxAmount: 150_000,
      maxCount: null,
    };
    const next = content('2024-11', [{ household: 1, amount: 50_000, entitlement: 200_000, extraCharges: [offset] }]);
    ledger.saveDraft(next, origin(), AT);
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(150_000);
    ledger.approve(next.batchId, check);
    expect(ledger.history().openClawback('household', 'HH000001')).toBe(50_000);
  });
});

describe('opening history', () => {
  test('counts as paid, once', () => {
    const ledger = tempLedger();
    const old = content('2023-12', [{ household: 1, amount: 400_000, year: 2023 }], { name: '期初' });
    expect(ledger.importOpening(old, origin(), act)).toBe('created');
    expect(ledger.importOpening(old, origin(), act)).toBe('same');
    const elsewhere = content('2023-12', [{ household: 1, amount: 400_000, year: 2023 }], { name: '期初2' });
    expect(reasonOf(() => ledger.importOpening(elsewhere, origin(), act))).toBe('imported-elsewhere');
    const savedAgain = origin('制单人', 'c'.repeat(64));
    expect(reasonOf(() => ledger.importOpening(elsewhere, savedAgain, act))).toBe('imported-elsewhere');
    expect(ledger.find(old.batchId).state).toBe('closed');
    expect(ledger.show(old.batchId).lines[0]?.status).toBe('paid');
    expect([...ledger.history().paidHouseholds(() => [madeUpId(1)])]).toMatchObject([
      { batch: old.batchId, householdId: 'HH000001', people: [{ id: madeUpId(1), isHead: true }] },
    ]);
    const now = content('2024-10', [{ household: 1, amount: 200_000 }]);
    ledger.saveDraft(now, origin(), AT);
    expect(reasonOf(() => ledger.approve(now.batchId, check))).toBe('cap-exceeded');
    expect(ledger.verify().ok).toBe(true);
  });
});

describe('the dump', () => {
  test('holds everything, masked unless asked', () => {
    const ledger = tempLedger();
    approved(ledger);
    const text = (reveal: boolean) =>
      JSON.stringify(ledger.exportAll({ reveal }).map(({ name, rows }) => [name, ...rows]));
    expect(text(false)).not.toContain(madeUpId(1));
    expect(text(false)).not.toContain('6228480000000001');
    expect(text(true)).toContain(madeUpId(1));
    expect(text(true)).toContain('6228480000000001');
    const tables = ledger.exportAll();
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(ledger.trace(ledger.batches()[0]?.batchId ?? '', 1)).toContain('䶮');
    expect(ledger.trace(ledger.batches()[0]?.batchId ?? '', 2)).toBeNull();
  });
});
