import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { isOnNetworkShare } from './network-share.js';
import { LedgerFault } from './ledger-fault.js';
import type { StorageReason } from './fault-reason.js';

/** What SQLite takes and gives: text, whole numbers, bytes, nothing. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A prepared statement; the part of the `node:sqlite` API that the ledger uses. */
export interface Statement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
  iterate(...values: SqlValue[]): IterableIterator<SqlRow>;
}

interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

type Driver = new (path: string, options?: { readOnly?: boolean }) => Connection;

interface DriverModule {
  readonly DatabaseSync: Driver;
}

let loaded: Driver | undefined;

/**
 * `node:sqlite` where the runtime has it (Node 22.13 and later), else the optional package with the same API. The
 * dependency goes away with Node 20.
 */
function driver(): Driver {
  loaded ??= builtInDriver() ?? packagedDriver();
  return loaded;
}

function builtInDriver(): Driver | undefined {
  // Node 20 before 20.16 lacks getBuiltinModule; later ones have it and give undefined for SQLite.
  const runtime: { readonly getBuiltinModule?: (id: string) => unknown } = process;
  const module = quietly(() => runtime.getBuiltinModule?.('node:sqlite'));
  return module === undefined ? undefined : (module as DriverModule).DatabaseSync;
}

function packagedDriver(): Driver {
  try {
    return (createRequire(import.meta.url)('@photostructure/sqlite') as DriverModule).DatabaseSync;
  } catch (cause) {
    throw new LedgerFault('driver', { detail: cause instanceof Error ? cause.name : 'unknown' }, { cause });
  }
}

/** Node 22 calls its SQLite experimental on stderr at each start; people at a counter cannot act on that. */
function quietly<T>(load: () => T): T {
  const emit = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emit;
  }
}

const REASONS: Readonly<Record<number, StorageReason>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'io',
  11: 'corrupt',
  13: 'disk-full',
  14: 'cannot-open',
  26: 'not-a-database',
};

/** SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log beside the file. */
const SHARED_MEMORY_SIZE = 10 | (19 << 8);

/** SQLite's own error as a fault that says what it means; anything else unchanged. */
function asFault(error: unknown, file: string): unknown {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error;
  const { errcode } = error;
  if (typeof errcode !== 'number') return error;
  const reason = errcode === SHARED_MEMORY_SIZE ? 'disk-full' : REASONS[errcode & 0xff];
  return reason === undefined ? error : new LedgerFault(reason, { file, detail: errcode }, { cause: error });
}

/** The folder of a new ledger; when it cannot be made, opening says so in the ledger's own words. */
function makeFolder(file: string): void {
  const missing: string[] = [];
  for (let folder = dirname(resolve(file)); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  try {
    // One by one: a recursive mkdir never comes back where the system answers ENOENT, as under /proc.
    for (const folder of missing) mkdirSync(folder);
  } catch {
    // Opening the file fails next, with a reason that is told.
  }
}

export interface OpenOptions {
  /** Make the file when there is none. */
  readonly create: boolean;
  /** How long to wait for another process, in milliseconds. */
  readonly waitMs?: number;
}

/** One open SQLite file. Every error of the driver leaves as a LedgerFault where its meaning is known. */
export class Database {
  readonly file: string;
  private readonly connection: Connection;
  private readonly statements = new Map<string, Statement>();

  private constructor(file: string, connection: Connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens with write-ahead log, full sync and foreign keys. Throws LedgerFault. */
  static open(file: string, { create, waitMs = 10_000 }: OpenOptions): Database {
    const DatabaseSync = driver();
    if (isOnNetworkShare(file)) throw new LedgerFault('network-share', { file });
    if (isFolder(file)) throw new LedgerFault('cannot-open', { file });
    try {
      if (create) makeFolder(file);
      else probe(DatabaseSync, file);
      const database = new Database(file, new DatabaseSync(file));
      try {
        database.configure(waitMs);
      } catch (error) {
        database.close();
        throw error;
      }
      return database;
    } catch (error) {
      throw asFault(error, file);
    }
  }

  private configure(waitMs: number): void {
    this.exec(`PRAGMA busy_timeout = ${waitMs}`);
    this.get('PRAGMA schema_version');
    // The change to WAL does not wait for other processes by itself.
    const deadline = Math.ceil(waitMs / 20);
    for (let attempt = 0; ; attempt++) {
      try {
        this.exec('PRAGMA journal_mode = WAL');
        break;
      } catch (error) {
        if (!(error instanceof LedgerFault) || error.reason !== 'locked' || attempt >= deadline) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      }
    }
    this.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON');
    this.exec('PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
  }

  exec(sql: string): void {
    this.guard(() => this.connection.exec(sql));
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.guard(() => this.prepare(sql).run(...values));
  }

  get(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.guard(() => this.prepare(sql).get(...values));
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.guard(() => this.prepare(sql).all(...values));
  }

  /** Rows one by one, through a statement of its own, so that other queries may run in between. */
  *iterate(sql: string, ...values: SqlValue[]): IterableIterator<SqlRow> {
    const rows = this.guard(() => this.connection.prepare(sql).iterate(...values));
    try {
      for (;;) {
        const next = this.guard(() => rows.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      // A reader that stops half-way must not leave the statement open: it would hold back the write-ahead log.
      rows.return?.();
    }
  }

  /** A statement for tight loops; its errors are the driver's, so call it inside {@link write} or {@link guard}. */
  prepare(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.connection.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  /**
   * Runs `work` in one transaction that holds the write lock from its first moment. All of it is kept, or nothing: an
   * error, a full disk or a killed process leaves the file as before.
   */
  write<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    let result: T;
    try {
      result = this.guard(work);
      this.exec('COMMIT');
    } catch (error) {
      this.rollback();
      throw error;
    }
    return result;
  }

  /** Runs `work` on one unchanging view of the file. */
  read<T>(work: () => T): T {
    this.exec('BEGIN');
    try {
      return this.guard(work);
    } finally {
      this.rollback();
    }
  }

  guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asFault(error, this.file);
    }
  }

  /** After a failed write SQLite may have rolled back by itself; a second rollback then says so and is of no interest. */
  private rollback(): void {
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // nothing was open
    }
  }

  /** Brings the write-ahead log home, so that a copy of the one file is a whole backup; waits for nobody over it. */
  close(): void {
    this.statements.clear();
    try {
      this.connection.exec('PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process still reads, or the file is damaged: the log stays beside the file and nothing is lost.
    }
    this.connection.close();
  }
}

/** SQLite reads a folder as a disk error. */
function isFolder(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // Somebody else's folder: opening tells.
    return false;
  }
}

/** Opening for reading never makes a file: that is how a missing one is told from an empty one. */
function probe(DatabaseSync: Driver, file: string): void {
  try {
    new DatabaseSync(file, { readOnly: true }).close();
  } catch (error) {
    const fault = asFault(error, file);
    if (fault instanceof LedgerFault && fault.reason === 'cannot-open' && !existsSync(file))
      throw new LedgerFault('missing', { file }, { cause: error });
    throw fault;
  }
}

/** Columns as the type the schema promises; a ledger whose STRICT tables give another type is damaged. */
export function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new LedgerFault('corrupt', { file: column });
}

/** Text of a column as the JSON that this program wrote there. Throws LedgerFault where it is none. */
export function jsonOf(row: SqlRow, column: string): unknown {
  try {
    return JSON.parse(textOf(row, column));
  } catch (cause) {
    throw cause instanceof LedgerFault ? cause : new LedgerFault('corrupt', { file: column });
  }
}

export function textOrNull(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOf(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new LedgerFault('corrupt', { file: column });
}

export function numberOrNull(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

export function bytesOf(row: SqlRow, column: string): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  throw new LedgerFault('corrupt', { file: column });
}
