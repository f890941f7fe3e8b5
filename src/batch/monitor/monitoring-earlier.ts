import type { Pack } from '../../policy/pack/pack.js';
import type { FollowUp } from './follow-up.js';
import { problemId, type EarlierMonth, type EarlierProblem, type ProblemKind } from './monitoring.js';

type CsvRecord = Readonly<Record<string, string>>;

const KINDS: readonly ProblemKind[] = ['flag', 'target', 'finding'];

/** A month from its own problem ledger; null when the rows are not of one month. Cleared ones were closed in it. */
export function earlierFromProblems(rows: readonly CsvRecord[]): EarlierMonth | null {
  const periods = new Set(rows.map((row) => row['period'] ?? ''));
  const [period] = periods;
  if (periods.size !== 1 || period === undefined || !/^\d{4}-\d{2}$/.test(period)) return null;
  const problems = rows.filter((row) => row['progress'] !== 'cleared').flatMap((row) => problemOf(row) ?? []);
  return { period, problems, kinds: KINDS, employed: null, followUps: followUpsOf(rows), standing: null };
}

function problemOf(row: CsvRecord): EarlierProblem | null {
  const kind = KINDS.find((one) => one === row['kind']);
  const id = row['problem_id'] ?? '';
  if (kind === undefined || id === '') return null;
  const level = row['level'];
  return {
    id,
    kind,
    what: row['what'] ?? '',
    name: row['name'] ?? '',
    policies: (row['policies'] ?? '').split('|').filter((text) => text !== ''),
    level: level === 'error' || level === 'info' ? level : 'warning',
    undecided: row['status'] === 'undecided',
    householdId: blank(row['household_id']),
    who: blank(row['who']),
    township: blank(row['township']),
    community: blank(row['community']),
    clauses: (row['clauses'] ?? '').split('|').filter((text) => text !== ''),
    reason: row['reason'] ?? '',
    scope: null,
    since: row['since'] ?? row['period'] ?? '',
  };
}

/** What its lists said of the problems when the month was made, by problem id. */
function followUpsOf(rows: readonly CsvRecord[]): ReadonlyMap<string, FollowUp> {
  const text = (row: CsvRecord, name: string): string => row[name] ?? '';
  return new Map(
    rows.flatMap((row): [string, FollowUp][] => {
      const [by, reason] = [text(row, 'struck_off_by'), text(row, 'struck_off_reason')];
      const strike = row['progress'] === 'struck-off' ? { by, reason, check: text(row, 'check_code') } : null;
      const followUp = {
        responsible: text(row, 'responsible'),
        deadline: text(row, 'deadline'),
        measure: text(row, 'measure'),
        doneOn: text(row, 'done_on'),
        strike,
      };
      const isBlank = strike === null && Object.values(followUp).every((value) => value === '' || value === null);
      return isBlank ? [] : [[text(row, 'problem_id'), followUp]];
    }),
  );
}

/** A month from a flags.csv, of which only the flags are known. */
export function earlierFromFlags(rows: readonly CsvRecord[], period: string, packs: readonly Pack[]): EarlierMonth {
  const problems = new Map<string, EarlierProblem>();
  for (const row of rows) {
    const what = row['flag'] ?? '';
    const householdId = blank(row['household_id']);
    if (what === '' || householdId === null) continue;
    const clause = row['clause'] ?? '';
    const owners = packs.filter(({ document }) => clause.startsWith(document.number));
    const id = problemId('flag', what, householdId);
    problems.set(id, {
      id,
      kind: 'flag',
      what,
      name: packs.flatMap(({ flags }) => flags).find((flag) => flag.id === what)?.name ?? what,
      policies: owners.map((pack) => pack.id),
      level: row['status'] === 'yes' ? 'warning' : 'info',
      undecided: row['status'] === 'undecided',
      householdId,
      who: blank(row['head_name']),
      township: blank(row['township']),
      community: blank(row['community']),
      clauses: clause === '' ? [] : [clause],
      reason: row['reason'] ?? '',
      scope: null,
      since: period,
    });
  }
  return {
    period,
    problems: [...problems.values()],
    kinds: ['flag'],
    employed: null,
    followUps: new Map(),
    standing: null,
  };
}

/** `out/2024-09/flags.csv`, `九月202409.xlsx`: the last month a path names; null when it names none. */
export function periodOfPath(path: string): string | null {
  const found = [...path.matchAll(/(?<!\d)(20\d{2})(?:[-_.年]?)(0[1-9]|1[0-2])(?!\d)/g)].at(-1);
  return found === undefined ? null : `${found[1] ?? ''}-${found[2] ?? ''}`;
}

function blank(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
