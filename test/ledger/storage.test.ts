import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Database } from '../../src/ledger/store/database.js';
import { faultText } from '../../src/ledger/store/fault-text.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import { SCHEMA_VERSION } from '../../src/ledger/store/schema.js';
import { AT, content, origin, tempFolder, tempLedger } from './batch-fixture.js';

function faultOf(work: () => unknown): LedgerFault {
  try {
    work();
  } catch (error) {
    if (error instanceof LedgerFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

function raw(file: string, sql: string): void {
  const require = createRequire(import.meta.url);
  const { DatabaseSync } = require('@photostructure/sqlite') as {
    DatabaseSync: new (path: string) => { exec(sql: string): void; close(): void };
  };
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

describe('opening', () => {
  test('makes a ledger when asked to, and only then', () => {
    const file = path.join(tempFolder(), 'butie.db');
    expect(faultOf(() => openLedger(file, { create: false })).reason).toBe('missing');
    expect(existsSync(file)).toBe(false);
    tempLedger(file).dispose();
    const again = openLedger(file, { create: false });
    expect(again.batches()).toEqual([]);
    again.dispose();
  });

  test('an empty file is a ledger that was not begun', () => {
    const file = path.join(tempFolder(), 'butie.db');
    writeFileSync(file, '');
    const ledger = openLedger(file, { create: false });
    expect(ledger.verify().ok).toBe(true);
    ledger.dispose();
  });

  test('refuses what is no ledger and leaves it as it is', () => {
    const folder = tempFolder();
    const text = path.join(folder, 'notes.db');
    writeFileSync(text, '会议记录\n'.repeat(400));
    expect(faultOf(() => openLedger(text, { create: true })).reason).toBe('not-a-database');
    expect(readFileSync(text, 'utf8')).toBe('会议记录\n'.repeat(400));
    const other = path.join(folder, 'other.db');
    raw(other, 'CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    expect(faultOf(() => openLedger(other, { create: true })).reason).toBe('not-a-ledger');
    for (const create of [true, false])
      expect(faultOf(() => openLedger(folder, { create })).reason).toBe('cannot-open');
    expect(faultOf(() => openLedger(path.join(text, 'x.db'), { create: true })).reason).toBe('cannot-open');
  });

  test('brings an older ledger forward and keeps every byte of its chain', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const ledger = tempLedger(file);
    ledger.saveDraft(content('2024-10', [{ household: 1, amount: 100 }]), origin(), AT);
    const { head } = ledger.verify();
    ledger.dispose();
    raw(
      file,
      'DROP TABLE outcome; DROP TABLE household_person; DROP TABLE household_spelling; DROP TABLE household_people; DROP TABLE offset_charge; DROP TABLE offset_entry; PRAGMA user_version = 1',
    );
    const later = tempLedger(file);
    expect(later.verify()).toMatchObject({ ok: true, head });
    const offsets = [{ household: 1, amount: 100 }];
    expect(later.saveDraft(content('2024-11', [], { offsets }), origin(), AT).result).toBe('created');
  });

  test('refuses a newer ledger', () => {
    const file = path.join(tempFolder(), 'butie.db');
    tempLedger(file).dispose();
    raw(file, `PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    const fault = faultOf(() => openLedger(file, { create: true }));
    expect(fault.reason).toBe('newer-schema');
    expect(fault.text('zh').what).toContain(String(SCHEMA_VERSION + 1));
  });

  test('a torn file is damage, not an empty ledger', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const ledger = tempLedger(file);
    ledger.saveDraft(
      content(
        '2024-10',
        Array.from({ length: 200 }, (_, n) => ({ household: n + 1, amount: 100 })),
      ),
      origin(),
      AT,
    );
    ledger.dispose();
    truncateSync(file, 40_960);
    const fault = faultOf(() => {
      const torn = openLedger(file, { create: true });
      try {
        torn.show('ningdong');
      } finally {
        torn.dispose();
      }
    });
    expect(fault.reason).toBe('corrupt');
  });

  test('a locked ledger is waited for, then refused', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const ledger = tempLedger(file);
    const holder = Database.open(file, { create: false });
    holder.exec('BEGIN IMMEDIATE');
    const impatient = openLedger(file, { create: false, waitMs: 50 });
    const batch = content('2024-10', [{ household: 1, amount: 100 }]);
    expect(faultOf(() => impatient.saveDraft(batch, origin(), AT)).reason).toBe('locked');
    holder.exec('ROLLBACK');
    expect(impatient.saveDraft(batch, origin(), AT).result).toBe('created');
    holder.close();
    impatient.dispose();
    expect(ledger.batches()).toHaveLength(1);
  });
});

describe('a full disk', () => {
  test('undoes the whole operation and says so', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const small = content('2024-10', [{ household: 1, amount: 100 }]);
    const ledger = tempLedger(file);
    ledger.saveDraft(small, origin(), AT);
    ledger.dispose();
    // SQLite reports a file that may not grow exactly as a disk without room.
    const database = Database.open(file, { create: false });
    database.exec('PRAGMA max_page_count = 1');
    const fault = faultOf(() =>
      database.write(() => {
        for (let n = 1; n < 2000; n++)
          database.run(
            'INSERT INTO entry (seq, kind, batch_id, at, actor, payload, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
            ...[n + 1, 'void', 'x', AT, 'x', 'y'.repeat(500), 'p', `h${n}`],
          );
      }),
    );
    expect(fault.reason).toBe('disk-full');
    database.close();
    const after = openLedger(file, { create: false });
    expect(after.verify()).toMatchObject({ ok: true, entries: 1 });
    after.dispose();
  });

  const device = '/dev/full';
  test.skipIf(!existsSync(device))('cannot be made a ledger', () => {
    const fault = faultOf(() => openLedger(device, { create: true }));
    expect(['not-a-database', 'io', 'cannot-open', 'disk-full', 'locked']).toContain(fault.reason);
  });
});

test('every fault has words in both languages, without full stops or leftovers', () => {
  const reasons = [
    ...([
      'missing',
      'cannot-open',
      'read-only',
      'disk-full',
      'not-a-database',
      'not-a-ledger',
      'newer-schema',
    ] as const),
    ...([
      'locked',
      'corrupt',
      'io',
      'driver',
      'unknown-batch',
      'ambiguous-batch',
      'wrong-state',
      'same-person',
    ] as const),
    ...(['no-name', 'content-changed', 'cap-exceeded', 'unknown-line', 'line-state', 'reversal-amount'] as const),
    ...(['nothing-to-export', 'no-lines', 'over-budget', 'conservation', 'bad-content', 'bad-result'] as const),
    ...([
      'file-of-other-batch',
      'already-imported',
      'imported-elsewhere',
      'not-reissuable',
      'already-reissued',
    ] as const),
  ];
  for (const reason of reasons) {
    for (const lang of ['zh', 'en'] as const) {
      const { what, why, how } = faultText(reason, {}, lang);
      for (const text of [what, why, how]) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/[。.]$|非法|[{}]|undefined/);
      }
      expect(/\p{Script=Han}/u.test(what)).toBe(lang === 'zh');
    }
  }
});
