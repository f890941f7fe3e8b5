import { Database, textOf, textOrNull } from '../store/database.js';
import { GUARD_TRIGGERS, migrate } from '../store/schema.js';
import type { Report } from './ledger-problem.js';

/**
 * Tables, indexes and triggers must be those that this program makes, word for word: a trigger or a view of somebody else
 * changes what is written or read, and a missing index lets one thing stand twice.
 */
export function checkSchema(database: Database, report: Report): void {
  const found = structureOf(database);
  const expected = pristine();
  const guards = GUARD_TRIGGERS.filter((name) => !found.has(name));
  if (guards.length > 0)
    report(
      'guard',
      null,
      null,
      `只增不改的保护被去掉：${guards.join('、')}`,
      `append-only guards are gone: ${guards.join()}`,
    );
  const missing = [...expected.keys()].filter((name) => !found.has(name) && !guards.includes(name));
  const changed = [...expected]
    .filter(([name, sql]) => found.has(name) && found.get(name) !== sql)
    .map(([name]) => name);
  const foreign = [...found.keys()].filter((name) => !expected.has(name));
  if (missing.length > 0)
    report(
      'guard',
      null,
      null,
      `台账的表或索引缺少：${missing.join('、')}`,
      `tables or indexes are missing: ${missing.join()}`,
    );
  if (changed.length > 0)
    report(
      'guard',
      null,
      null,
      `台账的结构被改动：${changed.join('、')}`,
      `the structure was altered: ${changed.join()}`,
    );
  if (foreign.length > 0)
    report(
      'guard',
      null,
      null,
      `台账里有不是本程序建的触发器、视图或表：${foreign.join('、')}`,
      `triggers, views or tables that this program did not make: ${foreign.join()}`,
    );
}

/** SQL of everything in the file, by name. */
function structureOf(database: Database): Map<string, string> {
  const rows = database.all("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'");
  return new Map(
    rows.map((row) => [
      textOf(row, 'name'),
      `${textOf(row, 'type')} ${textOf(row, 'tbl_name')} ${textOrNull(row, 'sql') ?? ''}`,
    ]),
  );
}

let own: ReadonlyMap<string, string> | undefined;

/** The structure of a new ledger. */
function pristine(): ReadonlyMap<string, string> {
  if (own !== undefined) return own;
  const database = Database.open(':memory:', { create: true });
  try {
    migrate(database);
    own = structureOf(database);
    return own;
  } finally {
    database.close();
  }
}
