import type { Roster } from '../../domain/roster.js';
import { FindingCollector, type CheckRun } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';
import { indicatorFindings } from '../../policy/assess/indicator-findings.js';
import { assess } from '../../policy/assess/evaluate.js';
import type { Pack } from '../../policy/pack/pack.js';
import { groupsOf } from '../../policy/assess/roster-groups.js';
import { deriveHolds } from '../run/holding.js';
import {
  follow,
  openProblems,
  shownHousehold,
  type EarlierMonth,
  type MonitoredPack,
  type MonitorResult,
} from './monitoring.js';
import type { FollowUp } from './follow-up.js';
import { employedPersons, reportPlaces, standingFigures } from './standing-figures.js';
import { subjectProblems } from './target-problems.js';
import type { AssessedFinding } from '../run/run-result.js';

/** One pack with what was chosen for it. */
export interface PackChoice {
  readonly pack: Pack;
  readonly sha256: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface MonitorRequest {
  readonly packs: readonly PackChoice[];
  readonly roster: Roster;
  readonly asOf: string;
  /** `YYYY-MM`. */
  readonly period: string;
  /** Findings of reading and checking. */
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckRun[];
  readonly earlier: readonly EarlierMonth[];
  /** What officials wrote in the lists of earlier months, by problem id. */
  readonly handedIn: ReadonlyMap<string, FollowUp>;
  readonly titleOf: (finding: AssessedFinding) => { readonly title: string; readonly what: string };
}

/** The month under every pack: flags, targets, problems and what became of earlier ones. Pays nothing. Pure. */
export function monitorMonth(request: MonitorRequest): MonitorResult {
  const { roster, asOf, period } = request;
  const packs = assessPacks(request.packs, roster, asOf, period);
  const collector = new FindingCollector();
  for (const draft of indicatorFindings(
    request.packs.map(({ pack }) => pack),
    roster,
  ))
    collector.add(draft);
  const holds = deriveHolds(roster, request.findings);
  const findings = [...request.findings, ...collector.findings].map((finding) => ({
    finding,
    effect: holds.effectOf(finding),
  }));
  const now = [...openProblems(packs, findings, request.titleOf), ...subjectProblems(packs)];
  const sight = {
    households: new Set([...groupsOf(roster).households.keys()].map(shownHousehold)),
    policies: new Set(request.packs.map(({ pack }) => pack.id)),
    blind: new Set([
      ...packs.flatMap(({ flagsNotRun }) => flagsNotRun.map(({ flag }) => flag)),
      ...packs.flatMap(({ targets }) =>
        targets.filter(({ status }) => status === 'not-run' || status === 'undecided').map(({ target }) => target),
      ),
      ...request.checks.filter(({ status }) => status === 'not-run').map(({ code }) => code),
    ]),
  };
  const followed = follow(period, now, request.earlier, sight, request.handedIn);
  return { period, asOf, roster, packs, findings, checks: request.checks, ...followed };
}

/** Flags and targets of every pack over one roster. */
export function assessPacks(
  packs: readonly PackChoice[],
  roster: Roster,
  asOf: string,
  period: string,
): MonitoredPack[] {
  return packs.map(({ pack, sha256, readings, parameters }) => {
    // Benefits are for `run`: monitoring pays nothing and looks at none of them.
    const quiet = { ...pack, benefits: [], pools: [] };
    const { flags, flagsNotRun, targets } = assess({
      pack: quiet,
      roster,
      asOf,
      period,
      readings,
      parameters,
      naming: true,
    });
    return { pack, sha256, readings, parameters, flags, flagsNotRun, targets };
  });
}

/** An earlier month from its roster: assessed again under the same packs at the end of that month. */
export function earlierFromRoster(
  packs: readonly PackChoice[],
  roster: Roster,
  asOf: string,
  period: string,
): EarlierMonth {
  const assessed = assessPacks(packs, roster, asOf, period);
  const problems = [...openProblems(assessed, [], () => ({ title: '', what: '' })), ...subjectProblems(assessed)];
  return {
    period,
    problems: problems.map((problem) => ({ ...problem, since: period })),
    kinds: ['flag', 'target'],
    employed: employedPersons(roster),
    followUps: new Map(),
    standing: reportPlaces(roster).map((place) => standingFigures(place, asOf)),
  };
}
