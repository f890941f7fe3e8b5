import type {
  BusinessRow,
  HouseholdRow,
  MemberRow,
  OrganisationRow,
  PlacementRow,
  Roster,
  ServiceRow,
  TableKind,
  TrainingRow,
  WorkerRow,
} from '../domain/roster.js';

/** One household with everything that names it. `row` is null when only its members or businesses are listed. */
export interface HouseholdGroup {
  readonly id: string;
  readonly order: number;
  row: HouseholdRow | null;
  readonly members: MemberRow[];
  readonly businesses: BusinessRow[];
}

/** Rows grouped once for a run; each map is built when first asked for. */
export class RosterGroups {
  readonly roster: Roster;
  #households: Map<string, HouseholdGroup> | undefined;
  #members: Map<string, MemberRow[]> | undefined;
  #businesses: Map<string, BusinessRow[]> | undefined;
  #organisations: Map<string, OrganisationRow> | undefined;
  #workers: Map<string, WorkerRow[]> | undefined;
  #placements: Map<string, PlacementRow[]> | undefined;
  #trainings: Map<string, TrainingRow[]> | undefined;
  #services: Map<string, ServiceRow[]> | undefined;
  readonly #kinds: ReadonlySet<TableKind>;

  constructor(roster: Roster) {
    this.roster = roster;
    this.#kinds = new Set(roster.tables.map((table) => table.kind));
  }

  /** Whether any table of this kind was given. An absent table is unknown, not empty. */
  has(kind: TableKind): boolean {
    return this.#kinds.has(kind) || this.roster.rows[kind].length > 0;
  }

  /** By 户编号, in the order of the roster: 住户 first, then households known only by their members or businesses. */
  get households(): ReadonlyMap<string, HouseholdGroup> {
    if (this.#households !== undefined) return this.#households;
    const groups = new Map<string, HouseholdGroup>();
    const groupOf = (id: string): HouseholdGroup => {
      let group = groups.get(id);
      if (group === undefined) {
        group = { id, order: groups.size, row: null, members: [], businesses: [] };
        groups.set(id, group);
      }
      return group;
    };
    const { 住户, 成员, 经营 } = this.roster.rows;
    for (const row of 住户) if (row.householdId !== null) groupOf(row.householdId).row ??= row;
    for (const row of 成员) if (row.householdId !== null) groupOf(row.householdId).members.push(row);
    for (const row of 经营) if (row.householdId !== null) groupOf(row.householdId).businesses.push(row);
    this.#households = groups;
    return groups;
  }

  householdOf(id: string | null): HouseholdGroup | null {
    return id === null ? null : (this.households.get(id) ?? null);
  }

  /** 成员 rows by 18-character ID. */
  get members(): ReadonlyMap<string, readonly MemberRow[]> {
    return (this.#members ??= grouped(this.roster.rows.成员, (row) => row.personId));
  }

  /** 经营 rows by 18-character ID of who runs them. */
  get businesses(): ReadonlyMap<string, readonly BusinessRow[]> {
    return (this.#businesses ??= grouped(this.roster.rows.经营, (row) => row.personId));
  }

  /** First 单位 row by 统一社会信用代码. */
  get organisations(): ReadonlyMap<string, OrganisationRow> {
    if (this.#organisations !== undefined) return this.#organisations;
    const map = new Map<string, OrganisationRow>();
    for (const row of this.roster.rows.单位)
      if (row.creditCode !== null && !map.has(row.creditCode)) map.set(row.creditCode, row);
    this.#organisations = map;
    return map;
  }

  /** 用工 rows by 统一社会信用代码. */
  get workers(): ReadonlyMap<string, readonly WorkerRow[]> {
    return (this.#workers ??= grouped(this.roster.rows.用工, (row) => row.creditCode));
  }

  /** 劳务输出 rows by worker. */
  get placements(): ReadonlyMap<string, readonly PlacementRow[]> {
    return (this.#placements ??= grouped(this.roster.rows.劳务输出, (row) => row.personId));
  }

  /** 培训 rows by trainee. */
  get trainings(): ReadonlyMap<string, readonly TrainingRow[]> {
    return (this.#trainings ??= grouped(this.roster.rows.培训, (row) => row.personId));
  }

  /** 服务 rows by person. */
  get services(): ReadonlyMap<string, readonly ServiceRow[]> {
    return (this.#services ??= grouped(this.roster.rows.服务, (row) => row.personId));
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const known = new WeakMap<Roster, RosterGroups>();

/** The groups of a roster: the same object for the same roster, so that other readings are assessed without regrouping. */
export function groupsOf(roster: Roster): RosterGroups {
  let groups = known.get(roster);
  if (groups === undefined) {
    groups = new RosterGroups(roster);
    known.set(roster, groups);
  }
  return groups;
}
