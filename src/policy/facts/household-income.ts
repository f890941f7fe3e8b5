import { NET_INCOME_FIELDS, NET_INCOME_KEYS, netIncomeOf } from '../../domain/net-income.js';
import { isFilled } from '../../domain/evidence.js';
import type { MemberRow } from '../../domain/roster.js';
import type { NumberValue } from '../kinds/rule-kind.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { exactly, NOT_KNOWN, type Fact } from './fact.js';

const WAGES = '年务工收入';
const EVIDENCE = '证明材料';

/** 公益性岗位, 乡村公益性岗位: a post that the government pays. */
function holdsPublicPost({ employmentStatus }: MemberRow): boolean {
  return employmentStatus?.includes('公益') === true;
}

function states(member: MemberRow): boolean {
  return member.wageIncome !== null || member.unreadable?.includes('wageIncome') === true;
}

/** 家庭人口数 as stated; a difference from the member rows is an error of its own. */
export const householdSize: Fact<HouseholdGroup, NumberValue> = {
  name: 'household-size',
  zh: '家庭人口数',
  en: 'household size',
  compute({ row }, context) {
    if (row === null) return NOT_KNOWN;
    context.use(row, '家庭人口数');
    return row.size === null ? NOT_KNOWN : exactly(row.size);
  },
};

/**
 * W of the employment bonus: 年务工收入 of the members whose 证明材料 is filled; where no member states one, the household's own
 * figure if its 证明材料 is filled. A member's blank adds nothing; the household's blank is unknown.
 */
export const evidencedWages: Fact<HouseholdGroup, NumberValue> = {
  name: 'evidenced-wages',
  zh: '有证明材料的年务工收入',
  en: 'wage income of the year with evidence',
  readings: [{ id: 'public-post-wage', choices: ['counted', 'not-counted'], optional: true }],
  compute({ row, members }, context) {
    const stating = members.filter(states);
    if (stating.length > 0) {
      let low = 0;
      let unproven = 0;
      let unknown = false;
      for (const member of stating) {
        context.use(member, WAGES, EVIDENCE);
        if (!isFilled(member.evidence)) unproven += member.wageIncome ?? 0;
        else if (holdsPublicPost(member) && context.reading('public-post-wage', 'counted') === 'not-counted')
          context.use(member, '就业状态');
        else if (member.wageIncome === null) unknown = true;
        else low += member.wageIncome;
      }
      return { low, high: unknown ? Number.POSITIVE_INFINITY : low, unproven };
    }
    if (row === null) return { ...NOT_KNOWN, why: 'no-household-row' };
    context.use(row, WAGES, EVIDENCE);
    if (!isFilled(row.evidence)) return { low: 0, high: 0, unproven: row.wageIncome ?? 0 };
    if (row.wageIncome === null) return { ...NOT_KNOWN, why: 'wages-blank' };
    // How much of one figure for the household is the wage of a public post is not known.
    if (
      row.wageIncome > 0 &&
      members.some(holdsPublicPost) &&
      context.reading('public-post-wage', 'counted') === 'not-counted'
    )
      return { low: 0, high: row.wageIncome, why: 'public-post-in-household-figure' };
    return exactly(row.wageIncome);
  },
};

/**
 * Net income of the household: four kinds of income less operating costs; a blank among given parts counts as not
 * stated; all blank: 人均纯收入 × size, if given.
 */
export const netIncome: Fact<HouseholdGroup, NumberValue> = {
  name: 'net-income',
  zh: '家庭纯收入',
  en: 'net income of the household',
  compute({ row }, context) {
    if (row === null) return NOT_KNOWN;
    if (row.unreadable?.some((field) => NET_KEYS.has(field)) === true) return NOT_KNOWN;
    const net = netIncomeOf(row);
    if (net === null) {
      context.use(row, '人均纯收入');
      if (row.perCapitaIncome === null || row.size === null) return NOT_KNOWN;
      return exactly(row.perCapitaIncome * row.size);
    }
    context.use(row, ...NET_INCOME_FIELDS);
    return exactly(net);
  },
};

const NET_KEYS: ReadonlySet<string> = new Set(NET_INCOME_KEYS);
