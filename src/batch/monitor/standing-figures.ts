import { isLabourCapable } from '../../domain/labour.js';
import { isOnRegister, isRiskCleared } from '../../domain/register.js';
import { isEmployed, type Roster } from '../../domain/roster.js';
import { byPlace } from '../../policy/assess/sub-rosters.js';

/** How one place stands on a day. */
export interface StandingFigures {
  /** Township, and community within it; both null for the whole. */
  readonly township: string | null;
  readonly community: string | null;
  readonly households: number;
  readonly members: number;
  readonly labourers: number;
  readonly employed: number;
  /** Labourers whose 就业状态 is blank: they are neither employed nor out of work. */
  readonly statusUnknown: number;
  readonly register: number;
  readonly openRisk: number;
}

/** One place of a report with its part of the roster. */
export interface ReportPlace {
  readonly township: string | null;
  readonly community: string | null;
  readonly roster: Roster;
}

/** Every township followed by its communities, then the whole. */
export function reportPlaces(roster: Roster): ReportPlace[] {
  const places = byPlace(roster, 'township').flatMap(({ name: township, roster: part }): ReportPlace[] => [
    { township, community: null, roster: part },
    ...byPlace(part, 'community').map(({ name, roster: own }) => ({ township, community: name, roster: own })),
  ]);
  return [...places, { township: null, community: null, roster }];
}

/** How a place stands at the end of `asOf`. */
export function standingFigures({ township, community, roster }: ReportPlace, asOf: string): StandingFigures {
  const labour = roster.rows.成员.filter((member) => isLabourCapable(member, asOf) === true);
  const registered = roster.rows.住户.filter((row) => isOnRegister(row));
  return {
    township,
    community,
    households: new Set(roster.rows.住户.map(({ householdId }) => householdId)).size,
    members: roster.rows.成员.length,
    labourers: labour.length,
    employed: labour.filter((member) => isEmployed(member.employmentStatus) === true).length,
    statusUnknown: labour.filter((member) => isEmployed(member.employmentStatus) === null).length,
    register: registered.length,
    openRisk: registered.filter((row) => isRiskCleared(row) === false).length,
  };
}

/** ID numbers of everybody at work. */
export function employedPersons(roster: Roster): ReadonlySet<string> {
  const employed = new Set<string>();
  for (const { personId, employmentStatus } of roster.rows.成员)
    if (personId !== null && isEmployed(employmentStatus) === true) employed.add(personId);
  return employed;
}
