import { describe, expect, test } from 'vitest';
import { chargeKey } from '../../src/domain/charge.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { AT, content, madeUpId, origin, POLICY, tempLedger } from './batch-fixture.js';

const act = (by = '审核人') => ({ by, at: AT });

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof LedgerFault) return error.reason;
    throw error;
  }
  return 'none';
}

describe('a draft', () => {
  test('is created, found again, replaced, and reserves nothing', () => {
    const ledger = tempLedger();
    const first = content('2024-10', [{ household: 1, amount: 200_000 }]);
    expect(ledger.saveDraft(first, origin(), AT).result).toBe('created');
    expect(ledger.saveDraft(first, origin('别人'), AT).result).toBe('same');
    const other = content('2024-10', [
      { household: 1, amount: 300_000 },
      { household: 2, amount: 100_000 },
    ]);
    const replaced = ledger.saveDraft(other, origin(), AT);
    expect(replaced.result).toBe('replaced');
    expect(replaced.differences).toMatchObject([
      { change: 'changed', storedLine: 1, newLine: 1, before: 200_000, after: 300_000 },
      { change: 'added', storedLine: null, newLine: 2, after: 100_000 },
    ]);
    expect(ledger.history().charged(other.lines[0]?.charges[0]?.key ?? '').amount).toBe(0);
    expect(ledger.batches()).toMatchObject([{ lines: 2, total: 400_000, state: 'draft' }]);
  });

  test('is refused with the differences once the batch is approved, the same content is not', () => {
    const ledger = tempLedger();
    const first = content('2024-10', [
      { household: 1, amount: 200_000 },
      { household: 2, amount: 100_000 },
    ]);
    ledger.saveDraft(first, origin(), AT);
    ledger.approve(first.batchId, act());
    expect(ledger.saveDraft(first, origin(), AT)).toMatchObject({ result: 'same', state: 'approved' });
    const other = content('2024-10', [{ household: 1, amount: 200_000, account: '6228480000009999' }]);
    const refused = ledger.saveDraft(other, origin(), AT);
    expect(refused).toMatchObject({ result: 'refused', state: 'approved' });
    expect(refused.differences.map(({ change, fields }) => [change, fields])).toEqual([
      ['changed', ['账号']],
      ['removed', []],
    ]);
    expect(ledger.batches()[0]?.contentHash).toBe(first.contentHash);
  });

  test('that does not add up does not get in', () => {
    const ledger = tempLedger();
    const good = content('2024-10', [{ household: 1, amount: 200_000 }]);
    expect(reasonOf(() => ledger.saveDraft({ ...good, total: 1 }, origin(), AT))).toBe('bad-content');
    expect(reasonOf(() => ledger.saveDraft({ ...good, contentHash: '0' }, origin(), AT))).toBe('bad-content');
    expect(ledger.batches()).toEqual([]);
  });
});

describe('approval', () => {
  test('wants another person than the maker, whatever the spelling', () => {
    const ledger = tempLedger();
    const batch = content('2024-10', [{ household: 1, amount: 200_000 }]);
    ledger.saveDraft(batch, origin('Zhang San'), AT);
    expect(reasonOf(() => ledger.approve(batch.batchId, act('Zhang San')))).toBe('same-person');
    expect(reasonOf(() => ledger.approve(batch.batchId, act(' ｚhang san ')))).toBe('same-person');
    expect(reasonOf(() => ledger.approve(batch.batchId, act('  ')))).toBe('no-name');
    expect(ledger.approve(batch.batchId, act('李四'))).toMatchObject({ state: 'approved', approver: '李四' });
    expect(reasonOf(() => ledger.approve(batch.batchId, act('李四')))).toBe('wrong-state');
  });

  test('of two drafts that together break a cap lets one through', () => {
    const ledger = tempLedger();
    const a = content('2024-10', [{ household: 1, amount: 300_000 }]);
    const b = content('2024-10', [{ household: 1, amount: 300_000, benefit: 'business-bonus' }], { name: 'b' });
    ledger.saveDraft(a, origin(), AT);
    ledger.saveDraft(b, origin(), AT);
    ledger.approve(a.batchId, act());
    try {
      ledger.approve(b.batchId, act());
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(LedgerFault);
      if (!(error instanceof LedgerFault)) return;
      expect(error.reason).toBe('cap-exceeded');
      expect(error.details.zh).toEqual([
        `第1行：已发3000.00元，本批再发3000.00元，上限5000.00元（见批次${a.batchId}）`,
      ]);
    }
    expect(ledger.find(b.batchId).state).toBe('draft');
    ledger.voidBatch(a.batchId, '重做', act());
    expect(ledger.approve(b.batchId, act()).state).toBe('approved');
  });

  test('counts times as well as amounts', () => {
    const ledger = tempLedger();
    const key = chargeKey(POLICY, 'broker-worker', 'person', madeUpId(7), 'life');
    const once = { key, amount: 20_000, count: 1, maxAmount: null, maxCount: 1 };
    const a = content('2024-10', [{ household: 1, amount: 20_000, extraCharges: [once] }]);
    const b = content('2024-11', [{ household: 2, amount: 20_000, extraCharges: [once] }]);
    for (const batch of [a, b]) ledger.saveDraft(batch, origin(), AT);
    ledger.approve(a.batchId, act());
    expect(reasonOf(() => ledger.approve(b.batchId, act()))).toBe('cap-exceeded');
  });

  test('is void for a batch whose rows were changed behind the ledger', () => {
    const ledger = tempLedger();
    expect(reasonOf(() => ledger.approve('nothing', act()))).toBe('unknown-batch');
    for (const name of ['east', 'eastern']) {
      const batch = content('2024-10', [{ household: name.length, amount: 100 }], { name });
      ledger.saveDraft(batch, origin(), AT);
    }
    expect(reasonOf(() => ledger.find(`${POLICY}.2024-10`))).toBe('ambiguous-batch');
    expect(ledger.find(`${POLICY}.2024-10.east`).name).toBe('east');
    expect(ledger.find(`${POLICY}.2024-10.easte`).name).toBe('eastern');
  });
});

describe('texts', () => {
  test.each(['灵新\u0000社区', 'a\u0007', '\ud800', '\udc00x'])('%j gets into no ledger', (name) => {
    const ledger = tempLedger();
    const bad = content('2024-10', [{ household: 1, amount: 100, name }]);
    expect(() => ledger.saveDraft(bad, origin(), AT)).toThrow(/bad-content/);
    const good = content('2024-10', [{ household: 1, amount: 100, name: '张\\u0000三\t' }]);
    ledger.saveDraft(good, origin(), AT);
    expect(() => ledger.voidBatch(good.batchId, name, act())).toThrow(/bad-content/);
    expect(ledger.verify().ok).toBe(true);
  });
});

describe('history', () => {
  test('tells what approved lines charged, by key, person and payee, without the batch itself', () => {
    const ledger = tempLedger();
    const batch = content('2024-10', [
      { household: 1, amount: 200_000 },
      { household: 2, amount: 100_000 },
    ]);
    ledger.saveDraft(batch, origin('制单人', 'c'.repeat(64)), AT);
    ledger.approve(batch.batchId, act());
    const history = ledger.history();
    const key = chargeKey(POLICY, 'bonus-total', 'household', 'HH000001', 'policy');
    expect(history.charged(key)).toMatchObject({ amount: 200_000, count: 0 });
    expect(history.charged(key).lines).toMatchObject([
      { batch: batch.batchId, line: 1, charged: 200_000, inFlight: true },
    ]);
    expect([...history.paidHouseholds(() => [madeUpId(1), madeUpId(2)])]).toMatchObject([
      { batch: batch.batchId, householdId: 'HH000001', people: [{ id: madeUpId(1) }] },
      { batch: batch.batchId, householdId: 'HH000002', people: [{ id: madeUpId(2) }] },
    ]);
    expect(history.paidToOtherAccount(POLICY, 'household', 'HH000002', '6228480000000009')?.accountNumber).toBe(
      '6228480000000002',
    );
    expect(history.paidToOtherAccount(POLICY, 'household', 'HH000002', '6228480000000002')).toBeNull();
    expect(history.previousLines(POLICY, 'main')).toHaveLength(2);
    expect(history.batchOfInput('c'.repeat(64))).toBe(batch.batchId);
    const own = ledger.history(batch.batchId);
    expect(own.charged(key)).toEqual({ amount: 0, count: 0, lines: [] });
    expect([...own.paidHouseholds(() => [madeUpId(1)])]).toEqual([]);
    expect(own.batchOfInput('c'.repeat(64))).toBeNull();
    expect(own.previousLines(POLICY, 'main')).toEqual([]);
  });
});
