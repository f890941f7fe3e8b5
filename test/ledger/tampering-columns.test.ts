import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { AT, content, origin, tempFolder } from './batch-fixture.js';

type Row = Readonly<Record<string, string | number | Uint8Array | null>>;
interface Raw {
  exec(sql: string): void;
  prepare(sql: string): { all(): Row[]; get(): Row | undefined };
  close(): void;
}

function open(file: string): Raw {
  const require = createRequire(import.meta.url);
  const { DatabaseSync } = require('@photostructure/sqlite') as { DatabaseSync: new (path: string) => Raw };
  return new DatabaseSync(file);
}

const TABLES = [
  'entry',
  'version',
  'input',
  'line',
  'charge',
  'trace',
  'line_event',
  'offset_entry',
  'offset_charge',
  'household_people',
  'household_person',
];

/** A ledger with something in every table: paid, failed, clawed back, kept back. */
function filled(file: string): void {
  const act = { by: '出纳', at: AT };
  const ledger = openLedger(file, { create: true });
  const batch = content('2024-10', [
    { household: 1, amount: 200_000 },
    { household: 2, amount: 200_000 },
  ]);
  const kept = content('2024-11', [], { offsets: [{ household: 1, amount: 100, benefit: 'business-bonus' }] });
  const people = batch.lines.map(({ payee, idNumber }) => ({
    householdId: payee.id,
    people: [{ id: idNumber ?? '', isHead: true, isCounted: true }],
  }));
  ledger.saveDraft(batch, { ...origin(), people }, AT);
  ledger.approve(batch.batchId, { by: '审核人', at: AT });
  const bank = { name: 'bank.csv', sha256: '', count: 2, total: 400_000 };
  ledger.markExported(batch.batchId, { format: 'csv', files: [bank], leftOut: [] }, act);
  const results = [
    { lineNo: 1, outcome: 'paid' as const, code: null, text: null, day: '2024-11-01' },
    { lineNo: 2, outcome: 'failed' as const, code: 'FROZEN', text: '冻结', day: null },
  ];
  ledger.recordReturns(batch.batchId, { file: 'r.csv', sha256: 'x', coverage: 'full', results }, act);
  ledger.reverse(batch.batchId, 1, { reason: '多发', amount: 100 }, act);
  ledger.saveDraft(kept, origin(), AT);
  ledger.approve(kept.batchId, { by: '审核人', at: AT });
  expect(ledger.verify().problems).toEqual([]);
  ledger.dispose();
}

/** Another value of the same type; text that was JSON is none any more. */
function another(value: Row[string] | undefined, type: string): string {
  if (value === null || value === undefined) return type === 'INTEGER' ? '7' : "'x'";
  if (typeof value === 'number') return String(value + 77);
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}x'` : "X'00'";
}

/** What somebody with a database tool can do who puts the guards back afterwards. */
function alter(file: string, table: string, column: string | null): void {
  const raw = open(file);
  try {
    const columns = raw.prepare(`PRAGMA table_info(${table})`).all();
    const keys = columns.filter((own) => own['pk'] !== 0).map((own) => String(own['name']));
    const row = raw.prepare(`SELECT * FROM ${table}`).get() ?? {};
    const where = keys.map((key) => `${key} = ${typeof row[key] === 'number' ? row[key] : `'${String(row[key])}'`}`);
    raw.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
    const guards = raw.prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${table}'`).all();
    raw.exec(`DROP TRIGGER ${table}_no_update; DROP TRIGGER ${table}_no_delete`);
    const type = String(columns.find((own) => own['name'] === column)?.['type'] ?? '');
    raw.exec(
      column === null
        ? `DELETE FROM ${table} WHERE ${where.join(' AND ')}`
        : `UPDATE ${table} SET "${column}" = ${another(row[column], type)} WHERE ${where.join(' AND ')}`,
    );
    for (const guard of guards) raw.exec(String(guard['sql']));
  } finally {
    raw.close();
  }
}

test.each(TABLES)('a row of %s that is taken away, or changed in any column, is found', (table) => {
  const folder = tempFolder();
  const file = path.join(folder, 'butie.db');
  filled(file);
  const raw = open(file);
  const columns = raw.prepare(`PRAGMA table_info(${table})`).all();
  raw.close();
  for (const column of [null, ...columns.map((own) => String(own['name']))]) {
    const copy = path.join(folder, `${column ?? 'row'}.db`);
    copyFileSync(file, copy);
    alter(copy, table, column);
    let found: boolean;
    try {
      const ledger = openLedger(copy, { create: false });
      try {
        found = !ledger.verify().ok;
      } finally {
        ledger.dispose();
      }
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
      found = true;
    }
    expect([table, column, found]).toEqual([table, column, true]);
  }
});
