import { TABLE_KINDS, type Roster, type TableKind, type TableSource } from '../domain/roster.js';
import type { CheckRun, CheckStatus, FindingCollector } from '../findings/collector.js';
import type { Finding } from '../findings/finding.js';
import { columnOf } from './cell-place.js';
import type { Check, CheckContext, CheckNeed, CheckStage, CompareLists } from './define-check.js';
import { CHECKS } from './index.js';
import { rosterIndex } from './roster-index.js';

export interface CheckRequest {
  readonly roster: Roster;
  /** Assessment date, `YYYY-MM-DD`; null when there is none. */
  readonly asOf: string | null;
  readonly lists: CompareLists;
  /** Codes to run; absent = all. */
  readonly only?: readonly string[];
  /** A policy will tell its flags: checks that say the same do not run. */
  readonly flagsTold?: boolean;
}

/**
 * Runs every check that has a `run` over the roster and adds what it finds to the collector, in the order of the list of
 * checks. Gives one status a check: `not-run` with `column:务工月数` or `list:死亡` when an input is missing (never
 * passed), with `cover` for want of a cover sheet, with `told:flags` for what a run lists as a flag, with `as-of` when it asked for an assessment date that nobody gave, with `list-rows:死亡` when rows of a list could not be compared, `failed` with a short reason when the check
 * itself breaks; that stops no other check.
 */
export function runChecks(request: CheckRequest, collector: FindingCollector, checks = CHECKS): CheckRun[] {
  const { roster, asOf, lists, only } = request;
  const index = rosterIndex(roster);
  const sheets = sheetsByTable(roster);
  const found = [...collector.findings];
  const earlier = countByCode(found);
  const runs: CheckRun[] = [];
  for (const check of checks) {
    const { run } = check;
    if (run === undefined || (only !== undefined && !only.includes(check.code))) continue;
    const missing =
      request.flagsTold === true && check.told === 'flags' ? 'told:flags' : missingInput(check, sheets, lists, roster);
    if (missing !== null) {
      runs.push({ code: check.code, status: 'not-run', found: 0, reason: missing });
      continue;
    }
    const before = collector.findings.length;
    const asked: { inVain: boolean; skipped: string | null } = { inVain: false, skipped: null };
    const context: CheckContext = {
      roster,
      get asOf() {
        asked.inVain ||= asOf === null;
        return asOf;
      },
      lists,
      index,
      found,
      skipped: (reason) => {
        asked.skipped ??= reason;
      },
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
    const gap = asked.skipped ?? (asked.inVain ? 'as-of' : null);
    const done: CheckStatus = gap !== null ? 'not-run' : 'passed';
    const status: CheckStatus = failure !== null ? 'failed' : count > 0 ? 'found' : done;
    runs.push({ code: check.code, status, found: count, reason: failure ?? (status === 'not-run' ? gap : null) });
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
  const sheets = sheetsByTable(roster);
  const runs: CheckRun[] = [];
  for (const check of checks) {
    if (check.run !== undefined) continue;
    const found = counts.get(check.code) ?? 0;
    if (found > 0) runs.push({ code: check.code, status: 'found', found, reason: null });
    else if (!stages.has(check.stage))
      runs.push({ code: check.code, status: 'not-run', found, reason: `stage:${check.stage}` });
    else {
      const missing = missingInput(check, sheets, [], roster);
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

type Sheets = ReadonlyMap<TableKind, readonly TableSource[]>;

/** The sheets that gave rows of each table; one sheet may serve 住户 and 成员 together. */
function sheetsByTable(roster: Roster): Sheets {
  const sheets = new Map<TableKind, readonly TableSource[]>();
  for (const kind of TABLE_KINDS) {
    const seen = new Set(roster.tables.filter((source) => source.kind === kind));
    let last = -1;
    for (const { table } of roster.rows[kind]) {
      if (table === last) continue;
      last = table;
      const source = roster.tables[table];
      if (source !== undefined) seen.add(source);
    }
    sheets.set(kind, [...seen]);
  }
  return sheets;
}

function missingInput(check: Check, sheets: Sheets, lists: CompareLists, { covers }: Roster): string | null {
  if (check.cover === true && covers === undefined) return 'cover';
  for (const need of check.needs) {
    const missing = missingColumn(need, sheets);
    if (missing !== null) return missing;
  }
  const { lists: kinds } = check;
  if (kinds !== undefined && !lists.some((list) => kinds.includes(list.kind))) return `list:${kinds.join('|')}`;
  return null;
}

function missingColumn({ table, fields }: CheckNeed, sheetsOf: Sheets): string | null {
  const sheets = sheetsOf.get(table) ?? [];
  if (sheets.length === 0) return `table:${table}`;
  const has = (sheet: TableSource, field: string): boolean => columnOf(sheet, field) !== undefined;
  if (sheets.some((sheet) => fields.every((field) => has(sheet, field)))) return null;
  const field = fields.find((name) => !sheets.some((sheet) => has(sheet, name))) ?? fields[0] ?? '';
  return `column:${field}`;
}
