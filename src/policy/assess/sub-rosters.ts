import type { Roster, RosterRows } from '../../domain/roster.js';
import { placeCore } from '../measures/indicator-measures.js';
import { groupsOf } from './roster-groups.js';

/** Part of a roster that belongs to one place. */
export interface SubRoster {
  readonly name: string;
  readonly roster: Roster;
}

type PlaceOf = (household: { readonly community: string | null; readonly township: string | null }) => string | null;

/** Splits made before, by roster and level: several targets of a run ask for the same. */
const known = new WeakMap<Roster, Map<string, SubRoster[]>>();

/** The roster split by 社区 or 乡镇 of the household, in the order of the roster; households without one are 未填. */
export function byPlace(roster: Roster, level: 'community' | 'township'): SubRoster[] {
  const splits = known.get(roster) ?? new Map<string, SubRoster[]>();
  known.set(roster, splits);
  const split = splits.get(level) ?? splitBy(roster, (household) => household[level] ?? '未填', []);
  splits.set(level, split);
  return split;
}

/** The roster of every place of a list, empty ones too; 村, 社区 and 小区 at the end do not matter. */
export function ofPlaces(roster: Roster, places: readonly string[]): SubRoster[] {
  return splitBy(
    roster,
    ({ community, township }) =>
      places.find((name) => [community, township].some((place) => place !== null && samePlace(place, name))) ?? null,
    places,
  );
}

export function samePlace(written: string, listed: string): boolean {
  const [one, other] = [placeCore(written), placeCore(listed)];
  return one !== '' && other !== '' && (one === other || one.endsWith(other) || other.endsWith(one));
}

/** One pass over the rows, whatever the number of places. Rows of organisations and settlements stay whole. */
function splitBy(roster: Roster, placeOf: PlaceOf, first: readonly string[]): SubRoster[] {
  const groups = groupsOf(roster);
  const parts = new Map<string, MutableRows>();
  const partOf = (name: string): MutableRows => {
    const part = parts.get(name) ?? { 住户: [], 成员: [], 经营: [], 培训: [], 服务: [] };
    parts.set(name, part);
    return part;
  };
  for (const name of first) partOf(name);
  const byHousehold = new Map<string, MutableRows>();
  for (const { id, row } of groups.households.values()) {
    const name = placeOf({ community: row?.community ?? null, township: row?.township ?? null });
    if (name !== null) byHousehold.set(id, partOf(name));
  }
  const ofHousehold = (id: string | null): MutableRows | undefined => byHousehold.get(id ?? '');
  const ofPerson = (id: string | null, stated: string | null): MutableRows | undefined =>
    ofHousehold(id === null ? stated : (groups.householdOfPerson(id, stated)?.id ?? null));
  const { rows } = roster;
  for (const row of rows.住户) ofHousehold(row.householdId)?.住户.push(row);
  for (const row of rows.成员) ofHousehold(row.householdId)?.成员.push(row);
  for (const row of rows.经营) ofHousehold(row.householdId)?.经营.push(row);
  for (const row of rows.培训) ofPerson(row.personId, row.householdId)?.培训.push(row);
  for (const row of rows.服务) ofPerson(row.personId, null)?.服务.push(row);
  return [...parts].map(([name, part]) => ({ name, roster: { tables: roster.tables, rows: { ...rows, ...part } } }));
}

type MutableRows = { [K in '住户' | '成员' | '经营' | '培训' | '服务']: RosterRows[K][] };
