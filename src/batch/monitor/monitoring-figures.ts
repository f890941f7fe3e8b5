import { isEmployed, type Roster } from '../../domain/roster.js';
import { addMonths, earliestDay, latestDay, type IsoDay } from '../../domain/calendar.js';
import type { MonitorResult } from './monitoring.js';
import {
  employedPersons,
  reportPlaces,
  standingFigures,
  type ReportPlace,
  type StandingFigures,
} from './standing-figures.js';

/** The figures of a report for one place; null where the files do not say. */
export interface ReportFigures extends StandingFigures {
  /** How the place stood in the month before the span; null where the roster of that month was not given. */
  readonly before: StandingFigures | null;
  /** Against the members of that month. */
  readonly newlyEmployed: number | null;
  readonly lostWork: number | null;
  readonly trained: number | null;
  readonly services: number | null;
}

/** What a report is about, and which rosters it would need and does not have. */
export interface ReportSpan {
  /** First day of the span. */
  readonly from: IsoDay;
  /** The month before the span, against which new work and lost work are counted, `YYYY-MM`. */
  readonly base: string;
  /** The base and the months of the span of which nobody gave a roster, `YYYY-MM`, in order. */
  readonly missing: readonly string[];
  /** Every township followed by its communities, then the whole. */
  readonly figures: readonly ReportFigures[];
}

/** Figures of every township and community and of the whole, for the span of days from `from` to the assessment date. */
export function reportSpan(result: MonitorResult, from: IsoDay): ReportSpan {
  const base = addMonths(from, -1).slice(0, 7);
  const given = new Map(
    result.earlier.filter(({ employed }) => employed !== null).map((month) => [month.period, month]),
  );
  const missing: string[] = [];
  for (let month = base; month < result.period; month = addMonths(`${month}-01`, 1).slice(0, 7))
    if (!given.has(month)) missing.push(month);
  const before = given.get(base);
  return {
    from,
    base,
    missing,
    figures: reportPlaces(result.roster).map((place) => ({
      ...standingFigures(place, result.asOf),
      before: before?.standing?.find((one) => isSamePlace(one, place)) ?? null,
      ...changes(place.roster, before?.employed ?? null),
      ...doneWithin(place, result, from),
    })),
  };
}

type Named = Pick<StandingFigures, 'township' | 'community'>;

function isSamePlace(one: Named, other: Named): boolean {
  return one.township === other.township && one.community === other.community;
}

/** What was done in the span. */
function doneWithin(
  { roster }: ReportPlace,
  { asOf, roster: whole }: MonitorResult,
  from: string,
): Pick<ReportFigures, 'trained' | 'services'> {
  const has = (kind: keyof Roster['rows']): boolean =>
    whole.rows[kind].length > 0 || whole.tables.some((table) => table.kind === kind);
  const within = (date: string | null): boolean =>
    date !== null && earliestDay(date) >= from && latestDay(date) <= asOf;
  return {
    trained: has('培训')
      ? new Set(roster.rows.培训.filter((row) => within(row.startedOn)).map((row) => row.personId)).size
      : null,
    services: has('服务') ? roster.rows.服务.filter((row) => within(row.date)).length : null,
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
