import { formatYuan } from '../../domain/money.js';
import type { Roster } from '../../domain/roster.js';
import type { Target } from './assessment.js';
import { formatCitation } from '../pack/citation.js';
import type { RunContext } from './fact-reader.js';
import type { Measure, Measured, Subject } from '../measures/measure.js';
import { reasonText } from '../words/reason-words.js';
import { MEASURES } from '../measures/index.js';
import type { TargetRule } from '../pack/schema.js';

/** Where and how a target is counted: the place of a part, and whether those in its way are named. */
export interface TargetScope {
  /** Name of the place that this is a part for; absent for the target as a whole. */
  readonly place?: string;
  readonly naming: boolean;
}

/**
 * One target over the roster: met, missed, undecided where unknown data could tip it, not-run where a table is missing
 * or the assessment date lies outside the window of the document.
 */
export function targetOf(rule: TargetRule, context: RunContext, { place, naming }: TargetScope): Target {
  const measure = MEASURES.get(rule.measure);
  const goal = goalOf(rule, context);
  const base = {
    target: rule.id,
    whole: place === undefined,
    clause: formatCitation(context.pack, rule.clause),
    scope: place ?? rule.scope,
    goal: goal === null ? null : goal.text,
  };
  const nothing = { value: null, numerator: null, denominator: null, subjects: [] };
  const { window } = context.pack;
  if (context.period.position === 'outside') {
    const days = { asOf: context.asOf, from: window.from, to: window.to };
    return { ...base, ...nothing, status: 'not-run', reason: reasonText('as-of-outside-window', days, 'zh') };
  }
  const missing = measure === undefined ? '这一指标' : missingInput(measure, context.roster.roster);
  if (measure === undefined || missing !== null)
    return { ...base, ...nothing, status: 'not-run', reason: `没有提供${missing ?? ''}` };
  const subjects: Subject[] = [];
  const tell = naming ? (subject: Subject): void => void subjects.push(subject) : undefined;
  const measured = measure.compute(context, rule.of ?? {}, tell);
  if (measured.missing !== undefined) return { ...base, ...nothing, status: 'undecided', reason: measured.missing };
  const numbers = {
    value: valueText(rule, measured),
    numerator: numberText(measured.done, measured),
    denominator:
      measured.all === null ? null : numberText(measured.all, rule.compare.startsWith('level') ? {} : measured),
  };
  const verdict = judge(rule, measured, goal);
  const open = verdict.status === 'missed' || verdict.status === 'undecided';
  return { ...base, ...numbers, ...verdict, subjects: open ? subjects : [] };
}

/** Tables and columns a measure cannot do without and that were not given, in words; null when all are there. */
export function missingInput(needs: Pick<Measure, 'tables' | 'columns'>, roster: Roster): string | null {
  const given = new Set(roster.tables.map((table) => table.kind));
  const tables = needs.tables.filter((kinds) => !kinds.some((kind) => given.has(kind) || roster.rows[kind].length > 0));
  if (tables.length > 0) return `${tables.map((kinds) => kinds.join('或')).join('、')}表`;
  const columns = (needs.columns ?? []).filter(
    ({ table, field }) => !roster.tables.some((source) => source.kind === table && source.columns.has(field)),
  );
  return columns.length === 0 ? null : columns.map(({ table, header }) => `${table}表的「${header}」列`).join('、');
}

/** A goal as an exact fraction: hundredths of its unit, and of 10000 where only a part of it is asked. */
interface Goal {
  readonly hundredths: bigint;
  readonly part: bigint;
  readonly text: string;
}

function goalOf(rule: TargetRule, context: RunContext): Goal | null {
  const goal = context.parameter(rule.goal);
  const part = rule.part === undefined ? 100 : context.parameter(rule.part);
  if (goal === null || part === null) return null;
  const unit = context.pack.parameters[rule.goal]?.unit;
  const shown = unit === 'yuan' ? formatYuan(goal) : unit === 'percent' ? `${goal}%` : String(goal);
  return {
    hundredths: hundredths(goal),
    part: hundredths(part),
    text: part === 100 ? shown : `${shown}×${part}%`,
  };
}

/** Reported numbers and percentages have at most two decimals that count. */
function hundredths(number: number): bigint {
  return BigInt(Math.round(number * 100));
}

type Verdict = Pick<Target, 'status' | 'reason'>;

function judge(rule: TargetRule, measured: Measured, goal: Goal | null): Verdict {
  const { done, all, unknown } = measured;
  const open = unknown > 0 ? `，另有${unknown}条资料不全` : '';
  if (goal === null) return { status: 'undecided', reason: `没有给出目标值，请用参数给出${open}` };
  switch (rule.compare) {
    case 'count':
    case 'at-most':
    case 'equal':
      return judgeCount(rule.compare, measured, goal, open);
    case 'share':
    case 'over': {
      if (all === null || all === 0) return { status: 'undecided', reason: `没有可统计的对象${open}` };
      const reason = `${numberText(done, measured)}÷${numberText(all, measured)}${open}`;
      // Multiplied, never divided: a rounded rate must not reach the goal. Unknown ones may belong to the whole or not.
      const reaches = (part: number, whole: number): boolean => {
        const left = hundredths(part) * 10_000n;
        const right = goal.hundredths * hundredths(whole);
        return rule.compare === 'share' ? left >= right : left > right;
      };
      const whole = all + unknown - (measured.inside ?? 0);
      if (reaches(done, whole)) return { status: 'met', reason };
      return { status: reaches(done + unknown, whole) ? 'undecided' : 'missed', reason };
    }
    case 'level':
    case 'level-over': {
      if (all === null || all === 0) return { status: 'undecided', reason: `没有可统计的对象${open}` };
      const reason = `总收入${numberText(done, measured)}元÷${all}人${open}`;
      if (unknown > 0) return { status: 'undecided', reason };
      const left = hundredths(done) * 10_000n;
      const right = goal.hundredths * goal.part * BigInt(all);
      return { status: (rule.compare === 'level' ? left >= right : left > right) ? 'met' : 'missed', reason };
    }
    case 'growth-over': {
      if (all === null || all === 0) return { status: 'undecided', reason: `没有可统计的对象${open}` };
      const reason = `本年${numberText(done, measured)}元，上年${numberText(all, measured)}元${open}`;
      if (unknown > 0) return { status: 'undecided', reason };
      const grown = hundredths(done - all) * 10_000n > goal.hundredths * hundredths(all);
      return { status: grown ? 'met' : 'missed', reason };
    }
  }
}

function judgeCount(compare: 'count' | 'at-most' | 'equal', measured: Measured, goal: Goal, open: string): Verdict {
  const { done, all, unknown } = measured;
  const [least, most] = [hundredths(done), hundredths(done + unknown)];
  const aim = goal.hundredths;
  const text = numberText(done, measured);
  if (compare === 'at-most') {
    const reason = `${text}，应不超过${goal.text}${open}`;
    if (most <= aim) return { status: 'met', reason };
    return { status: least <= aim ? 'undecided' : 'missed', reason };
  }
  if (compare === 'equal') {
    if (least === aim && unknown === 0) return { status: 'met', reason: `${text}，与文件一致` };
    const gap = Number(least - aim) / 100;
    const reason = `名册${text}，文件${goal.text}，相差${Math.abs(gap)}${open}；底数会变动，请核对`;
    return { status: unknown > 0 && least <= aim && aim <= most ? 'undecided' : 'missed', reason };
  }
  const whole = all === null || hundredths(all) === aim ? '' : `，名册中共${all}`;
  const reason = `${text}，目标${goal.text}${whole}${open}`;
  if (least >= aim) return { status: 'met', reason };
  return { status: most >= aim ? 'undecided' : 'missed', reason };
}

function numberText(number: number, { unit }: Pick<Measured, 'unit'>): string {
  if (unit === 'yuan') return formatYuan(number);
  return Number.isInteger(number) ? String(number) : number.toFixed(2);
}

/** For reading only: percentages are rounded half up to two decimals. Nothing is compared with it. */
function valueText({ compare }: TargetRule, measured: Measured): string | null {
  const { done, all } = measured;
  if (compare === 'count' || compare === 'at-most' || compare === 'equal') return numberText(done, measured);
  if (all === null || all === 0) return null;
  if (compare === 'level' || compare === 'level-over') return formatYuan(Math.floor(done / all));
  return `${percent(compare === 'growth-over' ? done - all : done, all)}%`;
}

function percent(part: number, whole: number): string {
  const [done, all] = [hundredths(part), hundredths(whole)];
  const size = done < 0n ? -done : done;
  const rounded = (size * 20_000n + all) / (2n * all);
  return `${done < 0n && rounded > 0n ? '-' : ''}${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
}
