import { formatYuan } from '../domain/money.js';
import type { Flag } from './assessment.js';
import { formatCitation } from './citation.js';
import { FactReader, type RunContext } from './fact-reader.js';
import { HOUSEHOLD_FACTS } from './facts/households.js';
import type { HouseholdGroup } from './roster-groups.js';
import type { FlagRule } from './schema.js';
import { suggestedClass } from './suggested-class.js';
import { reasonText } from './words/reason-words.js';

/** The flag of one household, or null when it is not raised. Never changes a payment. */
export function flagOf(rule: FlagRule, household: HouseholdGroup, context: RunContext): Flag | null {
  const reader = new FactReader(HOUSEHOLD_FACTS, household, context);
  const base = {
    flag: rule.id,
    householdId: household.id,
    headName: household.row?.headName ?? household.members.find((member) => member.relation === '户主')?.name ?? null,
    township: household.row?.township ?? null,
    community: household.row?.community ?? null,
    clause: formatCitation(context.pack, rule.clause),
  };
  const blank = { value: null, threshold: null, gap: null };
  if (rule.kind === 'condition') {
    const value = reader.yesNo(rule.when);
    if (value.is === false) return null;
    const status = value.is === true ? 'yes' : 'undecided';
    return { ...base, ...blank, status, reason: reasonText(value.why, {}, 'zh') };
  }

  if (rule.kind === 'suggested-class') {
    const suggestion = suggestedClass(rule, household, reader, context);
    return suggestion === null ? null : { ...base, ...suggestion };
  }
  if (rule.unless !== undefined && reader.yesNo(rule.unless).is === true) return null;

  const line = context.parameter(rule.line);
  if (line === null && rule.onlyWithLine === true) return null;
  const income = reader.number(rule.base);
  const heads = reader.number(rule.heads);
  const undecided = (why: string): Flag => {
    const threshold = line === null ? null : formatYuan(line);
    return { ...base, ...blank, threshold, status: 'undecided', reason: reasonText(why, {}, 'zh') };
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
    ...base,
    status: 'yes',
    value: formatYuan(perHead),
    threshold: formatYuan(line),
    gap: formatYuan(line - perHead),
    reason: reasonText('under-line', { income: formatYuan(income.low), size, line: formatYuan(line) }, 'zh'),
  };
}
