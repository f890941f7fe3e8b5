import { lastDayOfMonth, type IsoDay } from '../../domain/calendar.js';
import { dueDates } from './calendar.js';
import type { Pack } from './pack.js';
import type { TargetRule } from './schema.js';

/** One row of 指标填报 that a pack counts and only a person can know. */
export interface ReportedItem {
  /** 条款编号. */
  readonly indicator: string;
  /** 对象; a place before it (三江镇／完成投资) where it is reported by place. */
  readonly subject: string;
  readonly unit: string;
  /** The next day by which the clause wants it, from the day asked about; null where the document names none. */
  readonly due: IsoDay | null;
  readonly target: string;
  readonly clause: string;
}

/** Whether a target is counted from what a person reports in 指标填报, and not from the rosters. */
export function isReported({ of }: Pick<TargetRule, 'of'>): boolean {
  return of?.indicator !== undefined;
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/人月/, '人月'],
  [/人数|劳动力|人口|成员|联络员|书记|岗位/, '人'],
  [/户/, '户'],
  [/投资|资金|金额/, '万元'],
  [/密度/, '人／千人'],
];
const YES_NO = new Set(['indicator-each', 'indicator-checklist', 'indicator-noes']);

/** What a person has to report for a pack, clause by clause, in the order of its targets. */
export function reportedItems(pack: Pack, from: IsoDay): ReportedItem[] {
  return pack.targets.flatMap((rule) => {
    const { of } = rule;
    if (of?.indicator === undefined) return [];
    const listed = of.list === undefined ? [] : (pack.lists[of.list]?.names ?? []);
    const named = [of.done, of.all].flatMap((one) => one ?? []).concat(listed);
    const subjects = named.length === 0 ? [rule.scope] : named;
    const due = nextDue(pack, rule.clause, from);
    return subjects.map((subject) => ({
      indicator: of.indicator ?? '',
      subject,
      unit: unitOf(rule.measure, subject),
      due,
      target: rule.id,
      clause: rule.clause,
    }));
  });
}

function unitOf(measure: string, subject: string): string {
  if (YES_NO.has(measure)) return '是／否';
  if (measure === 'indicator-events') return '场次';
  if (measure.endsWith('months')) return '次';
  return UNITS.find(([pattern]) => pattern.test(subject))?.[1] ?? '个';
}

/** The next due day of a clause: of its own calendar entry, else the end of the year asked about within the window. */
function nextDue(pack: Pack, clause: string, from: IsoDay): IsoDay | null {
  const own = pack.calendar.filter((entry) => entry.clause === clause);
  const [first] = dueDates([{ ...pack, calendar: own }], from, pack.window.to);
  if (first !== undefined) return first.day;
  const end = lastDayOfMonth(`${from.slice(0, 4)}-12`);
  return end <= pack.window.to && end >= from ? end : null;
}
