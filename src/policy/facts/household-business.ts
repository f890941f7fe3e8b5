import { isFilled } from '../../domain/evidence.js';
import type { BusinessRow } from '../../domain/roster.js';
import type { ClaimedBy, NumberValue, YesNoValue } from '../kinds/rule-kind.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import { allOf, anyOf, type Truth } from '../assess/three-valued.js';
import type { Fact, FactContext } from './fact.js';
import { lasted } from './span.js';

export const BUSINESS_KINDS: ReadonlySet<string> = new Set(['小微企业', '个体工商户']);
const FARM_KINDS: ReadonlySet<string> = new Set(['种植业', '养殖业']);

/** 正常 yes; 停业 and 注销 no; anything else is unknown. */
export function runsNormally(status: string | null): Truth {
  if (status === '正常') return true;
  return status === '停业' || status === '注销' ? false : null;
}

function proven(household: HouseholdGroup): BusinessRow[] {
  return household.businesses.filter((row) => isFilled(row.evidence));
}

function isFarm(row: BusinessRow): Truth {
  if (row.kind === null) return null;
  if (FARM_KINDS.has(row.kind)) return true;
  return BUSINESS_KINDS.has(row.kind) ? false : null;
}

/** A 小微企业 or 个体工商户 with 经营状态 正常 whose 登记日期 lies the required time back. */
export function qualifies(row: BusinessRow, context: FactContext): Truth {
  const kind: Truth =
    row.kind === null ? null : BUSINESS_KINDS.has(row.kind) || (FARM_KINDS.has(row.kind) ? false : null);
  if (kind === false) return false;
  const months = context.parameter('business-months');
  const by = context.reading('one-year-by') === 'year-end' ? context.period.to : context.asOf;
  const old = row.registeredOn === null || months === null ? null : lasted(row.registeredOn, null, months, by);
  return allOf([kind, runsNormally(row.status), old]);
}

const FARM_INCOME = { id: 'farm-income', choices: ['gross', 'net'], optional: true } as const;

const NEEDS = {
  parameters: [{ id: 'business-months', unit: 'months' }],
  readings: [{ id: 'one-year-by', choices: ['as-of', 'year-end'] }],
} as const;

/**
 * F of the business bonus: income of the 种植业 and 养殖业 rows with evidence; a blank income adds nothing but is not known to be
 * nothing. Without any 经营 row the household's own 年经营收入 is what it may at most be.
 */
export const farmIncome: Fact<HouseholdGroup, NumberValue> = {
  name: 'farm-income',
  zh: '有证明材料的种养殖业年经营收入',
  en: 'farming income of the year with evidence',
  readings: [FARM_INCOME],
  compute(household, context) {
    if (household.businesses.length === 0) {
      const { row } = household;
      if (row === null) return { low: 0, high: 0 };
      context.use(row, '年经营收入');
      return { low: 0, high: row.businessIncome ?? 0, why: 'no-business-rows' };
    }
    let low = 0;
    let unproven = 0;
    let open = false;
    for (const row of household.businesses) {
      const farm = isFarm(row);
      if (farm === false) continue;
      context.use(row, '主体类型', '年经营收入', '证明材料');
      if (!isFilled(row.evidence)) unproven += row.income ?? 0;
      else if (farm === null || row.income === null) open = true;
      else low += row.income;
    }
    const gross = { low, high: open ? Number.POSITIVE_INFINITY : low, unproven, why: 'farm-income-blank' };
    return lessCosts(gross, household, context);
  },
};

/**
 * Farming income after the household's 生产经营支出 (reading `farm-income`): never below nothing; a blank cost leaves all of
 * it open.
 */
function lessCosts(gross: NumberValue, { row }: HouseholdGroup, context: FactContext): NumberValue {
  const cost = row?.operatingCost ?? null;
  if (gross.high === 0 || cost === 0 || context.reading('farm-income', 'gross') === 'gross') return gross;
  if (row !== null) context.use(row, '生产经营支出');
  const why = 'operating-cost-blank';
  // A blank income adds nothing, so that no cost of it can take anything away.
  if (cost === null) return { ...gross, low: 0, why, ...(gross.low > 0 ? { mustBeKnown: why } : {}) };
  return { ...gross, low: Math.max(0, gross.low - cost), high: Math.max(0, gross.high - cost) };
}

/** Whether some business with evidence has run normally for the required time. */
export const qualifyingBusiness: Fact<HouseholdGroup, YesNoValue> = {
  name: 'qualifying-business',
  zh: '有连续正常经营满规定时间的小微企业或个体工商户',
  en: 'a small business that has run normally for the required time',
  ...NEEDS,
  compute(household, context) {
    const claims: ClaimedBy[] = [];
    const truths = proven(household).map((row) => {
      context.use(row, '主体类型', '经营状态', '登记日期', '证明材料');
      const counts = qualifies(row, context);
      if (counts === true && row.creditCode !== null) claims.push({ kind: 'organisation', id: row.creditCode });
      else if (counts === true && row.personId !== null) claims.push({ kind: 'person', id: row.personId });
      return counts;
    });
    const is = anyOf(truths);
    return {
      is,
      claims,
      why: is === true ? 'qualifying-business' : is === null ? 'business-unknown' : 'no-qualifying-business',
    };
  },
};

/** I of the business bonus: farming income and income of the qualifying businesses; a blank adds nothing. */
export const businessIncome: Fact<HouseholdGroup, NumberValue> = {
  name: 'business-income',
  zh: '符合条件的经营与种养殖业年收入合计',
  en: 'income of qualifying businesses and farming',
  parameters: NEEDS.parameters,
  readings: [...NEEDS.readings, FARM_INCOME],
  compute(household, context) {
    let farm = 0;
    let shops = 0;
    for (const row of proven(household)) {
      const farming = isFarm(row) === true;
      if (!farming && qualifies(row, context) !== true) continue;
      context.use(row, '主体类型', '年经营收入', '证明材料');
      if (farming) farm += row.income ?? 0;
      else shops += row.income ?? 0;
    }
    const { low, high, mustBeKnown } = lessCosts({ low: farm, high: farm }, household, context);
    const sum = { low: low + shops, high: high + shops };
    return mustBeKnown === undefined ? sum : { ...sum, mustBeKnown };
  },
};

/** Rows with evidence of which too little is known to count them, and why. */
export function uncountedBusinesses(
  household: HouseholdGroup,
  context: FactContext,
): { readonly row: BusinessRow; readonly why: string }[] {
  const uncounted: { readonly row: BusinessRow; readonly why: string }[] = [];
  for (const row of proven(household)) {
    const farm = isFarm(row);
    if (farm === null) uncounted.push({ row, why: 'kind-blank' });
    else if (farm ? row.income === null : qualifies(row, context) === null)
      uncounted.push({ row, why: farm ? 'farm-income-blank' : 'business-unknown' });
  }
  return uncounted;
}
