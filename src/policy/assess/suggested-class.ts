import { formatYuan } from '../../domain/money.js';
import type { Flag } from './assessment.js';
import type { FactReader, RunContext } from './fact-reader.js';
import type { HouseholdGroup } from './roster-groups.js';
import { isOnRegister } from '../measures/register-measures.js';
import type { FlagRule } from '../pack/schema.js';

const CAUSE = /大病|重病|慢病|患病|因病|灾|意外|事故|残疾|重残/;

/**
 * A class of 监测对象 that the figures suggest; deciding is the work of people. Below the line: 脱贫不稳定户 or, of other
 * households, 边缘易致贫户. Above it: 突发严重困难户, from a cause the remark names or a fall of income of so many percent.
 * Households on the register and those whose income is not known are left to the other flags.
 */
export function suggestedClass(
  rule: Extract<FlagRule, { kind: 'suggested-class' }>,
  household: HouseholdGroup,
  reader: FactReader<HouseholdGroup>,
  context: RunContext,
): Pick<Flag, 'status' | 'value' | 'threshold' | 'gap' | 'reason'> | null {
  const { row } = household;
  const line = context.parameter(rule.line);
  const income = reader.number(rule.base);
  const heads = reader.number(rule.heads);
  if (row === null || line === null || isOnRegister(row)) return null;
  if (income.low !== income.high || heads.low !== heads.high || heads.low <= 0) return null;
  const perHead = Math.floor(income.low / heads.low);
  const threshold = formatYuan(line);
  if (income.low < line * heads.low) {
    const gap = formatYuan(line - perHead);
    const type = row.householdType;
    const reason = `人均${formatYuan(perHead)}元，低于监测线${threshold}元；建议，由人认定`;
    if (type === null)
      return {
        status: 'undecided',
        value: '脱贫不稳定户或边缘易致贫户',
        threshold,
        gap,
        reason: `户类型空白，无法区分；${reason}`,
      };
    const value = type.includes('脱贫') && !type.includes('非脱贫') ? '脱贫不稳定户' : '边缘易致贫户';
    return { status: 'yes', value, threshold, gap, reason };
  }
  const cause = CAUSE.exec(`${row.remark ?? ''}${household.members.map((one) => one.health ?? '').join('')}`)?.[0];
  const marked = row.remark !== null && CAUSE.test(row.remark) ? cause : undefined;
  const fall = fallOf(row.perCapitaIncome, row.lastPerCapitaIncome, context.parameter(rule.drop));
  if (marked === undefined && fall === null) return null;
  const why = marked === undefined ? `人均收入下降${fall ?? ''}` : `备注提到「${marked}」`;
  return {
    status: 'yes',
    value: '突发严重困难户',
    threshold,
    gap: null,
    reason: `${why}，收入仍在监测线上；建议，由人认定`,
  };
}

/** Fall in percent when it reaches the parameter; null when it does not, or either year or the parameter is not known. */
function fallOf(now: number | null, before: number | null, least: number | null): string | null {
  if (now === null || before === null || before <= 0 || least === null) return null;
  const fallen = before - now;
  if (BigInt(fallen) * 10_000n < BigInt(Math.round(least * 100)) * BigInt(before)) return null;
  return `${Math.floor((fallen * 100) / before)}%`;
}
