import type { Roster, RosterRows } from '../domain/roster.js';
import { placeCore } from './measures/indicator-measures.js';
import { groupsOf } from './roster-groups.js';

/** Part of a roster that belongs to one place. */
export interface SubRoster {
  readonly name: string;
  readonly roster: Roster;
}

/** The roster split by 社区 or 乡镇 of the household, in the order of the roster; households without one are 未填. */
export function byPlace(roster: Roster, level: 'community' | 'township'): SubRoster[] {
  const names = new Map<string, Set<string>>();
  for (const household of groupsOf(roster).households.values()) {
    const name = household.row?.[level] ?? '未填';
    const ids = names.get(name) ?? new Set<string>();
    ids.add(household.id);
    names.set(name, ids);
  }
  return [...names].map(([name, ids]) => ({ name, roster: only(roster, ids) }));
}

/** The roster of every place of a list; 村, 社区 and 小区 at the end do not matter. */
export function ofPlaces(roster: Roster, places: readonly string[]): SubRoster[] {
  return places.map((name) => {
    const ids = new Set<string>();
    for (const household of groupsOf(roster).households.values()) {
      const { community = null, township = null } = household.row ?? {};
      if ([community, township].some((place) => place !== null && samePlace(place, name))) ids.add(household.id);
    }
    return { name, roster: only(roster, ids) };
  });
}

export function samePlace(written: string, listed: string): boolean {
  const [one, other] = [placeCore(written), placeCore(listed)];
  return one !== '' && (one === other || one.endsWith(other) || other.endsWith(one));
}

function only(roster: Roster, ids: ReadonlySet<string>): Roster {
  const groups = groupsOf(roster);
  const isOf = (id: string | null): boolean => id !== null && ids.has(id);
  const person = (row: { readonly personId: string | null; readonly householdId?: string | null }): boolean =>
    isOf(
      row.personId === null
        ? (row.householdId ?? null)
        : (groups.householdOfPerson(row.personId, row.householdId ?? null)?.id ?? null),
    );
  const { rows } = roster;
  const kept: { [K in keyof RosterRows]: readonly RosterRows[K][] } = {
    ...rows,
    住户: rows.住户.filter((row) => isOf(row.householdId)),
    成员: rows.成员.filter((row) => isOf(row.householdId)),
    经营: rows.经营.filter((row) => isOf(row.householdId)),
    培训: rows.培训.filter(person),
    服务: rows.服务.filter(person),
  };
  return { tables: roster.tables, rows: kept };
}
