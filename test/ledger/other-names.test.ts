import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BatchContent, BatchOrigin } from '../../src/domain/batch.js';
import { contentHash } from '../../src/domain/content-hash.js';
import type { HouseholdPeople } from '../../src/domain/household-people.js';
import { openLedger, type Ledger } from '../../src/ledger/ledger.js';
import { Database } from '../../src/ledger/store/database.js';
import { append } from '../../src/ledger/store/entries.js';
import { insertVersion, versionPayload } from '../../src/ledger/store/versions.js';
import { AT, content, madeUpId, origin, tempFolder, tempLedger, type LineSketch } from './batch-fixture.js';

/** One household under several numbers: as it was spelt before, declared the same, and with members who are looked up by ID. */

const check = { by: '李审核', at: AT };
const desk = { by: '出纳', at: AT };

interface Raw {
  exec(sql: string): void;
  prepare(sql: string): { get(): unknown };
  close(): void;
}

/** The file without this program. */
function raw(file: string, work: (database: Raw) => void): void {
  const require = createRequire(import.meta.url);
  const { DatabaseSync } = require('@photostructure/sqlite') as { DatabaseSync: new (path: string) => Raw };
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF');
    work(database);
  } finally {
    database.close();
  }
}

const BACK_TO_4 = `DROP TABLE household_person; DROP TABLE household_spelling; PRAGMA user_version = 4`;

/** A batch whose households have these numbers instead of their own. */
function numbered(period: string, lines: readonly (LineSketch & { readonly as: string })[]): BatchContent {
  const plain = content(period, lines);
  const renamed = plain.lines.map((line, i) => {
    const { as = line.payee.id } = lines[i] ?? {};
    const rename = (key: string): string => key.replace(`household:${line.payee.id}`, `household:${as}`);
    const charges = line.charges.map((charge) => ({ ...charge, key: rename(charge.key) }));
    return { ...line, payee: { ...line.payee, id: as }, householdId: as, charges };
  });
  const whole = { ...plain, lines: renamed };
  return { ...whole, contentHash: contentHash(whole) };
}

/** The origin of a batch in whose households these people stood. */
function withPeople(people: readonly HouseholdPeople[]): BatchOrigin {
  return { ...origin(), people };
}

function save(ledger: Ledger, batch: BatchContent, people: readonly HouseholdPeople[] = []): string {
  ledger.saveDraft(batch, people.length === 0 ? origin() : withPeople(people), AT);
  return batch.batchId;
}

describe('a number that was spelt otherwise before', () => {
  test('has the history, caps and holds of the spelling of now', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const before = openLedger(file, { create: true });
    before.approve(save(before, numbered('2024-09', [{ household: 1, as: 'hh—1', amount: 400_000 }])), check);
    before.dispose();
    raw(file, (database) => {
      database.exec(BACK_TO_4);
    });
    const ledger = tempLedger(file);
    expect(ledger.verify().problems).toEqual([]);
    const history = ledger.history();
    history.meet('HH-1', madeUpId(1));
    expect(history.charged('ningdong-2023-62|bonus-total|household:HH-1|policy').amount).toBe(400_000);
    save(ledger, numbered('2024-10', [{ household: 1, as: 'HH-1', amount: 200_000 }]));
    expect(() => ledger.approve('ningdong-2023-62.2024-10.main', check)).toThrow(/cap-exceeded/);
    ledger.hold('‘hh－1’', '核查', desk);
    expect(ledger.history().standingHold('HH-1')).toMatchObject({ payee: 'HH-1' });
  });

  test('breaks a cap together with it, and the verification says so', () => {
    const file = path.join(tempFolder(), 'butie.db');
    // As an earlier program approved them: two spellings were two households.
    for (const [household, period, as] of [
      [1, '2024-09', 'hh-1'],
      [2, '2024-10', 'HH—1'],
    ] as const) {
      const ledger = openLedger(file, { create: true });
      ledger.approve(save(ledger, numbered(period, [{ household, as, amount: 400_000 }])), check);
      ledger.dispose();
      raw(file, (database) => {
        const trigger = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'household_spelling_no_delete'");
        const { sql } = trigger.get() as { sql: string };
        database.exec(`DROP TRIGGER household_spelling_no_delete; DELETE FROM household_spelling; ${sql}`);
      });
    }
    raw(file, (database) => {
      database.exec(BACK_TO_4);
    });
    const problems = tempLedger(file).verify().problems;
    expect(problems.map(({ kind, batchId }) => `${kind} ${batchId}`)).toEqual([
      // The benefit of the year, and the pool.
      'cap ningdong-2023-62.2024-10.main',
      'cap ningdong-2023-62.2024-10.main',
    ]);
  });
});

describe('two numbers that were declared one', () => {
  test('broke nothing before, and may break nothing after', () => {
    const ledger = tempLedger();
    for (const [household, period] of [
      [1, '2024-08'],
      [2, '2024-09'],
    ] as const)
      ledger.approve(save(ledger, content(period, [{ household, amount: 400_000 }])), check);
    ledger.release({ of: 'LED-03', payee: 'HH000002', sameAs: 'HH000001', reason: '换了户编号' }, desk);
    expect(ledger.verify().problems).toEqual([]);
    save(ledger, content('2024-10', [{ household: 2, amount: 100, year: 2023 }]));
    expect(() => ledger.approve('ningdong-2023-62.2024-10.main', check)).toThrow(/cap-exceeded/);
  });
});

describe('who stood in a household', () => {
  const people = (household: string, ...ids: readonly number[]): HouseholdPeople => ({
    householdId: household,
    people: ids.map((n, i) => ({ id: madeUpId(n), isHead: i === 0, isCounted: true })),
  });

  test('is found by ID, in the order of payment, with batches from before it was kept', () => {
    const ledger = tempLedger();
    ledger.approve(save(ledger, content('2024-08', [{ household: 7, amount: 100 }])), check);
    const first = content('2024-09', [
      { household: 1, amount: 100 },
      { household: 2, amount: 100 },
    ]);
    ledger.approve(save(ledger, first, [people('HH000001', 1, 11), people('HH000002', 2, 12)]), check);
    const found = (...ids: readonly number[]): unknown[] =>
      [...ledger.history().paidHouseholds(() => ids.map(madeUpId))].map(({ householdId }) => householdId);
    expect(found(11)).toEqual(['HH000001']);
    expect(found(12, 11, 1)).toEqual(['HH000001', 'HH000002']);
    expect(found(12, 7)).toEqual(['HH000007', 'HH000002']);
    expect(found(99)).toEqual([]);
    const many = Array.from({ length: 6000 }, (_, n) => n + 1000);
    expect(found(...many, 12, 7, 11)).toEqual(['HH000007', 'HH000001', 'HH000002']);
  });

  test('goes along with a reissue, so that LED-03 knows them all', () => {
    const ledger = tempLedger();
    const source = save(ledger, content('2024-09', [{ household: 1, amount: 100 }]), [people('HH000001', 1, 11)]);
    ledger.approve(source, check);
    const file = { name: 'bank.csv', sha256: '', count: 1, total: 100 };
    ledger.markExported(source, { format: 'csv', files: [file], leftOut: [] }, desk);
    const results = [{ lineNo: 1, outcome: 'failed' as const, code: 'FROZEN', text: '冻结', day: null }];
    ledger.recordReturns(source, { file: 'r.csv', sha256: 'x', coverage: 'full', results }, desk);
    const again = content('2024-10', [{ household: 1, amount: 100, reissueOfLine: 1 }], { reissueOf: source });
    ledger.approve(save(ledger, again), check);
    expect(ledger.verify().problems).toEqual([]);
    // Another number and head; the member 11, who was counted, stands in it.
    save(ledger, content('2024-11', [{ household: 5, amount: 100 }]), [people('HH000005', 5, 11)]);
    expect(() => ledger.approve('ningdong-2023-62.2024-11.main', check)).toThrow(/paid-twice/);
  });

  test('cannot be taken out of the look-up unseen', () => {
    const file = path.join(tempFolder(), 'butie.db');
    const ledger = openLedger(file, { create: true });
    save(ledger, content('2024-09', [{ household: 1, amount: 100 }]), [people('HH000001', 1, 11)]);
    expect(ledger.verify().ok).toBe(true);
    ledger.dispose();
    raw(file, (database) => {
      database.exec(
        `DROP TRIGGER household_person_no_delete; DELETE FROM household_person WHERE person_id = '${madeUpId(11)}'`,
      );
    });
    expect(
      tempLedger(file)
        .verify()
        .problems.map(({ kind }) => kind),
    ).toEqual(['guard', 'content']);
  });
});

describe('a draft with a U+0000 in a text, as earlier programs took it in', () => {
  const bad = content('2024-10', [
    { household: 1, amount: 100, name: '张\u0000三' },
    { household: 2, amount: 200 },
  ]);

  /** A ledger of the step before, with such a draft in it: written as programs wrote it that did not look at texts. */
  function spoilt(): string {
    const file = path.join(tempFolder(), 'butie.db');
    openLedger(file, { create: true }).dispose();
    const database = Database.open(file, { create: false });
    database.write(() => {
      const entry = { kind: 'draft', batchId: bad.batchId, at: AT, actor: '制单人' } as const;
      insertVersion(database, append(database, entry, versionPayload(bad, origin())), bad, origin(), false);
    });
    database.close();
    raw(file, (plain) => {
      plain.exec(BACK_TO_4);
    });
    return file;
  }

  test('is noted when the ledger is brought forward, which then verifies; it is never approved', () => {
    const ledger = tempLedger(spoilt());
    const { ok, entries, notes } = ledger.verify();
    expect({ ok, entries, notes: notes.length }).toEqual({ ok: true, entries: 2, notes: 1 });
    expect(notes[0]?.zh).toContain(bad.batchId);
    expect(ledger.exportAll().find(({ name }) => name === 'entries')?.rows).toBeDefined();
    expect(() => ledger.approve(bad.batchId, check)).toThrow(/content-changed/);
    const good = content('2024-10', [{ household: 1, amount: 100, name: '张三' }]);
    expect(ledger.saveDraft(good, origin(), AT).result).toBe('replaced');
    ledger.approve(bad.batchId, check, [], good.contentHash);
    expect(ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });

  test('is noted once, and still noticed when it is altered afterwards', () => {
    const file = spoilt();
    openLedger(file, { create: false }).dispose();
    raw(file, (plain) => {
      plain.exec("DROP TRIGGER line_no_update; UPDATE line SET payee_name = '李四' WHERE line_no = 1");
    });
    const ledger = tempLedger(file);
    expect(ledger.verify().problems.map(({ kind }) => kind)).toEqual(['guard', 'content']);
  });

  test('is no cover for other sums or for what was approved', () => {
    const altered = spoilt();
    raw(altered, (plain) => {
      plain.exec('DROP TRIGGER line_no_update; UPDATE line SET amount = 300 WHERE line_no = 2');
    });
    expect(tempLedger(altered).verify()).toMatchObject({ ok: false, notes: [] });
    const approved = path.join(tempFolder(), 'butie.db');
    const ledger = openLedger(approved, { create: true });
    ledger.approve(save(ledger, content('2024-10', [{ household: 1, amount: 100 }])), check);
    ledger.dispose();
    raw(approved, (plain) => {
      plain.exec(`DROP TRIGGER line_no_update; UPDATE line SET payee_name = '李四'; ${BACK_TO_4}`);
    });
    expect(tempLedger(approved).verify()).toMatchObject({ ok: false, notes: [] });
  });
});
