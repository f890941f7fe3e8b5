import { addMonths, earliestDay, latestDay, yearOf, type IsoDay } from '../../domain/calendar.js';
import type { MemberRow, PlacementRow } from '../../domain/roster.js';
import type { NumberValue, YesNoValue } from '../kinds/rule-kind.js';
import { NOT_KNOWN, type FactContext } from './fact.js';

/** Full months from one day to another, calendar ones: 31 December to 30 June are six. Nought when there are none. */
export function fullMonths(from: IsoDay, to: IsoDay): number {
  if (to < from) return 0;
  let months = (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  while (months > 0 && addMonths(from, months) > to) months -= 1;
  return months;
}

/**
 * Full months of a job up to as-of, by its dates; by 务工月数 only where both are blank. `since` leaves out what lies
 * before it (the first day of the year). A date known to the month only gives a range.
 */
export function monthsWorked(member: MemberRow, since: IsoDay | null, context: FactContext): NumberValue {
  const { workStart, workEnd, workMonths } = member;
  context.use(member, '务工开始日期', '务工结束日期');
  if (workStart === null && workEnd === null) {
    context.use(member, '务工月数');
    return workMonths === null ? { ...NOT_KNOWN, why: 'work-time-unknown' } : { low: workMonths, high: workMonths };
  }
  if (workStart === null) return { ...NOT_KNOWN, why: 'work-time-unknown' };
  const from = (day: IsoDay): IsoDay => (since !== null && day < since ? since : day);
  const until = (day: IsoDay): IsoDay => (day > context.asOf ? context.asOf : day);
  const shortest = fullMonths(
    from(latestDay(workStart)),
    until(workEnd === null ? context.asOf : earliestDay(workEnd)),
  );
  const longest = fullMonths(from(earliestDay(workStart)), until(workEnd === null ? context.asOf : latestDay(workEnd)));
  return { low: shortest, high: longest, why: 'work-time-unknown' };
}

/** Whether two spells share a day; a blank end goes on, an unknown start may be any day. */
function overlap(member: MemberRow, placement: PlacementRow): boolean {
  const end = (date: string | null): IsoDay => (date === null ? '9999-12-31' : latestDay(date));
  const start = (date: string | null): IsoDay => (date === null ? '0000-01-01' : earliestDay(date));
  return start(member.workStart) <= end(placement.endedOn) && start(placement.startedOn) <= end(member.workEnd);
}

/** Whether 劳务输出 lists the person for the time of the job; unknown where the table was not given. */
export function sentInGroup(id: string | null, member: MemberRow | null, context: FactContext): YesNoValue {
  const rows = id === null ? [] : (context.roster.placements.get(id) ?? []);
  const sent = rows.filter((row) => member === null || overlap(member, row));
  for (const row of sent) context.use(row, '身份证号', '开始日期', '结束日期');
  if (sent.length > 0) return { is: true, why: 'sent-in-group' };
  if (id === null || !context.roster.has('劳务输出')) return { is: null, why: 'placements-missing' };
  return { is: false, why: 'not-sent-in-group' };
}
