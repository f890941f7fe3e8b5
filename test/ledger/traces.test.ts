import { expect, test } from 'vitest';
import { Database } from '../../src/ledger/store/database.js';
import { insertTraces, packTraces, readTrace, storedTracesHash } from '../../src/ledger/store/traces.js';

/** The table alone, without the triggers that keep a ledger append-only. */
function traceTable(): Database {
  const database = Database.open(':memory:', { create: true });
  database.exec('CREATE TABLE trace (version INTEGER, first_line INTEGER, last_line INTEGER, data BLOB) STRICT');
  return database;
}

const traces = Array.from(
  { length: 2345 },
  (_, i) => [i * 2 + 1, JSON.stringify({ name: `䶮𠮷${i}`, text: 'a\nb' })] as const,
);

test('every trace of several blocks comes back as it was, others are not there', () => {
  const database = traceTable();
  insertTraces(database, 1, packTraces(traces));
  for (const [lineNo, json] of traces) expect(readTrace(database, 1, lineNo)).toBe(json);
  for (const lineNo of [0, 2, 2000, 4690, 9999]) expect(readTrace(database, 1, lineNo)).toBeNull();
  expect(readTrace(database, 2, 1)).toBeNull();
});

test('the hash notices a changed block, a changed number of a block and a block that is gone', () => {
  const pack = packTraces(traces);
  const broken = [
    "UPDATE trace SET data = x'00' WHERE first_line = 1",
    'UPDATE trace SET last_line = last_line + 1 WHERE first_line = 1',
    'DELETE FROM trace WHERE first_line = 1',
  ];
  for (const sql of ['SELECT 1', ...broken]) {
    const database = traceTable();
    insertTraces(database, 1, pack);
    database.exec(sql);
    expect(storedTracesHash(database, 1) === pack.hash).toBe(sql === 'SELECT 1');
  }
});

test('no traces have a hash too', () => {
  const database = traceTable();
  expect(storedTracesHash(database, 1)).toBe(packTraces([]).hash);
});
