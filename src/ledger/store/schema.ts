import { numberOf, type Database } from './database.js';
import { LedgerFault } from './ledger-fault.js';
import { fillLookups } from './lookups.js';
import { recordSpoiltDrafts } from '../read/spoilt-drafts.js';

/** `buti` in ASCII: tells our files from other programs' databases. */
const APPLICATION_ID = 0x62757469;

const TABLES = ['entry', 'version', 'input', 'line', 'charge', 'trace', 'line_event'] as const;
const OFFSET_TABLES = ['offset_entry', 'offset_charge'] as const;
const PEOPLE_TABLES = ['household_people'] as const;
const LOOKUP_TABLES = ['household_person', 'household_spelling'] as const;

/**
 * Facts only; every state is derived from them. `entry` is the chain; the other tables hold the rows an entry brought
 * in, and the entry's payload holds their hash. A `version` is one state of a batch's content: a later one of the same
 * batch supersedes it.
 */
const FIRST = `
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('draft', 'approve', 'stop', 'export', 'result', 'settle', 'reverse', 'close', 'void', 'opening')),
  batch_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX entry_batch ON entry (batch_id, seq);

CREATE TABLE version (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq),
  batch_id TEXT NOT NULL,
  policy_id TEXT NOT NULL,
  policy_version TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  period TEXT NOT NULL,
  name TEXT NOT NULL,
  as_of TEXT NOT NULL,
  readings TEXT NOT NULL,
  parameters TEXT NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0),
  line_count INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  reissue_of TEXT,
  maker TEXT NOT NULL,
  receipt TEXT NOT NULL,
  opening INTEGER NOT NULL CHECK (opening IN (0, 1))
) STRICT;
CREATE INDEX version_batch ON version (batch_id, seq);

CREATE TABLE input (
  version INTEGER NOT NULL REFERENCES version (seq),
  ord INTEGER NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (version, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX input_sha256 ON input (sha256);

CREATE TABLE line (
  version INTEGER NOT NULL REFERENCES version (seq),
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  policy_id TEXT NOT NULL,
  benefit_id TEXT NOT NULL,
  benefit TEXT NOT NULL,
  payee_kind TEXT NOT NULL CHECK (payee_kind IN ('household', 'person', 'organisation')),
  payee_id TEXT NOT NULL,
  payee_name TEXT NOT NULL,
  id_number TEXT,
  household_id TEXT,
  township TEXT,
  community TEXT,
  income_year INTEGER,
  entitlement INTEGER NOT NULL,
  paid_before INTEGER NOT NULL,
  cut_by TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  bank_name TEXT,
  account_name TEXT,
  account_number TEXT,
  clause TEXT NOT NULL,
  basis TEXT NOT NULL,
  reissue_of_line INTEGER,
  PRIMARY KEY (version, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_person ON line (id_number, household_id) WHERE id_number IS NOT NULL;
CREATE INDEX line_payee ON line (payee_id, policy_id, payee_kind, account_number);

CREATE TABLE charge (
  version INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  key TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  count INTEGER NOT NULL CHECK (count >= 0),
  max_amount INTEGER,
  max_count INTEGER,
  PRIMARY KEY (version, line_no, ord),
  FOREIGN KEY (version, line_no) REFERENCES line (version, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX charge_key ON charge (key, version, line_no, amount, count);

CREATE TABLE trace (
  version INTEGER NOT NULL REFERENCES version (seq),
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (version, first_line)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_event (
  version INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES entry (seq),
  kind TEXT NOT NULL CHECK (kind IN ('paid', 'failed', 'returned', 'stopped', 'reversed')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  code TEXT,
  text TEXT,
  day TEXT,
  PRIMARY KEY (version, line_no, seq),
  FOREIGN KEY (version, line_no) REFERENCES line (version, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_event_entry ON line_event (seq, line_no);
CREATE INDEX line_event_exception ON line_event (version, line_no) WHERE kind <> 'paid';
${TABLES.map(appendOnly).join('\n')}
`;

function appendOnly(table: string): string {
  return `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;`;
}

/**
 * Dues that a clawback takes whole. Tables of their own: they are no lines, must never reach a bank file, and are few, so
 * that nothing is slower for a ledger without them.
 */
const OFFSETS = `
CREATE TABLE offset_entry (
  version INTEGER NOT NULL REFERENCES version (seq),
  offset_no INTEGER NOT NULL CHECK (offset_no > 0),
  policy_id TEXT NOT NULL,
  benefit_id TEXT NOT NULL,
  benefit TEXT NOT NULL,
  payee_kind TEXT NOT NULL CHECK (payee_kind IN ('household', 'person', 'organisation')),
  payee_id TEXT NOT NULL,
  payee_name TEXT NOT NULL,
  id_number TEXT,
  household_id TEXT,
  township TEXT,
  community TEXT,
  income_year INTEGER,
  entitlement INTEGER NOT NULL,
  paid_before INTEGER NOT NULL,
  cut_by TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  clause TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (version, offset_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE offset_charge (
  version INTEGER NOT NULL,
  offset_no INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  key TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  count INTEGER NOT NULL CHECK (count >= 0),
  max_amount INTEGER,
  max_count INTEGER,
  PRIMARY KEY (version, offset_no, ord),
  FOREIGN KEY (version, offset_no) REFERENCES offset_entry (version, offset_no)
) STRICT, WITHOUT ROWID;
${OFFSET_TABLES.map(appendOnly).join('\n')}
`;

/**
 * What was decided beside batches (hold, release, recovery) are entries of kinds of their own: the list of kinds leaves the
 * table, the verification knows it. Beside a version stands who stood in its households, one row a household.
 */
const DECISIONS = `
CREATE TABLE entry_of_any_kind (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO entry_of_any_kind SELECT seq, kind, batch_id, at, actor, payload, prev, hash FROM entry ORDER BY seq;
DROP TABLE entry;
ALTER TABLE entry_of_any_kind RENAME TO entry;
CREATE INDEX entry_batch ON entry (batch_id, seq);
CREATE INDEX entry_kind ON entry (kind, seq);
${appendOnly('entry')}

CREATE TABLE household_people (
  version INTEGER NOT NULL REFERENCES version (seq),
  ord INTEGER NOT NULL,
  household_id TEXT NOT NULL,
  people TEXT NOT NULL,
  PRIMARY KEY (version, ord)
) STRICT, WITHOUT ROWID;
${appendOnly('household_people')}
`;

/**
 * What was decided about those who get no line, packed by the thousand. Blocks of a draft that another one replaced may go:
 * nobody ever acted on it, and a month that is tried ten times would else be kept ten times. Their hash stays in the chain.
 */
const OUTCOMES = `
CREATE TABLE outcome (
  version INTEGER NOT NULL REFERENCES version (seq),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  marks BLOB NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (version, first)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER outcome_no_update BEFORE UPDATE ON outcome BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER outcome_no_delete BEFORE DELETE ON outcome WHEN NOT EXISTS (
  SELECT 1 FROM version own JOIN version next ON next.batch_id = own.batch_id AND next.seq > own.seq
  WHERE own.seq = OLD.version
) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`;

/**
 * Looked up by people and by spellings of numbers instead of read through: who stood in which household, and numbers that are
 * not in the spelling by which they are compared now.
 */
const LOOKUPS = `
CREATE TABLE household_person (
  person_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  PRIMARY KEY (person_id, version, ord),
  FOREIGN KEY (version, ord) REFERENCES household_people (version, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE household_spelling (
  folded TEXT NOT NULL,
  household_id TEXT NOT NULL,
  PRIMARY KEY (folded, household_id)
) STRICT, WITHOUT ROWID;
${LOOKUP_TABLES.map(appendOnly).join('\n')}
`;

interface Step {
  readonly sql: string;
  /** What the new tables hold of a ledger that was there before. */
  readonly fill?: (database: Database) => void;
}

/** Step n takes a file from version n to n + 1. Steps are never changed once released, only added. */
const MIGRATIONS: readonly Step[] = [
  { sql: FIRST },
  { sql: OFFSETS },
  { sql: DECISIONS },
  { sql: OUTCOMES },
  {
    sql: LOOKUPS,
    fill: (database) => {
      fillLookups(database);
      recordSpoiltDrafts(database);
    },
  },
];

/** Version of the schema this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Names of the triggers that keep the ledger append-only. */
export const GUARD_TRIGGERS: readonly string[] = [
  ...TABLES,
  ...OFFSET_TABLES,
  ...PEOPLE_TABLES,
  ...LOOKUP_TABLES,
  'outcome',
].flatMap((table) => [`${table}_no_update`, `${table}_no_delete`]);

/** Makes a new file a ledger, brings an older one forward, refuses a newer or foreign one with a LedgerFault. */
export function migrate(database: Database): void {
  // One view of the file: between two looks another process may have made it a ledger.
  if (database.read(() => standing(database)) === SCHEMA_VERSION) return;
  // A table that others refer to is put in the place of another one: no row of theirs is without its own meanwhile.
  database.exec('PRAGMA foreign_keys = OFF');
  try {
    database.write(() => {
      // Another process may have been faster between the look above and the lock.
      const steps = MIGRATIONS.slice(standing(database));
      for (let version = standing(database); version < SCHEMA_VERSION; version++) {
        database.exec(MIGRATIONS[version]?.sql ?? '');
        database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
      }
      // When every table is as this program knows it.
      for (const { fill } of steps) fill?.(database);
    });
  } finally {
    database.exec('PRAGMA foreign_keys = ON');
  }
}

function standing(database: Database): number {
  const applicationId = pragma(database, 'application_id');
  const version = pragma(database, 'user_version');
  if (applicationId !== APPLICATION_ID) {
    const objects = database.get('SELECT count(*) AS n FROM sqlite_schema');
    const empty = applicationId === 0 && version === 0 && objects !== undefined && numberOf(objects, 'n') === 0;
    if (!empty) throw new LedgerFault('not-a-ledger', { file: database.file });
    return 0;
  }
  if (version > SCHEMA_VERSION) throw new LedgerFault('newer-schema', { found: version, known: SCHEMA_VERSION });
  return version;
}

function pragma(database: Database, name: 'application_id' | 'user_version'): number {
  const row = database.get(`PRAGMA ${name}`);
  return row === undefined ? 0 : numberOf(row, name);
}
