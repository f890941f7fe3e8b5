import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256 } from '../../src/domain/content-hash.js';
import { AT, content, madeUpId, origin, tempLedger } from './batch-fixture.js';

/** What somebody has who has the export alone: rows of texts, and sha256. */
type Row = Readonly<Record<string, string | number | null>>;

/** Follows the chain through exported entries; works out again the hash of every entry in which nothing is masked. */
function follow(entries: readonly Row[]): {
  readonly linked: boolean;
  readonly proved: number;
  readonly wrong: number[];
} {
  let prev: Row[string] = '0'.repeat(64);
  let linked = true;
  let proved = 0;
  const wrong: number[] = [];
  for (const { seq, kind, batch_id, at, actor, payload, prev: said, hash } of entries) {
    linked &&= said === prev;
    prev = hash ?? null;
    if (String(payload).includes('*')) continue;
    if (sha256(canonicalJson([seq, kind, batch_id, at, actor, payload, said])) === hash) proved++;
    else wrong.push(Number(seq));
  }
  return { linked, proved, wrong };
}

function exported(reveal: boolean): { readonly entries: Row[]; readonly text: string } {
  const ledger = tempLedger();
  const desk = { by: '出纳', at: AT };
  const batch = content('2024-10', [
    { household: 1, amount: 200_000 },
    { household: 2, amount: 200_000 },
  ]);
  ledger.saveDraft(batch, origin(), AT);
  ledger.approve(batch.batchId, { by: '审核人', at: AT });
  const file = { name: 'bank.csv', sha256: 'd'.repeat(64), count: 2, total: 400_000 };
  ledger.markExported(batch.batchId, { format: 'csv', files: [file], leftOut: [] }, desk);
  ledger.hold(madeUpId(3), '核查 13900000001', desk);
  const results = [
    { lineNo: 1, outcome: 'paid' as const, code: null, text: null, day: '2024-11-01' },
    { lineNo: 2, outcome: 'failed' as const, code: 'FROZEN', text: '冻结', day: null },
  ];
  // A file hash that looks like account numbers and IDs to whoever masks digits wherever they stand.
  const sum = `6228480000000000001${'640101199001010010'.padEnd(45, '7')}`;
  ledger.recordReturns(batch.batchId, { file: 'r.csv', sha256: sum, coverage: 'full', results }, desk);
  const table = ledger.exportAll({ reveal }).find(({ name }) => name === 'entries');
  const names = table?.columns.map(({ name }) => name) ?? [];
  const entries = [...(table?.rows ?? [])].map((row) =>
    Object.fromEntries(row.map((cell, i) => [names[i] ?? '', cell])),
  );
  return { entries, text: JSON.stringify(entries) };
}

describe('the chain of an export', () => {
  test('is followed and worked out again from the export alone; only what names somebody is masked', () => {
    const { entries, text } = exported(false);
    const { linked, proved, wrong } = follow(entries);
    expect({ linked, proved, wrong }).toEqual({ linked: true, proved: entries.length - 1, wrong: [] });
    expect(text).not.toContain(madeUpId(3));
    expect(text).not.toContain('13900000001');
  });

  test('in full, every entry is proved', () => {
    const { entries } = exported(true);
    expect(follow(entries)).toEqual({ linked: true, proved: entries.length, wrong: [] });
  });

  test('an altered cell is found', () => {
    const { entries } = exported(true);
    const altered = entries.map((row, i) => (i === 1 ? { ...row, actor: '别人' } : row));
    expect(follow(altered).wrong).toEqual([2]);
  });
});
