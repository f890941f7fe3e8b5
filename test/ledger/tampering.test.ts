import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { AT, content, origin, tempFolder } from './batch-fixture.js';

interface Raw {
  exec(sql: string): void;
  close(): void;
}

const act = { by: '出纳', at: AT };

/** The driver without our rules: what somebody with a database tool can do. */
function tamper(file: string, sql: string): void {
  const require = createRequire(import.meta.url);
  const { DatabaseSync } = require('@photostructure/sqlite') as { DatabaseSync: new (path: string) => Raw };
  const raw = new DatabaseSync(file);
  try {
    raw.exec('PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF');
    raw.exec(sql);
  } finally {
    raw.close();
  }
}

/** Two batches, one of them settled, one approved. */
function fill(ledger: Ledger): void {
  for (const [period, households] of [
    ['2024-10', [1, 2]],
    ['2024-11', [3, 4]],
  ] as const) {
    const batch = content(
      period,
      households.map((household) => ({ household, amount: 200_000 })),
    );
    ledger.saveDraft(batch, origin(), AT);
    ledger.approve(batch.batchId, { by: '审核人', at: AT });
  }
  const first = 'ningdong-2023-62.2024-10.main';
  const file = { name: 'bank.csv', sha256: '', count: 2, total: 400_000 };
  ledger.markExported(first, { format: 'csv', files: [file], leftOut: [] }, act);
  const results = [
    { lineNo: 1, outcome: 'paid' as const, code: null, text: null, day: '2024-11-01' },
    { lineNo: 2, outcome: 'failed' as const, code: 'FROZEN', text: '冻结', day: null },
  ];
  ledger.recordReturns(first, { file: 'r.csv', sha256: 'x', coverage: 'full', results }, act);
  ledger.reverse(first, 1, { reason: '多发', amount: 100 }, act);
}

function filled(): string {
  const file = path.join(tempFolder(), 'butie.db');
  const ledger = openLedger(file, { create: true });
  fill(ledger);
  expect(ledger.verify().problems).toEqual([]);
  ledger.dispose();
  return file;
}

describe('the ledger only grows', () => {
  test.each([
    'UPDATE line SET amount = 1',
    'DELETE FROM charge',
    "UPDATE entry SET actor = 'x'",
    'DELETE FROM line_event',
    'REPLACE INTO version SELECT * FROM version WHERE seq = 1',
  ])('%s is refused by the file itself', (sql) => {
    const file = filled();
    const statement = sql.startsWith('REPLACE') ? `PRAGMA recursive_triggers = ON; ${sql}` : sql;
    expect(() => tamper(file, statement)).toThrow(/append-only/);
  });
});

describe('verification finds', () => {
  const unguarded = (table: string): string => `DROP TRIGGER ${table}_no_update; DROP TRIGGER ${table}_no_delete;`;
  const kindsAfter = (sql: string): { kinds: string[]; first: number | null } => {
    const file = filled();
    tamper(file, sql);
    const ledger = openLedger(file, { create: false });
    try {
      const { ok, problems } = ledger.verify();
      expect(ok).toBe(false);
      const inEntries = problems.filter(({ kind }) => kind !== 'guard' && kind !== 'file');
      return { kinds: [...new Set(inEntries.map(({ kind }) => kind))].sort(), first: inEntries[0]?.seq ?? null };
    } finally {
      ledger.dispose();
    }
  };

  test('guards that were taken off', () => {
    expect(kindsAfter('DROP TRIGGER line_no_update').kinds).toEqual([]);
  });
  test('a changed amount', () => {
    expect(
      kindsAfter(`${unguarded('line')} UPDATE line SET amount = amount + 1 WHERE version = 1 AND line_no = 1`),
    ).toEqual({
      kinds: ['balance', 'content'],
      first: 1,
    });
  });
  test('a changed account', () => {
    const sql = `${unguarded('line')} UPDATE line SET account_number = '6228480000000009' WHERE version = 3 AND line_no = 1`;
    expect(kindsAfter(sql)).toEqual({ kinds: ['content'], first: 3 });
  });
  test('a charge that was taken away', () => {
    expect(kindsAfter(`${unguarded('charge')} DELETE FROM charge WHERE version = 1 AND ord = 1`).kinds).toEqual([
      'content',
    ]);
  });
  test('a bank result that was turned round', () => {
    const sql = `${unguarded('line_event')} UPDATE line_event SET kind = 'paid', code = NULL WHERE kind = 'failed'`;
    expect(kindsAfter(sql)).toEqual({ kinds: ['events'], first: 6 });
  });
  test('a bank result that was slipped in', () => {
    const sql = "INSERT INTO line_event (version, line_no, seq, kind, amount) VALUES (3, 1, 4, 'failed', 200000)";
    expect(kindsAfter(sql)).toEqual({ kinds: ['events'], first: 4 });
  });
  test('a rewritten entry', () => {
    expect(kindsAfter(`${unguarded('entry')} UPDATE entry SET actor = '别人' WHERE seq = 2`)).toEqual({
      kinds: ['chain'],
      first: 2,
    });
  });
  test('an entry that was taken away', () => {
    const { kinds, first } = kindsAfter(`${unguarded('entry')} DELETE FROM entry WHERE seq = 2`);
    expect(kinds).toContain('chain');
    expect(first).toBe(3);
  });
  test('a due against a debt that was changed, or slipped in', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const ledger = openLedger(file, { create: true });
    fill(ledger);
    const kept = content('2024-12', [], { offsets: [{ household: 1, amount: 100, benefit: 'business-bonus' }] });
    ledger.saveDraft(kept, origin(), AT);
    ledger.approve(kept.batchId, { by: '审核人', at: AT });
    expect(ledger.verify().problems).toEqual([]);
    ledger.dispose();
    const problems = (sql: string): unknown[] => {
      tamper(file, sql);
      const opened = openLedger(file, { create: false });
      try {
        return opened.verify().problems.map(({ kind, batchId }) => [kind, batchId]);
      } finally {
        opened.dispose();
      }
    };
    const guards = (name: string): string => `DROP TRIGGER ${name}_no_update; DROP TRIGGER ${name}_no_delete;`;
    expect(() => {
      tamper(file, 'DELETE FROM offset_charge');
    }).toThrow(/append-only/);
    expect(problems(`${guards('offset_entry')} UPDATE offset_entry SET payee_name = '别人'`)).toContainEqual([
      'content',
      kept.batchId,
    ]);
    const raised = `${guards('offset_charge')} UPDATE offset_charge SET amount = 600000 WHERE ord = 1`;
    expect(problems(raised)).toContainEqual(['cap', kept.batchId]);
  });
  test('another approver, another maker, another file', () => {
    expect(kindsAfter(`${unguarded('version')} UPDATE version SET maker = '别人' WHERE seq = 1`).kinds).toEqual([
      'content',
    ]);
    expect(kindsAfter(`${unguarded('input')} UPDATE input SET sha256 = 'x' WHERE version = 1`).kinds).toEqual([
      'content',
    ]);
    expect(kindsAfter(`${unguarded('version')} UPDATE version SET receipt = '{}' WHERE seq = 1`).kinds).toEqual([
      'content',
    ]);
  });
});

test('a batch whose content no longer is what was approved cannot be exported or closed', () => {
  const file = filled();
  tamper(file, "DROP TRIGGER line_no_update; UPDATE line SET account_number = '6228480000000009' WHERE line_no = 1");
  const ledger = openLedger(file, { create: false });
  try {
    for (const work of [
      () => ledger.exportable('ningdong-2023-62.2024-11.main'),
      () => ledger.closeBatch('ningdong-2023-62.2024-10.main', act),
    ]) {
      try {
        work();
        expect.unreachable();
      } catch (error) {
        expect(error).toMatchObject({ reason: 'content-changed' });
        expect(error).toBeInstanceOf(LedgerFault);
      }
    }
  } finally {
    ledger.dispose();
  }
});
