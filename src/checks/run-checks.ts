import type { Roster, TableKind } from '../domain/roster.js';
import type { CheckRun, CheckStatus, FindingCollector } from '../findings/collector.js';
import type { Finding } from '../findings/finding.js';
import type { Check, CheckContext, CheckNeed, CheckStage, CompareLists } from './define-check.js';
import { CHECKS } from './index.js';
import { rosterIndex } from './roster-index.js';

export interface CheckRequest {
  readonly roster: Roster;
  /** Assessment date, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly lists: CompareLists;
  /** Codes to run; absent = all. */
  readonly only?: readonly string[];
}

/**
 * Runs every check that has a `run` over the roster and adds what it finds to the collector, in the order of the list of
 * checks. Gives one status a check: `not-run` with `column:务工月数` or `list:死亡` when an input is missing (never
 * passed), `failed` with a short reason when the check itself breaks; that stops no other check.
 */
export function runChecks(request: CheckRequest, collector: FindingCollector, checks = CHECKS): CheckRun[] {
  const { roster, asOf, lists, only } = request;
  const index = rosterIndex(roster);
  const columns = columnsByTable(roster);
  const found = [...collector.findings];
  const earlier = countByCode(found);
  const runs: CheckRun[] = [];
  for (const check of checks) {
    const { run } = check;
    if (run === undefined || (only !== undefined && !only.includes(check.code))) continue;
    const missing = missingInput(check, columns, lists);
    if (missing !== null) {
      runs.push({ code: check.code, status: 'not-run', found: 0, reason: missing });
      continue;
    }
    const before = collector.findings.length;
    const context: CheckContext = {
      roster,
      asOf,
      lists,
      index,
      found,
      report: (draft) => {
        collector.add({ ...draft, code: check.code, severity: draft.severity ?? check.severity });
      },
    };
    let failure: string | null = null;
    try {
      run(context);
    } catch (error) {
      failure = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
    }
    const count = collector.findings.length - before + (earlier.get(check.code) ?? 0);
    const status: CheckStatus = failure !== null ? 'failed' : count > 0 ? 'found' : 'passed';
    runs.push({ code: check.code, status, found: count, reason: failure });
  }
  return runs;
}

/**
 * Status of the checks that other rooms raise (those without a `run`, which {@link runChecks} answers for): by the
 * findings, or `not-run` with `stage:ledger` when that stage did not take place.
 */
export function statusesOf(
  findings: readonly Finding[],
  stagesRun: ReadonlySet<CheckStage> | readonly CheckStage[],
  roster: Roster,
  checks = CHECKS,
): CheckRun[] {
  const stages = new Set(stagesRun);
  const counts = countByCode(findings);
  const columns = columnsByTable(roster);
  const runs: CheckRun[] = [];
  for (const check of checks) {
    if (check.run !== undefined) continue;
    const found = counts.get(check.code) ?? 0;
    if (found > 0) runs.push({ code: check.code, status: 'found', found, reason: null });
    else if (!stages.has(check.stage))
      runs.push({ code: check.code, status: 'not-run', found, reason: `stage:${check.stage}` });
    else {
      const missing = missingInput(check, columns, []);
      runs.push({ code: check.code, status: missing === null ? 'passed' : 'not-run', found, reason: missing });
    }
  }
  return runs;
}

function countByCode(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

type Columns = ReadonlyMap<TableKind, readonly ReadonlySet<string>[]>;

/** The columns of every sheet that gave rows of a table; a sheet may serve 住户 and 成员 together. */
function columnsByTable(roster: Roster): Columns {
  const columns = new Map<TableKind, ReadonlySet<string>[]>();
  for (const [kind, rows] of Object.entries(roster.rows) as [TableKind, readonly { table: number }[]][]) {
    const seen = new Set<number>();
    for (const source of roster.tables) if (source.kind === kind) seen.add(source.index);
    for (const row of rows) seen.add(row.table);
    columns.set(
      kind,
      [...seen].map((index) => new Set(roster.tables[index]?.columns.keys() ?? [])),
    );
  }
  return columns;
}

function missingInput(check: Check, columns: Columns, lists: CompareLists): string | null {
  for (const need of check.needs) {
    const missing = missingColumn(need, columns);
    if (missing !== null) return missing;
  }
  const { lists: kinds } = check;
  if (kinds !== undefined && !lists.some((list) => kinds.includes(list.kind))) return `list:${kinds.join('|')}`;
  return null;
}

function missingColumn({ table, fields }: CheckNeed, columns: Columns): string | null {
  const sheets = columns.get(table) ?? [];
  if (sheets.length === 0) return `table:${table}`;
  if (sheets.some((sheet) => fields.every((field) => sheet.has(field)))) return null;
  const field = fields.find((name) => !sheets.some((sheet) => sheet.has(name))) ?? fields[0] ?? '';
  return `column:${field}`;
}
