import type { AssessedFinding, SettledEntitlement } from '../../batch/run/run-result.js';
import type { Roster, RosterRows } from '../../domain/roster.js';
import type { Flag } from '../../policy/assess/assessment.js';

/** What concerns one household, in the order of the whole. */
export interface HouseholdSlice {
  readonly roster: Roster;
  readonly flags: readonly Flag[];
  readonly settled: readonly SettledEntitlement[];
  readonly findings: readonly AssessedFinding[];
}

interface Whole {
  readonly roster: Roster;
  readonly flags: readonly Flag[];
  readonly settled: readonly SettledEntitlement[];
  readonly findings: readonly AssessedFinding[];
}

/** Cuts a big roster into households with one pass over it, so that a page each does not read it all again. */
export function householdSlices({ roster, flags, settled, findings }: Whole): (household: string) => HouseholdSlice {
  const { rows } = roster;
  const households = groupBy(rows.住户, ({ householdId }) => householdId);
  const members = groupBy(rows.成员, ({ householdId }) => householdId);
  const businesses = groupBy(rows.经营, ({ householdId }) => householdId);
  const trainings = groupBy(rows.培训, ({ householdId }) => householdId);
  const trainingsOf = groupBy(rows.培训, ({ personId }) => personId);
  const applications = groupBy(rows.申请, ({ householdId }) => householdId);
  const applicationsOf = groupBy(rows.申请, ({ personId }) => personId);
  const servicesOf = groupBy(rows.服务, ({ personId }) => personId);
  const flagged = groupBy(flags, ({ householdId }) => householdId);
  const settledFor = groupBy(settled, ({ entitlement }) => entitlement.householdId);
  const settledOf = groupBy(settled, ({ entitlement }) => entitlement.payee.id);
  const foundIn = groupBy(findings, ({ finding }) => finding.subject.household);
  const foundOf = groupBy(findings, ({ finding }) => finding.subject.person);
  return (household) => {
    const own = members(household);
    const people = own.flatMap(({ personId }) => personId ?? []);
    const both = <T>(first: readonly T[], of: (person: string) => readonly T[]): T[] => [
      ...new Set([...first, ...people.flatMap(of)]),
    ];
    const slice: { [K in keyof RosterRows]: readonly RosterRows[K][] } = {
      住户: households(household),
      成员: own,
      经营: businesses(household),
      培训: both(trainings(household), trainingsOf),
      服务: both([], servicesOf),
      单位: [],
      用工: [],
      劳务输出: [],
      安置点: [],
      申请: both(applications(household), applicationsOf),
      指标填报: [],
    };
    return {
      roster: { tables: roster.tables, rows: slice },
      flags: flagged(household),
      settled: both(settledFor(household), settledOf),
      findings: both(foundIn(household), foundOf),
    };
  };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string | null): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = key(row);
    if (own === null) continue;
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [row]);
    else group.push(row);
  }
  return (wanted) => groups.get(wanted) ?? [];
}
