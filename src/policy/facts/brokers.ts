import { earliestDay, latestDay } from '../../domain/calendar.js';
import type { OrganisationRow, PlacementRow } from '../../domain/roster.js';
import type { DayRange, UnitsValue, UnitValue, YesNoValue } from '../kinds/rule-kind.js';
import { workDistance } from '../places/resolve-place.js';
import { allOf, type Truth } from '../assess/three-valued.js';
import { FactBook, Shared, type Fact, type FactContext } from './fact.js';
import { lasted, monthsAfter } from './span.js';

/** One broker with the workers it placed. */
export interface Broker {
  readonly code: string;
  /** 单位 rows of this code; empty when it is known only from 劳务输出. */
  readonly listed: readonly OrganisationRow[];
  readonly placements: readonly PlacementRow[];
  /** 单位类型 that may be paid. */
  readonly kinds: readonly string[];
}

/** Whether a placement earns the subsidy, and on which day it first did. */
export interface PlacementReading {
  readonly row: PlacementRow;
  readonly counts: Truth;
  readonly met: DayRange | null;
  readonly why: string;
}

/** What becomes of one worker: who is paid, who came second, and who cannot be told apart. */
export interface WorkerAward {
  readonly personId: string;
  readonly winner: PlacementReading | null;
  /** Counting placements of other brokers that began later. */
  readonly later: readonly PlacementReading[];
  /** Placements of different brokers that began the same day (or cannot be told apart); nobody is paid. */
  readonly tied: readonly PlacementReading[];
  readonly unknown: readonly PlacementReading[];
  /** Long enough, but the day that was reached lies outside the window. */
  readonly outside: readonly PlacementReading[];
}

export function readPlacement(row: PlacementRow, context: FactContext): PlacementReading {
  const months = context.parameter('broker-months');
  const hukou = row.registeredCounty === null ? null : workDistance(row.registeredCounty, context.home).is;
  const local: Truth = hukou === null ? null : hukou === 'own-county';
  if (local === false) return { row, counts: false, met: null, why: 'not-local-worker' };
  if (row.startedOn === null || months === null) return { row, counts: null, met: null, why: 'placement-start-blank' };
  const met = monthsAfter(row.startedOn, months);
  const unreadable = row.endedOn === null && row.unreadable?.includes('endedOn') === true;
  const long = unreadable ? null : lasted(row.startedOn, row.endedOn, months, context.asOf);
  if (long === false) return { row, counts: false, met, why: 'placement-too-short' };
  const inside = context.inWindow(met);
  if (inside === false) return { row, counts: false, met, why: 'met-outside-window' };
  if (local === null) return { row, counts: null, met, why: 'worker-county-unknown' };
  return {
    row,
    counts: allOf([long, inside]),
    met,
    why: long === null ? 'placement-dates-unknown' : 'placement-counts',
  };
}

/** Decides each worker once over all brokers: the earlier start is paid. */
export const WORKER_AWARDS = new Shared<ReadonlyMap<string, WorkerAward>>((context) => {
  const awards = new Map<string, WorkerAward>();
  for (const [personId, rows] of context.roster.placements) {
    const readings = rows.filter((row) => row.brokerCode !== null).map((row) => readPlacement(row, context));
    awards.set(personId, award(personId, readings));
  }
  return awards;
});

function award(personId: string, readings: readonly PlacementReading[]): WorkerAward {
  const unknown = readings.filter((reading) => reading.counts === null);
  const outside = readings.filter((reading) => reading.why === 'met-outside-window');
  const base = { personId, unknown, outside };
  const counting = readings.filter((reading) => reading.counts === true).sort(byStart);
  const [first] = counting;
  if (first === undefined) return { ...base, winner: null, later: [], tied: [] };
  const others = counting.filter((reading) => reading.row.brokerCode !== first.row.brokerCode);
  const together = others.filter((reading) => startOf(reading).from <= startOf(first).to);
  if (together.length > 0) return { ...base, winner: null, later: [], tied: [first, ...others] };
  return { ...base, winner: first, later: others, tied: [] };
}

function startOf({ row }: PlacementReading): DayRange {
  const start = row.startedOn ?? '';
  return { from: earliestDay(start), to: latestDay(start) };
}

function byStart(a: PlacementReading, b: PlacementReading): number {
  const [x, y] = [startOf(a), startOf(b)];
  if (x.from !== y.from) return x.from < y.from ? -1 : 1;
  return a.row.table - b.row.table || a.row.row - b.row.row;
}

const isBroker: Fact<Broker, YesNoValue> = {
  name: 'is-broker',
  zh: '属于劳务中介组织或劳务经纪人',
  en: 'is a labour broker',
  compute({ listed, kinds }, context) {
    for (const row of listed) context.use(row, '单位类型');
    return listedAs(listed, kinds);
  },
};

/** Whether 单位 lists an organisation under one of the kinds; one that is not listed at all is taken at its word. */
export function listedAs(listed: readonly OrganisationRow[], kinds: readonly string[]): YesNoValue {
  if (listed.length === 0) return { is: true, why: 'organisation-unlisted', remark: 'organisation-unlisted' };
  if (listed.some((row) => row.kind !== null && kinds.includes(row.kind))) return { is: true, why: 'kind-counts' };
  return listed.some((row) => row.kind === null)
    ? { is: null, why: 'organisation-kind-blank' }
    : { is: false, why: 'organisation-other-kind' };
}

const placedWorkers: Fact<Broker, UnitsValue> = {
  name: 'placed-workers',
  zh: '组织就业满规定月数的本地人员',
  en: 'local workers placed for the required months',
  parameters: [{ id: 'broker-months', unit: 'months' }],
  compute({ code, placements }, context) {
    const awards = WORKER_AWARDS.of(context);
    const units: UnitValue[] = [];
    const seen = new Set<string>();
    let unknown = 0;
    for (const row of placements) {
      context.use(row, '身份证号', '户籍县区', '开始日期', '结束日期');
      if (row.personId === null) {
        unknown += 1;
        continue;
      }
      if (seen.has(row.personId)) continue;
      seen.add(row.personId);
      const decided = awards.get(row.personId);
      if (decided === undefined) continue;
      const { winner, tied } = decided;
      if (winner?.row.brokerCode === code && winner.met !== null)
        units.push({ personId: row.personId, unitId: row.personId, quantity: 1, usedBefore: 0, met: winner.met });
      else if (winner === null && tied.length === 0 && decided.outside.length > 0) {
        const own = decided.outside.find((reading) => reading.row.brokerCode === code);
        if (own !== undefined && own.met !== null)
          units.push({ personId: row.personId, unitId: row.personId, quantity: 1, usedBefore: 0, met: own.met });
      } else if ([...tied, ...decided.unknown].some((reading) => reading.row.brokerCode === code)) unknown += 1;
    }
    return { units, unknown, missing: !context.roster.has('劳务输出') };
  },
};

export const BROKER_FACTS = new FactBook<Broker>({
  money: [],
  count: [],
  yesNo: [isBroker],
  choice: [],
  units: [placedWorkers],
});
