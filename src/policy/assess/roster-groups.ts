import { groupBy } from '../../domain/group-rows.js';
import type {
  ApplicationRow,
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
} from '../../domain/roster.js';

/** One household with everything that names it. `row` is null when only its members or businesses are listed. */
export interface HouseholdGroup {
  readonly id: string;
  readonly order: number;
  readonly row: HouseholdRow | null;
  readonly members: readonly MemberRow[];
  readonly businesses: readonly BusinessRow[];
}

const NO_MEMBERS: readonly MemberRow[] = [];
const NO_BUSINESSES: readonly BusinessRow[] = [];

/** Rows grouped once for a run; each map is built when first asked for. */
export class RosterGroups {
  readonly roster: Roster;
  #households: Map<string, HouseholdGroup> | undefined;
  #members: Map<string, MemberRow[]> | undefined;
  #businesses: Map<string, BusinessRow[]> | undefined;
  #organisations: Map<string, OrganisationRow[]> | undefined;
  #workers: Map<string, WorkerRow[]> | undefined;
  #placements: Map<string, PlacementRow[]> | undefined;
  #trainings: Map<string, TrainingRow[]> | undefined;
  #brokers: Map<string, PlacementRow[]> | undefined;
  #institutions: Map<string, TrainingRow[]> | undefined;
  #order: Map<string, number> | undefined;
  #services: Map<string, ServiceRow[]> | undefined;
  #applications: Map<string, ApplicationRow[]> | undefined;
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
    const { 住户, 成员, 经营 } = this.roster.rows;
    const members = groupBy(成员, (row) => row.householdId);
    const businesses = groupBy(经营, (row) => row.householdId);
    const meet = (id: string | null, row: HouseholdRow | null): void => {
      if (id === null || groups.has(id)) return;
      groups.set(id, {
        id,
        order: groups.size,
        row,
        members: members.get(id) ?? NO_MEMBERS,
        businesses: businesses.get(id) ?? NO_BUSINESSES,
      });
    };
    for (const row of 住户) meet(row.householdId, row);
    for (const id of members.keys()) meet(id, null);
    for (const id of businesses.keys()) meet(id, null);
    this.#households = groups;
    return groups;
  }

  householdOf(id: string | null): HouseholdGroup | null {
    return id === null ? null : (this.households.get(id) ?? null);
  }

  /** 成员 rows by 18-character ID. */
  get members(): ReadonlyMap<string, readonly MemberRow[]> {
    return (this.#members ??= groupBy(this.roster.rows.成员, (row) => row.personId));
  }

  /** 经营 rows by 18-character ID of who runs them. */
  get businesses(): ReadonlyMap<string, readonly BusinessRow[]> {
    return (this.#businesses ??= groupBy(this.roster.rows.经营, (row) => row.personId));
  }

  /** 单位 rows by 统一社会信用代码: one organisation may be of two kinds. */
  get organisations(): ReadonlyMap<string, readonly OrganisationRow[]> {
    return (this.#organisations ??= groupBy(this.roster.rows.单位, (row) => row.creditCode));
  }

  /** 用工 rows by 统一社会信用代码. */
  get workers(): ReadonlyMap<string, readonly WorkerRow[]> {
    return (this.#workers ??= groupBy(this.roster.rows.用工, (row) => row.creditCode));
  }

  /** 劳务输出 rows by worker. */
  get placements(): ReadonlyMap<string, readonly PlacementRow[]> {
    return (this.#placements ??= groupBy(this.roster.rows.劳务输出, (row) => row.personId));
  }

  /** 培训 rows by trainee. */
  get trainings(): ReadonlyMap<string, readonly TrainingRow[]> {
    return (this.#trainings ??= groupBy(this.roster.rows.培训, (row) => row.personId));
  }

  /** 劳务输出 rows by broker. */
  get brokers(): ReadonlyMap<string, readonly PlacementRow[]> {
    return (this.#brokers ??= groupBy(this.roster.rows.劳务输出, (row) => row.brokerCode));
  }

  /** 培训 rows by institution. */
  get institutions(): ReadonlyMap<string, readonly TrainingRow[]> {
    return (this.#institutions ??= groupBy(this.roster.rows.培训, (row) => row.institutionCode));
  }

  /** The household a person belongs to: by 成员, else as the person's own row says. */
  householdOfPerson(personId: string, stated: string | null = null): HouseholdGroup | null {
    const member = this.members.get(personId)?.find((row) => row.householdId !== null);
    return this.householdOf(member?.householdId ?? stated);
  }

  /** Place in paying order of a person without a household, and of an organisation: as first met in the roster. */
  orderOf(id: string): number {
    this.#order ??= firstMet(this.roster);
    return this.#order.get(id) ?? this.#order.size;
  }

  /** 申请 rows by who claims. */
  get applications(): ReadonlyMap<string, readonly ApplicationRow[]> {
    return (this.#applications ??= groupBy(this.roster.rows.申请, (row) => row.personId));
  }

  /** 服务 rows by person. */
  get services(): ReadonlyMap<string, readonly ServiceRow[]> {
    return (this.#services ??= groupBy(this.roster.rows.服务, (row) => row.personId));
  }
}

function firstMet({ rows }: Roster): Map<string, number> {
  const order = new Map<string, number>();
  const meet = (id: string | null): void => {
    if (id !== null && !order.has(id)) order.set(id, order.size);
  };
  for (const row of rows.成员) if (row.householdId === null) meet(row.personId);
  for (const row of rows.经营) meet(row.personId);
  for (const row of rows.单位) meet(row.creditCode);
  for (const row of rows.劳务输出) meet(row.brokerCode);
  for (const row of rows.培训) {
    meet(row.institutionCode);
    meet(row.personId);
  }
  for (const row of rows.申请) meet(row.personId);
  return order;
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
