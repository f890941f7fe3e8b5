import { formatYuan } from '../../domain/money.js';
import type { Flag } from './assessment.js';
import type { FactReader, RunContext } from './fact-reader.js';
import type { HouseholdGroup } from './roster-groups.js';
import { isFilled } from '../../domain/evidence.js';
import { isOnRegister } from '../../domain/register.js';
import type { HouseholdRow } from '../../domain/roster.js';
import type { FlagRule } from '../pack/schema.js';
import { reasonText } from '../words/reason-words.js';

/**
 * A class of 监测对象 that the figures suggest; deciding is the work of people. Below the line: 脱贫不稳定户 or, of other
 * households, 边缘易致贫户. Above it: 突发严重困难户, where 自付刚性支出 takes the income under the line, or the income fell by
 * so many percent; a 风险类型 without a figure leaves it open. A word in a remark suggests nothing. Households on the
 * register and those whose income is not known are left to the other flags.
 */
export function suggestedClass(
  rule: Extract<FlagRule, { kind: 'suggested-class' }>,
  household: HouseholdGroup,
  reader: FactReader<HouseholdGroup>,
  context: RunContext,
): Suggested | null {
  const { row } = household;
  const line = context.parameter(rule.line);
  const income = reader.number(rule.base);
  const heads = reader.number(rule.heads);
  if (row === null || line === null || isOnRegister(row)) return null;
  if (income.low !== income.high || heads.low !== heads.high || heads.low <= 0) return null;
  const threshold = formatYuan(line);
  const perHead = Math.floor(income.low / heads.low);
  if (income.low < line * heads.low) {
    const gap = formatYuan(line - perHead);
    const values = { income: formatYuan(perHead), line: threshold };
    const type = row.householdType;
    if (type === null)
      return {
        status: 'undecided',
        value: '脱贫不稳定户或边缘易致贫户',
        threshold,
        gap,
        reason: reasonText('suggest-type-blank', values, 'zh'),
      };
    const value = type.includes('脱贫') && !type.includes('非脱贫') ? '脱贫不稳定户' : '边缘易致贫户';
    return { status: 'yes', value, threshold, gap, reason: reasonText('suggest-below-line', values, 'zh') };
  }
  const sudden = suddenHardship(row, income.low, heads.low, line, context.parameter(rule.drop));
  return sudden === null ? null : { value: '突发严重困难户', threshold, ...sudden };
}

type Suggested = Pick<Flag, 'status' | 'value' | 'threshold' | 'gap' | 'reason'>;

/** What speaks for 突发严重困难户 at an income (fen, of the household) that reaches the line; null when nothing does. */
function suddenHardship(
  row: HouseholdRow,
  income: number,
  heads: number,
  line: number,
  least: number | null,
): Pick<Suggested, 'status' | 'gap' | 'reason'> | null {
  const cost = row.unavoidableCost;
  if (cost !== null && income - cost < line * heads) {
    const left = Math.floor((income - cost) / heads);
    const values = {
      income: formatYuan(income),
      cost: formatYuan(cost),
      left: formatYuan(left),
      line: formatYuan(line),
    };
    return { status: 'yes', gap: formatYuan(line - left), reason: reasonText('suggest-cost', values, 'zh') };
  }
  const fall = fallOf(row.perCapitaIncome, row.lastPerCapitaIncome, least);
  if (fall !== null) return { status: 'yes', gap: null, reason: reasonText('suggest-fall', { fall }, 'zh') };
  if (cost !== null || !isFilled(row.riskKind)) return null;
  const risk = row.riskKind ?? '';
  return { status: 'undecided', gap: null, reason: reasonText('suggest-risk', { risk }, 'zh') };
}

/** Fall in percent when it reaches the parameter; null when it does not, or either year or the parameter is not known. */
function fallOf(now: number | null, before: number | null, least: number | null): string | null {
  if (now === null || before === null || before <= 0 || least === null) return null;
  const fallen = before - now;
  if (BigInt(fallen) * 10_000n < BigInt(Math.round(least * 100)) * BigInt(before)) return null;
  return `${Math.floor((fallen * 100) / before)}%`;
}
