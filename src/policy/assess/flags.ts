import { formatYuan } from '../../domain/money.js';
import type { Flag } from './assessment.js';
import { FactReader, type RunContext } from './fact-reader.js';
import { HOUSEHOLD_FACTS } from '../facts/households.js';
import type { HouseholdGroup } from './roster-groups.js';
import type { FlagRule } from '../pack/schema.js';
import { suggestedClass } from './suggested-class.js';
import { reasonText } from '../words/reason-words.js';

/** What a raised flag says; whom it is about is added once. */
type Raised = Pick<Flag, 'status' | 'reason'> & Partial<Pick<Flag, 'value' | 'threshold' | 'gap'>>;

/** The flag of one household, or null when it is not raised. Never changes a payment. */
export function flagOf(rule: FlagRule, household: HouseholdGroup, context: RunContext): Flag | null {
  const raised = raise(rule, household, context);
  if (raised === null) return null;
  const { row } = household;
  // Field by field: objects put together by spreading have no shape in common, and there is one a household.
  return {
    flag: rule.id,
    role: rule.role ?? null,
    status: raised.status,
    householdId: household.id,
    headName: row?.headName ?? household.members.find((member) => member.relation === '户主')?.name ?? null,
    township: row?.township ?? null,
    community: row?.community ?? null,
    value: raised.value ?? null,
    threshold: raised.threshold ?? null,
    gap: raised.gap ?? null,
    clause: context.citation(rule.clause),
    reason: raised.reason,
  };
}

function raise(rule: FlagRule, household: HouseholdGroup, context: RunContext): Raised | null {
  const reader = new FactReader(HOUSEHOLD_FACTS, household, context);
  if (rule.kind === 'condition') {
    const value = reader.yesNo(rule.when);
    if (value.is === false) return null;
    return { status: value.is === true ? 'yes' : 'undecided', reason: reasonText(value.why, {}, 'zh') };
  }

  if (rule.kind === 'suggested-class') return suggestedClass(rule, household, reader, context);
  if (rule.unless !== undefined && reader.yesNo(rule.unless).is === true) return null;

  const line = context.parameter(rule.line);
  if (line === null && rule.onlyWithLine === true) return null;
  const income = reader.number(rule.base);
  const heads = reader.number(rule.heads);
  const undecided = (why: string): Raised => {
    return {
      status: 'undecided',
      threshold: line === null ? null : formatYuan(line),
      reason: reasonText(why, {}, 'zh'),
    };
  };
  if (context.period.year === null) return undecided('no-income-year');
  if (line === null) return undecided('no-line-for-year');
  if (heads.low !== heads.high || heads.low <= 0) return undecided('no-size');
  if (income.low !== income.high) return undecided('income-unknown');
  const size = heads.low;
  const needed = line * size;
  if (income.low >= needed) return null;
  // For reading only: the value is rounded down and the gap up, so that nobody under the line seems to stand on it.
  const perHead = Math.floor(income.low / size);
  return {
    status: 'yes',
    value: formatYuan(perHead),
    threshold: formatYuan(line),
    gap: formatYuan(line - perHead),
    reason: reasonText('under-line', { income: formatYuan(income.low), size, line: formatYuan(line) }, 'zh'),
  };
}
