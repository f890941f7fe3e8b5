import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { AT, content, origin, tempFolder } from './batch-fixture.js';

const first = 'ningdong-2023-62.2024-10.main';

/** Two approved months and a draft of the third. */
function filled(): string {
  const file = path.join(tempFolder(), 'butie.db');
  const ledger = openLedger(file, { create: true });
  for (const [period, household] of [
    ['2024-10', 1],
    ['2024-11', 2],
    ['2024-12', 3],
  ] as const) {
    const batch = content(period, [{ household, amount: 200_000 }]);
    ledger.saveDraft(batch, origin(), AT);
    if (household < 3) ledger.approve(batch.batchId, { by: '审核人', at: AT });
  }
  ledger.dispose();
  return file;
}

/** What somebody with a database tool can do; the guards are put back as they were. */
function tamper(file: string, sql: string): void {
  const require = createRequire(import.meta.url);
  const { DatabaseSync } = require('@photostructure/sqlite') as {
    DatabaseSync: new (
      path: string,
    ) => {
      exec(sql: string): void;
      prepare(sql: string): { all(): { name: string; sql: string }[] };
      close(): void;
    };
  };
  const raw = new DatabaseSync(file);
  try {
    raw.exec('PRAGMA foreign_keys = OFF');
    const guards = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    for (const { name } of guards) raw.exec(`DROP TRIGGER ${name}`);
    raw.exec(sql);
    for (const guard of guards) raw.exec(guard.sql);
  } finally {
    raw.close();
  }
}

const refused = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof LedgerFault ? error.reason : String(error);
  }
};

describe('altered history', () => {
  it.each([
    ['an amount', 'UPDATE line SET amount = 1 WHERE version = 1'],
    ['a charge', 'UPDATE charge SET amount = 0 WHERE version = 1'],
    ['a charge taken out', 'DELETE FROM charge WHERE version = 1'],
    ['a maximum', 'UPDATE charge SET max_amount = 99999999 WHERE version = 1'],
    ['a payee', "UPDATE line SET payee_id = 'H9', household_id = 'H9' WHERE version = 1"],
    ['an entry', "UPDATE entry SET actor = '别人' WHERE seq = 2"],
    ['an approval taken out', "DELETE FROM entry WHERE kind = 'approve' AND seq = 2"],
    ['a foreign trigger', 'CREATE TRIGGER quiet BEFORE INSERT ON charge BEGIN SELECT RAISE(IGNORE); END'],
    ['a view', 'CREATE VIEW paid AS SELECT * FROM line'],
    ['a foreign table', 'CREATE TABLE notes (a)'],
    ['a missing index', 'DROP INDEX charge_key'],
    ['another index', 'DROP INDEX charge_key; CREATE INDEX charge_key ON charge (key)'],
  ])('%s: nothing is paid by it', (_, sql) => {
    const file = filled();
    tamper(file, sql);
    const ledger = openLedger(file, { create: false });
    try {
      expect(ledger.verify().ok).toBe(false);
      expect(refused(() => ledger.history())).toBe('altered');
      expect(refused(() => ledger.approve('ningdong-2023-62.2024-12.main', { by: '审核人', at: AT }))).toBe('altered');
    } finally {
      ledger.dispose();
    }
  });

  it('is none where nothing was touched', () => {
    const ledger = openLedger(filled(), { create: false });
    expect(ledger.verify()).toMatchObject({ ok: true, problems: [] });
    expect(refused(() => ledger.history())).toBe('done');
    ledger.dispose();
  });
});

describe('the head of the chain', () => {
  it('is found again as long as nothing before it went', () => {
    const file = filled();
    const ledger = openLedger(file, { create: false });
    const { entries, hash } = ledger.head();
    expect(entries).toBe(5);
    expect(ledger.verify().head).toBe(hash);
    expect(ledger.wentThrough({ entries, hash })).toBe(true);
    expect(ledger.wentThrough({ entries: null, hash })).toBe(true);
    expect(ledger.wentThrough({ entries: 4, hash })).toBe(false);
    expect(ledger.wentThrough({ entries: 0, hash: '0'.repeat(64) })).toBe(true);
    expect(ledger.wentThrough({ entries: null, hash: 'a'.repeat(64) })).toBe(false);
    ledger.dispose();
  });

  it('shows a ledger that was cut back, emptied or made anew, though it holds in itself', () => {
    const file = filled();
    const ledger = openLedger(file, { create: false });
    const head = ledger.head();
    const batch = { id: first, contentHash: ledger.find(first).contentHash };
    ledger.dispose();
    tamper(
      file,
      'DELETE FROM entry WHERE seq = 5; DELETE FROM charge WHERE version = 5; DELETE FROM line WHERE version = 5; DELETE FROM input WHERE version = 5; DELETE FROM trace WHERE version = 5; DELETE FROM household_people WHERE version = 5; DELETE FROM version WHERE seq = 5',
    );
    const cut = openLedger(file, { create: false });
    expect(cut.verify().ok).toBe(true);
    expect(cut.wentThrough(head)).toBe(false);
    expect(cut.wentThrough({ entries: 0, hash: '0'.repeat(64), batch })).toBe(true);
    cut.dispose();
    const emptied = openLedger(path.join(tempFolder(), 'butie.db'), { create: true });
    expect(emptied.verify().ok).toBe(true);
    expect(emptied.wentThrough(head)).toBe(false);
    expect(emptied.wentThrough({ entries: 0, hash: '0'.repeat(64), batch })).toBe(false);
    emptied.dispose();
  });

  it('is the same for the same batch made again', () => {
    const ledger = openLedger(filled(), { create: false });
    const { contentHash } = ledger.find(first);
    expect(ledger.headWhenMade(first, contentHash)).toEqual({ entries: 0, hash: '0'.repeat(64) });
    expect(ledger.headWhenMade(first, 'other').entries).toBe(5);
    ledger.dispose();
  });
});
