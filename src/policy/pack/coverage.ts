import { clausesOf } from './clauses.js';
import type { Pack } from './pack.js';
import { isReported } from './reported.js';

export const COVERAGE_STATUSES = [
  'benefit',
  'flag',
  'target',
  'reported',
  'check',
  'ledger',
  'calendar',
  'catalogue',
  'unmodelled',
] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

/** What a pack does with one clause. */
export interface ClauseCoverage {
  readonly pack: string;
  readonly clause: string;
  readonly status: CoverageStatus;
  /** Ids of the pack's entries, or codes of checks. */
  readonly by: readonly string[];
  readonly reason: string;
}

interface Covering {
  readonly status: CoverageStatus;
  readonly by: readonly string[];
  readonly reason: string;
}

/**
 * One entry for every clause id of the pack's document, derived from the entries that name the clause. The status is the
 * strongest of them, benefit first; what else serves the clause is named in the reason. A clause that nothing names is
 * left out here: {@link uncovered} lists it, and a test fails.
 */
export function coverageOf(pack: Pack): ClauseCoverage[] {
  const entries = coverings(pack);
  const clauses = hasClauseList(pack) ? clausesOf(pack.id) : [...entries.keys()];
  return clauses.flatMap((clause) => {
    const found = entries.get(clause) ?? [];
    const status = COVERAGE_STATUSES.find((one) => found.some((entry) => entry.status === one));
    if (status === undefined) return [];
    const own = found.filter((entry) => entry.status === status);
    const others = found.filter((entry) => entry.status !== status);
    const reason = [
      ...own.map((entry) => entry.reason),
      ...others.map((entry) => `另见${WORDS[entry.status]}：${entry.reason}`),
    ];
    return [
      { pack: pack.id, clause, status, by: [...new Set(own.flatMap(({ by }) => by))], reason: reason.join('；') },
    ];
  });
}

/** Whether the clauses of the pack's document are listed; of a pack of one's own only the clauses it cites are known. */
export function hasClauseList({ id }: Pack): boolean {
  return clausesOf(id).length > 0;
}

/** Clause ids of the pack's document that no entry names. */
export function uncovered(pack: Pack): string[] {
  const covered = new Set(coverings(pack).keys());
  return clausesOf(pack.id).filter((clause) => !covered.has(clause));
}

const WORDS: Readonly<Record<CoverageStatus, string>> = {
  benefit: '补贴',
  flag: '标记',
  target: '目标',
  reported: '填报',
  check: '查错',
  ledger: '台账',
  calendar: '日历',
  catalogue: '目录',
  unmodelled: '人办',
};

function coverings(pack: Pack): Map<string, Covering[]> {
  const covering = new Map<string, Covering[]>();
  const own = !hasClauseList(pack);
  const add = (one: { readonly clause: string; readonly covers?: string[] | undefined }, entry: Covering): void => {
    for (const clause of own ? [one.clause] : (one.covers ?? []))
      covering.set(clause, [...(covering.get(clause) ?? []), entry]);
  };
  for (const one of pack.benefits) add(one, { status: 'benefit', by: [one.id], reason: one.name });
  for (const one of pack.pools) add(one, { status: 'benefit', by: one.order, reason: one.name });
  for (const one of pack.flags) add(one, { status: 'flag', by: [one.id], reason: one.name });
  for (const one of pack.targets)
    add(one, { status: isReported(one) ? 'reported' : 'target', by: [one.id], reason: one.name });
  for (const one of pack.checks) add(one, { status: 'check', by: one.codes, reason: one.name });
  for (const one of pack.ledgers) add(one, { status: 'ledger', by: [one.id], reason: one.name });
  for (const one of pack.calendar) add(one, { status: 'calendar', by: [one.id], reason: one.name });
  for (const one of pack.catalogue) add(one, { status: 'catalogue', by: [one.id], reason: `${one.name}，金额未定` });
  for (const one of pack.unmodelled) add(one, { status: 'unmodelled', by: [], reason: one.reason });
  return covering;
}
