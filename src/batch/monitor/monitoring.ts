import { createHash } from 'node:crypto';
import { addMonths } from '../../domain/calendar.js';
import type { Progress } from '../../domain/problem-progress.js';
import { maskId } from '../../domain/masking.js';
import { looksLikePersonId } from '../../domain/resident-id.js';
import type { Roster } from '../../domain/roster.js';
import type { CheckRun } from '../../findings/collector.js';
import type { Flag, FlagNotRun, Target } from '../../policy/assess/assessment.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { AssessedFinding } from '../run/run-result.js';
import type { StandingFigures } from './standing-figures.js';
import { checkCode, newer, NO_FOLLOW_UP, type FollowUp } from './follow-up.js';

/** What one pack says about the month. */
export interface MonitoredPack {
  readonly pack: Pack;
  /** sha256 of the pack's text, hex. */
  readonly sha256: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly flags: readonly Flag[];
  readonly flagsNotRun: readonly FlagNotRun[];
  readonly targets: readonly Target[];
}

export type ProblemKind = 'flag' | 'target' | 'finding';

/** Something to look after, as one month sees it. */
export interface OpenProblem {
  readonly id: string;
  readonly kind: ProblemKind;
  /** Flag id, target id or code of the finding. */
  readonly what: string;
  readonly name: string;
  /** Ids of the packs that raise it. */
  readonly policies: readonly string[];
  readonly level: 'error' | 'warning' | 'info';
  readonly undecided: boolean;
  readonly householdId: string | null;
  readonly who: string | null;
  readonly township: string | null;
  readonly community: string | null;
  readonly clauses: readonly string[];
  readonly reason: string;
  /** What a target was counted over; null for everything else, and for its single subjects. */
  readonly scope: string | null;
}

/** What an earlier month left open. */
export interface EarlierProblem extends OpenProblem {
  /** Month since which it is open, `YYYY-MM`. */
  readonly since: string;
}

/** An earlier month: from its problem ledger, its flags, or its roster assessed again. */
export interface EarlierMonth {
  readonly period: string;
  readonly problems: readonly EarlierProblem[];
  /** Which kinds it looked at: a flags.csv alone says nothing about targets and findings. */
  readonly kinds: readonly ProblemKind[];
  /** ID numbers of the members at work and of all members, where the roster itself was given. */
  readonly employed: ReadonlySet<string> | null;
  /** What officials wrote beside its problems, by problem id. */
  readonly followUps: ReadonlyMap<string, FollowUp>;
  /** How its places stood, where the roster itself was given. */
  readonly standing: readonly StandingFigures[] | null;
}

export interface FollowedProblem extends OpenProblem {
  readonly progress: Progress;
  readonly since: string;
  /** Calendar months from the first to this one, the first counted. */
  readonly ageMonths: number;
  readonly followUp: FollowUp;
  /** Of this month's data; a strike-off stands while it stays the same. */
  readonly check: string;
}

export interface MonitorResult {
  readonly period: string;
  readonly asOf: string;
  readonly roster: Roster;
  readonly packs: readonly MonitoredPack[];
  readonly findings: readonly AssessedFinding[];
  readonly checks: readonly CheckRun[];
  readonly problems: readonly FollowedProblem[];
  /** Earlier months that were given, oldest first, and those between them that were not. */
  readonly months: { readonly given: readonly string[]; readonly missing: readonly string[] };
  /** The earlier months themselves, oldest first. */
  readonly earlier: readonly EarlierMonth[];
  /** What officials wrote in all of them, by problem id. */
  readonly written: ReadonlyMap<string, FollowUp>;
}

/**
 * Stable from month to month: made of the kind of problem and whom it is about, never of a place in a file. An ID number
 * never goes into it bare, since all of them can be tried.
 */
export function problemId(kind: ProblemKind, what: string, subject: string): string {
  return `WT-${createHash('sha256').update(`${kind}\n${what}\n${subject}`).digest('hex').slice(0, 10)}`;
}

/** 户编号 as outputs show it: masked where the clerk used an ID number for it. */
export function shownHousehold(id: string): string {
  return looksLikePersonId(id) ? maskId(id) : id;
}

/** All problems of a month, each once: a household flagged under two packs has one number and two clauses. */
export function openProblems(
  packs: readonly MonitoredPack[],
  findings: readonly AssessedFinding[],
  titleOf: (finding: AssessedFinding) => { readonly title: string; readonly what: string },
): OpenProblem[] {
  const problems = new Map<string, OpenProblem>();
  const add = (problem: OpenProblem): void => {
    const known = problems.get(problem.id);
    if (known === undefined) problems.set(problem.id, problem);
    else
      problems.set(problem.id, {
        ...known,
        policies: [...new Set([...known.policies, ...problem.policies])],
        clauses: [...new Set([...known.clauses, ...problem.clauses])],
        undecided: known.undecided && problem.undecided,
        reason: known.reason === problem.reason ? known.reason : joined(known.reason, problem.reason),
      });
  };
  for (const { pack, flags, targets } of packs) {
    for (const flag of flags) add(flagProblem(flag, pack));
    for (const target of targets) {
      const problem = targetProblem(target, pack);
      if (problem !== null) add(problem);
    }
  }
  for (const assessed of findings) {
    const problem = findingProblem(assessed, titleOf);
    if (problem !== null) add(problem);
  }
  return [...problems.values()];
}

/** Two reasons of one problem; more than a few are only counted on. */
function joined(known: string, more: string): string {
  return known.length > 200 || known.includes(more) ? known : `${known}；${more}`;
}

export function flagProblem(flag: Flag, pack: Pick<Pack, 'id' | 'flags'>): OpenProblem {
  const household = shownHousehold(flag.householdId);
  return {
    id: problemId('flag', flag.flag, household),
    kind: 'flag',
    what: flag.flag,
    name: pack.flags.find(({ id }) => id === flag.flag)?.name ?? flag.flag,
    policies: [pack.id],
    level: flag.status === 'yes' ? 'warning' : 'info',
    undecided: flag.status === 'undecided',
    householdId: household,
    who: flag.headName,
    township: flag.township,
    community: flag.community,
    clauses: [flag.clause],
    reason: flag.reason,
    scope: null,
  };
}

/** A target that was missed; one that cannot be decided or did not run is work for the 工作台账, not a problem. */
export function targetProblem(target: Target, pack: Pick<Pack, 'id' | 'targets'>): OpenProblem | null {
  if (target.status !== 'missed') return null;
  return {
    id: problemId('target', `${pack.id}/${target.target}`, target.scope),
    kind: 'target',
    what: target.target,
    name: pack.targets.find(({ id }) => id === target.target)?.name ?? target.target,
    policies: [pack.id],
    level: 'warning',
    undecided: false,
    householdId: null,
    who: null,
    township: null,
    community: null,
    clauses: [target.clause],
    reason: `${target.scope}：${target.reason}`,
    scope: target.scope,
  };
}

function findingProblem(
  assessed: AssessedFinding,
  titleOf: (finding: AssessedFinding) => { readonly title: string; readonly what: string },
): OpenProblem | null {
  const { finding } = assessed;
  if (finding.severity === 'info') return null;
  const { household, name, organisation } = finding.subject;
  const shown = household === null ? null : shownHousehold(household);
  const code = organisation === null ? '' : shownHousehold(organisation);
  const { title, what } = titleOf(assessed);
  return {
    id: problemId('finding', finding.code, [shown ?? '', name ?? '', code, finding.place.header ?? ''].join('|')),
    kind: 'finding',
    what: finding.code,
    name: title,
    policies: [],
    level: finding.severity,
    undecided: false,
    householdId: shown,
    who: name,
    township: null,
    community: null,
    clauses: [],
    reason: what,
    scope: null,
  };
}

/** What a month can and cannot say about a problem of an earlier one. */
export interface MonthSight {
  /** Households of this month's files, as shown. */
  readonly households: ReadonlySet<string>;
  /** Flags and targets that did not run this month, and checks that did not. */
  readonly blind: ReadonlySet<string>;
  /** Packs that this month was looked at under. */
  readonly policies: ReadonlySet<string>;
}

/**
 * Follows problems through the months: new, still open or cleared, and since when. A problem is cleared only where
 * this month looked and found it gone, and struck off where somebody answers for it and its data are the same. Months
 * nobody gave do not break a run, they are listed. `handedIn` is what officials wrote in lists since.
 */
export function follow(
  period: string,
  now: readonly OpenProblem[],
  earlier: readonly EarlierMonth[],
  sight: MonthSight,
  handedIn: ReadonlyMap<string, FollowUp> = new Map(),
): Pick<MonitorResult, 'problems' | 'months' | 'earlier' | 'written'> {
  const months = earlier.filter((month) => month.period < period).sort((a, b) => (a.period < b.period ? -1 : 1));
  const open = new Map<string, EarlierProblem>();
  const written = new Map<string, FollowUp>();
  for (const month of months) {
    for (const [id, followUp] of month.followUps) written.set(id, newer(written.get(id), followUp));
    const seen = new Set(month.problems.map(({ id }) => id));
    for (const [id, problem] of open) if (month.kinds.includes(problem.kind) && !seen.has(id)) open.delete(id);
    for (const problem of month.problems) {
      const known = open.get(problem.id);
      const since = known !== undefined && known.since < problem.since ? known.since : problem.since;
      open.set(problem.id, { ...problem, since });
    }
  }
  for (const [id, followUp] of handedIn) written.set(id, newer(written.get(id), followUp));
  const current = new Set(now.map(({ id }) => id));
  const problems: FollowedProblem[] = now.map((problem) => {
    const since = open.get(problem.id)?.since ?? period;
    const followUp = written.get(problem.id) ?? NO_FOLLOW_UP;
    const { strike } = followUp;
    const check = checkCode(problem);
    const isStruck = strike?.check === check;
    return {
      ...problem,
      reason:
        strike === null || isStruck
          ? problem.reason
          : `${strike.by}曾销号（${strike.reason}），此后资料有变；${problem.reason}`,
      progress: isStruck ? 'struck-off' : open.has(problem.id) ? 'still-open' : 'new',
      since,
      ageMonths: monthsBetween(since, period) + 1,
      followUp: isStruck ? followUp : { ...followUp, strike: null },
      check,
    };
  });
  for (const problem of open.values()) {
    if (current.has(problem.id)) continue;
    const gone = problem.householdId !== null && !sight.households.has(problem.householdId);
    const under = problem.policies.length === 0 || problem.policies.some((id) => sight.policies.has(id));
    const unseen = gone || !under || sight.blind.has(problem.what);
    const followUp = written.get(problem.id) ?? NO_FOLLOW_UP;
    problems.push({
      ...problem,
      progress: !unseen ? 'cleared' : followUp.strike === null ? 'unseen' : 'struck-off',
      followUp,
      check: followUp.strike?.check ?? '',
      reason: gone
        ? `本期名册中没有这一户，不能销号；${problem.reason}`
        : unseen
          ? `本期缺少资料、没有核查，不能销号；${problem.reason}`
          : problem.reason,
      ageMonths: monthsBetween(problem.since, period) + 1,
    });
  }
  const given = months.map((month) => month.period);
  return { problems, months: { given, missing: missingMonths(given, period) }, earlier: months, written };
}

/** Months between the first one given and this one that nobody gave. */
export function missingMonths(given: readonly string[], period: string): string[] {
  const missing: string[] = [];
  const first = given[0];
  if (first === undefined) return missing;
  for (let month = first; month < period; month = addMonths(`${month}-01`, 1).slice(0, 7))
    if (!given.includes(month)) missing.push(month);
  return missing;
}

export function monthsBetween(from: string, to: string): number {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return Math.max(0, number(to) - number(from));
}
