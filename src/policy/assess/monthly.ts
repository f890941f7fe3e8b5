import { lastDayOfMonth } from '../../domain/calendar.js';
import { formatYuan } from '../../domain/money.js';
import { FactReader, type RunContext } from './fact-reader.js';
import { dayBeforeMonth, monthPeriod, monthsUpTo } from './periods.js';
import type { FactBook } from '../facts/fact.js';
import { refuse, type RuleOutcome, type RuleReader, type Tracer } from '../kinds/rule-kind.js';
import type { Benefit } from '../pack/schema.js';

/** Works out a benefit on one day, as evaluateBenefit does. */
type Evaluate = (context: RunContext, reader: RuleReader, trace: Tracer | null) => RuleOutcome;

interface Month {
  readonly month: string;
  readonly context: RunContext;
  readonly outcome: RuleOutcome;
}

/**
 * A benefit that is due for months: worked out for every month from the beginning of its period up to as-of's, on the
 * month's last day or on the last day of the month before, and added up. Months outside the window bring nothing; one
 * month that cannot be decided leaves the whole undecided.
 */
export function evaluateMonths<Subject>(
  benefit: Benefit,
  facts: FactBook<Subject>,
  subject: Subject,
  context: RunContext,
  evaluate: Evaluate,
  trace: Tracer | null,
): RuleOutcome {
  const months = monthsUpTo(benefit.every, context.asOf).map((month): Month => {
    const there = context.on(dayOf(benefit, month, context.asOf), monthPeriod(context.pack, month));
    return { month, context: there, outcome: evaluate(there, new FactReader(facts, subject, there), null) };
  });
  const groups = grouped(months);
  for (const { first, last, count, outcome } of groups) {
    if (trace === null) break;
    evaluate(first.context, new FactReader(facts, subject, first.context), trace);
    trace.stage('computed', null, outcome.amount * count, 'months-of', {
      from: first.month,
      to: last.month,
      months: count,
      each: formatYuan(outcome.amount),
      total: formatYuan(outcome.amount * count),
    });
  }
  const unknown = months.find(({ outcome }) => outcome.outcome === 'undecided');
  if (unknown !== undefined) return refuse(trace, 'undecided', unknown.outcome.reason, { month: unknown.month });
  const amount = months.reduce((sum, { outcome }) => sum + outcome.amount, 0);
  const last = months.at(-1)?.outcome;
  if (amount === 0)
    return {
      outcome: last?.outcome ?? 'not-eligible',
      amount,
      shortBy: last?.shortBy ?? null,
      reason: last?.reason ?? 'no-months',
    };
  trace?.stage('computed', null, amount, 'months-together', { total: formatYuan(amount) });
  return { outcome: 'entitled', amount, shortBy: null, reason: 'months-together' };
}

function dayOf({ monthly }: Benefit, month: string, asOf: string): string {
  if (monthly === 'next-month') return dayBeforeMonth(month);
  const last = lastDayOfMonth(month);
  return last > asOf ? asOf : last;
}

interface Group {
  readonly first: Month;
  readonly last: Month;
  readonly count: number;
  readonly outcome: RuleOutcome;
}

/** Months in a row with the same outcome, told once. */
function grouped(months: readonly Month[]): Group[] {
  const groups: Group[] = [];
  for (const month of months) {
    const before = groups.at(-1);
    const { outcome, amount, reason } = month.outcome;
    const same =
      before?.outcome.outcome === outcome && before.outcome.amount === amount && before.outcome.reason === reason;
    if (before !== undefined && same) groups[groups.length - 1] = { ...before, last: month, count: before.count + 1 };
    else groups.push({ first: month, last: month, count: 1, outcome: month.outcome });
  }
  return groups;
}
