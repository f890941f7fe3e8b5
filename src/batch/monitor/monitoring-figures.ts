import { isEmployed, type Roster } from '../../domain/roster.js';
import { addMonths, earliestDay, latestDay, type IsoDay } from '../../domain/calendar.js';
import { isLabourCapable } from '../../domain/labour.js';
import { isOnRegister, isRiskCleared } from '../../domain/register.js';
import { byPlace } from '../../policy/assess/sub-rosters.js';
import type { MonitorResult } from './monitoring.js';
import { employedPersons } from './monitoring-month.js';

/** The figures of a report for one township or the whole; null where the files do not say. */
export interface ReportFigures {
  readonly place: string;
  readonly households: number;
  readonly members: number;
  readonly labourers: number;
  readonly employed: number;
  /** Labourers whose 就业状态 is blank: they are neither employed nor out of work. */
  readonly statusUnknown: number;
  /** Against the members of the month before the span; null where the roster of that month was not given. */
  readonly newlyEmployed: number | null;
  readonly lostWork: number | null;
  readonly trained: number | null;
  readonly services: number | null;
  readonly register: number;
  readonly openRisk: number;
}

/** What a report is about, and which rosters it would need and does not have. */
export interface ReportSpan {
  /** First day of the span. */
  readonly from: IsoDay;
  /** The month before the span, against which new work and lost work are counted, `YYYY-MM`. */
  readonly base: string;
  /** The base and the months of the span of which nobody gave a roster, `YYYY-MM`, in order. */
  readonly missing: readonly string[];
  readonly figures: readonly ReportFigures[];
}

/** Figures of the whole and of every township, for the span of days from `from` to the assessment date. */
export function reportSpan(result: MonitorResult, from: IsoDay): ReportSpan {
  const base = addMonths(from, -1).slice(0, 7);
  const given = new Map(
    result.earlier.flatMap(({ period, employed }) => (employed === null ? [] : [[period, employed]])),
  );
  const missing: string[] = [];
  for (let month = base; month < result.period; month = addMonths(`${month}-01`, 1).slice(0, 7))
    if (!given.has(month)) missing.push(month);
  const before = given.get(base) ?? null;
  const parts = byPlace(result.roster, 'township');
  return {
    from,
    base,
    missing,
    figures: [
      figures('合计', result.roster, result, from, before),
      ...parts.map(({ name, roster }) => figures(name, roster, result, from, before)),
    ],
  };
}

function figures(
  place: string,
  roster: Roster,
  { asOf, roster: whole }: MonitorResult,
  from: string,
  before: ReadonlySet<string> | null,
): ReportFigures {
  const labour = roster.rows.成员.filter((member) => isLabourCapable(member, asOf) === true);
  const has = (kind: keyof Roster['rows']): boolean =>
    whole.rows[kind].length > 0 || whole.tables.some((table) => table.kind === kind);
  const within = (date: string | null): boolean =>
    date !== null && earliestDay(date) >= from && latestDay(date) <= asOf;
  return {
    place,
    households: new Set(roster.rows.住户.map(({ householdId }) => householdId)).size,
    members: roster.rows.成员.length,
    labourers: labour.length,
    employed: labour.filter((member) => isEmployed(member.employmentStatus) === true).length,
    statusUnknown: labour.filter((member) => isEmployed(member.employmentStatus) === null).length,
    ...changes(roster, before),
    trained: has('培训')
      ? new Set(roster.rows.培训.filter((row) => within(row.startedOn)).map((row) => row.personId)).size
      : null,
    services: has('服务') ? roster.rows.服务.filter((row) => within(row.date)).length : null,
    register: roster.rows.住户.filter((row) => isOnRegister(row)).length,
    openRisk: roster.rows.住户.filter((row) => isOnRegister(row) && isRiskCleared(row) === false).length,
  };
}

function changes(
  roster: Roster,
  before: ReadonlySet<string> | null,
): Pick<ReportFigures, 'newlyEmployed' | 'lostWork'> {
  if (before === null) return { newlyEmployed: null, lostWork: null };
  const now = employedPersons(roster);
  const out = new Set(
    roster.rows.成员.flatMap(({ personId, employmentStatus }) =>
      personId !== null && isEmployed(employmentStatus) === false ? [personId] : [],
    ),
  );
  return {
    newlyEmployed: [...now].filter((id) => !before.has(id)).length,
    lostWork: [...out].filter((id) => before.has(id)).length,
  };
}

/** First days of the month, quarter, half-year and year that the assessment month lies in. */
export function reportSpans(asOf: IsoDay): Readonly<Record<'month' | 'quarter' | 'half' | 'year', IsoDay>> {
  const year = asOf.slice(0, 4);
  const month = Number(asOf.slice(5, 7));
  const first = (number: number): string => `${year}-${String(number).padStart(2, '0')}-01`;
  return {
    month: first(month),
    quarter: first(month - ((month - 1) % 3)),
    half: first(month <= 6 ? 1 : 7),
    year: first(1),
  };
}
