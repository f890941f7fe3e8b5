import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile, reconciliationCsvRows } from '../../src/batch/bank/reconciliation.js';
import { budgetFindings, reconciliationReport } from '../../src/batch/bank/reconciliation-report.js';
import type { LineDetail } from '../../src/ledger/read/batch-detail.js';
import { readStatementRows, type BankRow } from '../../src/tables/return-file.js';
import { AT, content, madeUpId, origin, tempLedger } from '../ledger/batch-fixture.js';
import { gridWorkbook, type GridRows } from '../tables/workbook-builder.js';
import { batchOf, detail } from './bank-fixture.js';

const A = 'ningdong-2023-62.2024-10.main';
const account = (household: number) => `62284800${String(household).padStart(8, '0')}`;
const paid = (household: number, yuan: number) => [`张${household}`, account(household), `${yuan}.00`];

async function statement(rows: GridRows, head: string[] = ['户名', '账号', '金额']): Promise<readonly BankRow[]> {
  return (await readStatementRows(gridWorkbook({ 明细: [head, ...rows] }))).rows;
}

async function kinds(lines: readonly LineDetail[], rows: GridRows, head?: string[]) {
  const bank = await statement(rows, head);
  const { rows: result, agrees } = reconcile({ year: '2024', batches: [batchOf(A, lines)], bank });
  return { agrees, kinds: result.map(({ kind, lineNo, difference }) => [kind, lineNo, difference]) };
}

const line = (n: number, status: LineDetail['status'] = 'paid') =>
  detail(n, { household: n, amount: n * 100_000 }, status);

describe('reconciliation', () => {
  test('everything matched', async () => {
    expect(await kinds([line(1), line(2)], [paid(2, 2000), paid(1, 1000)])).toEqual({
      agrees: true,
      kinds: [
        ['matched', 1, 0],
        ['matched', 2, 0],
      ],
    });
  });

  test('says each kind of difference', async () => {
    const wrongAccount = [`张4`, '6228489999999999', '4000.00'];
    const result = await kinds(
      [line(1), line(2), line(3), line(4), line(5, 'in-flight'), line(6, 'returned'), line(7, 'stopped')],
      [paid(1, 1000), paid(1, 1000), paid(3, 2999), wrongAccount, paid(9, 1)],
    );
    expect(result.agrees).toBe(false);
    expect(result.kinds).toEqual([
      ['matched', 1, 0],
      ['missing-in-bank', 2, -200_000],
      ['amount-differs', 3, -100],
      ['account-differs', 4, 0],
      ['in-flight', 5, -500_000],
      ['returned', 6, 0],
      ['duplicate-in-bank', 1, 100_000],
      ['missing-in-ledger', null, 100],
    ]);
  });

  test('a payment that came back is not paid; one the ledger calls failed but the bank booked is missing in the ledger', async () => {
    const head = ['户名', '账号', '金额', '结果'];
    const both = await kinds(
      [line(1, 'returned')],
      [
        [...paid(1, 1000), '成功'],
        [...paid(1, 1000), '退回'],
      ],
      head,
    );
    expect(both.kinds).toEqual([['returned', 1, 0]]);
    const unknown = await kinds(
      [line(1)],
      [
        [...paid(1, 1000), '成功'],
        [...paid(1, 1000), '退回'],
      ],
      head,
    );
    expect(unknown.kinds).toEqual([['missing-in-bank', 1, -100_000]]);
    const booked = await kinds([line(1, 'failed')], [[...paid(1, 1000), '成功']], head);
    expect(booked.kinds).toEqual([['missing-in-ledger', 1, 100_000]]);
  });

  test('a line that failed and was paid again in another batch takes one row each', async () => {
    const failed = batchOf(A, [line(1, 'failed')]);
    const again = batchOf('ningdong-2023-62.2024-11.main-r1', [line(1, 'paid')]);
    const head = ['户名', '账号', '金额', '结果'];
    const bank = await statement(
      [
        [...paid(1, 1000), '成功'],
        [...paid(1, 1000), '失败'],
      ],
      head,
    );
    const { rows } = reconcile({ year: '2024', batches: [failed, again], bank });
    expect(rows.map(({ kind }) => kind)).toEqual(['returned', 'matched']);
  });

  test('every bank row and every sent line is accounted for, and the difference adds up', async () => {
    const person = fc.record({ n: fc.integer({ min: 1, max: 6 }), yuan: fc.integer({ min: 1, max: 4 }) });
    const statuses = fc.constantFrom<LineDetail['status']>('paid', 'in-flight', 'failed', 'returned');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(person, statuses), { maxLength: 12 }),
        fc.array(fc.tuple(person, fc.boolean()), { maxLength: 12 }),
        async (sent, booked) => {
          const lines = sent.map(([{ n, yuan }, status], index) =>
            detail(index + 1, { household: n, amount: yuan * 100 }, status),
          );
          const bank = await statement(
            booked.map(([{ n, yuan }, ok]) => [...paid(n, yuan), ok ? '成功' : '失败']),
            ['户名', '账号', '金额', '结果'],
          );
          const { rows } = reconcile({ year: '2024', batches: [batchOf(A, lines)], bank });
          const ours = rows.filter(({ kind }) => kind !== 'duplicate-in-bank' && kind !== 'missing-in-ledger');
          expect(new Set(ours.map(({ lineNo }) => lineNo)).size).toBe(ours.length);
          for (const { line: own } of lines) expect(rows.some(({ lineNo }) => lineNo === own.lineNo)).toBe(true);
          const counted = rows.reduce((sum, row) => sum + (row.bankAmount ?? 0) - (row.ledgerAmount ?? 0), 0);
          expect(rows.reduce((sum, row) => sum + row.difference, 0)).toBe(counted);
          // No payment of the bank may vanish: what it paid is in the rows unless a return of the same line undid it.
          const total = booked.filter(([, ok]) => ok).reduce((sum, [{ yuan }]) => sum + yuan * 100, 0);
          const undone = booked.some(([, ok]) => !ok);
          const shown = rows.reduce((sum, row) => sum + (row.bankAmount ?? 0), 0);
          if (undone) expect(shown).toBeLessThanOrEqual(total);
          else expect(shown).toBe(total);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the report', () => {
  test('counts once what failed and is paid again in another batch', async () => {
    const again = 'ningdong-2023-62.2024-11.main-r1';
    const one = { lines: 1, amount: 100_000 };
    const failed = { ...line(1, 'failed'), reissuedIn: { batchId: again, line: 1 } };
    const first = batchOf(A, [failed]);
    const second = batchOf(again, [line(1)]);
    const withTotal = (batch: typeof first, part: 'failed' | 'paid'): typeof first => ({
      ...batch,
      proof: { ...batch.proof, total: { ...batch.proof.total, due: one, [part]: one } },
    });
    const batches = [withTotal(first, 'failed'), withTotal(second, 'paid')];
    const reconciliation = reconcile({ year: '2024', batches, bank: await statement([paid(1, 1000)]) });
    const report = reconciliationReport(reconciliation, batches);
    expect(report).toMatchObject({
      agrees: true,
      equation: { due: { lines: 1, amount: '1000.00' }, paid: { lines: 1 }, failed: { lines: 0, amount: '0.00' } },
      paid_again: { lines: 1, amount: '1000.00' },
    });
    // Where the other batch is of another year, the failure is all that this year knows.
    const alone = reconciliationReport(reconciliation, batches.slice(0, 1));
    expect(alone).toMatchObject({ equation: { due: { lines: 1 }, failed: { lines: 1 } }, paid_again: { lines: 0 } });
  });

  test('holds totals, the equation, summaries and the budget', async () => {
    const ledger = tempLedger();
    const batch = content('2024-10', [
      { household: 1, amount: 100_000 },
      { household: 2, amount: 200_000, benefit: 'business-bonus' },
    ]);
    ledger.saveDraft(batch, origin(), AT);
    ledger.approve(batch.batchId, { by: '审核人', at: AT });
    const act = { by: '出纳', at: AT };
    const file = { name: 'bank.csv', sha256: '', count: 2, total: 300_000 };
    ledger.markExported(batch.batchId, { format: 'csv', files: [file], leftOut: [] }, act);
    const results = [1, 2].map((lineNo) => ({ lineNo, outcome: 'paid' as const, code: null, text: null, day: null }));
    ledger.recordReturns(batch.batchId, { file: 'r.csv', sha256: 'x', coverage: 'full', results }, act);
    const batches = ledger.ofYear('2024');
    expect(ledger.ofYear('2023')).toEqual([]);
    const bank = await statement([paid(1, 1000), paid(2, 2000)]);
    const reconciliation = reconcile({ year: '2024', batches, bank });
    const report = reconciliationReport(reconciliation, batches, [
      { benefit: '务工奖补', amount: 100_000 },
      { benefit: 'business-bonus', amount: 199_999 },
    ]);
    expect(reconciliation.agrees).toBe(true);
    expect(report).toMatchObject({
      agrees: false,
      batches: [batch.batchId],
      kinds: { matched: { lines: 2, amount: '3000.00' }, 'in-flight': { lines: 0, amount: '0.00' } },
      totals: { ledger: { lines: 2, amount: '3000.00' }, bank: { lines: 2, amount: '3000.00' }, difference: '0.00' },
      equation: { due: { lines: 2, amount: '3000.00' }, paid: { lines: 2, amount: '3000.00' }, balanced: true },
      communities: [
        { community: '东苑社区', ledger_amount: '2000.00' },
        { community: '西苑社区', lines: 1 },
      ],
      budget: [
        { over: false, left: '0.00' },
        { over: true, left: '-0.01' },
      ],
    });
    expect(report.benefits.map(({ benefit_id, paid: own }) => [benefit_id, own.amount])).toEqual([
      ['business-bonus', '2000.00'],
      ['employment-bonus', '1000.00'],
    ]);
    expect(budgetFindings(report)).toMatchObject([{ code: 'LED-10', params: { benefit: 'business-bonus' } }]);
  });

  test('masks ID numbers in the CSV', () => {
    const person = detail(1, { household: 1, amount: 100, kind: 'person' }, 'paid');
    const own = { ...person, line: { ...person.line, payee: { ...person.line.payee, id: madeUpId(5) } } };
    const { rows } = reconcile({ year: '2024', batches: [batchOf(A, [own])], bank: [] });
    expect(JSON.stringify([...reconciliationCsvRows(rows, false)])).not.toContain(madeUpId(5));
    expect(JSON.stringify([...reconciliationCsvRows(rows, true)])).toContain(madeUpId(5));
  });
});
