import { householdSubject, type Measure, type NeededColumn } from './measure.js';
import { formatYuan } from '../../domain/money.js';
import { netIncome } from '../facts/household-income.js';

const LAST: NeededColumn = { table: '住户', field: 'lastPerCapitaIncome', header: '上年人均纯收入' };
const THIS: NeededColumn = { table: '住户', field: 'perCapitaIncome', header: '人均纯收入' };

/** Σ income of all households and Σ heads: ratio of sums, never a mean of ratios. */
export const incomeLevel: Measure = {
  name: 'income-per-head',
  zh: '人均纯收入（总收入÷总人口）',
  en: 'income per head (sum over sum)',
  tables: [['住户']],
  compute: (context) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const income = netIncome.compute(household, context);
      const size = household.row?.size ?? null;
      if (income.low !== income.high || size === null || size <= 0) unknown += 1;
      else {
        done += income.low;
        all += size;
      }
    }
    return { done, all, unknown, unit: 'yuan' };
  },
};

/** Σ income of this and of last year over the households that state both, with the heads of this year. */
export const incomeGrowth: Measure = {
  name: 'income-growth',
  zh: '人均收入与上年之比（两年都有数的户）',
  en: 'income against last year (households that state both)',
  tables: [['住户']],
  columns: [THIS, LAST],
  compute: (context) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const { row } of context.roster.households.values()) {
      if (
        row === null ||
        row.size === null ||
        row.size <= 0 ||
        row.perCapitaIncome === null ||
        row.lastPerCapitaIncome === null
      )
        unknown += 1;
      else {
        done += row.perCapitaIncome * row.size;
        all += row.lastPerCapitaIncome * row.size;
      }
    }
    return { done, all, unknown, unit: 'yuan' };
  },
};

/** Households whose income per head did not fall, of those that state both years. */
export const incomeKept: Measure = {
  name: 'income-kept',
  zh: '人均收入没有下降的户',
  en: 'households whose income per head did not fall',
  tables: [['住户']],
  columns: [THIS, LAST],
  compute: (context, _, tell) => {
    let done = 0;
    let all = 0;
    let unknown = 0;
    for (const household of context.roster.households.values()) {
      const now = household.row?.perCapitaIncome ?? null;
      const before = household.row?.lastPerCapitaIncome ?? null;
      if (now === null || before === null) {
        unknown += 1;
        tell?.(householdSubject(household, { known: false }));
        continue;
      }
      all += 1;
      if (now >= before) done += 1;
      else tell?.(householdSubject(household, { value: `${formatYuan(before)}→${formatYuan(now)}` }));
    }
    return { done, all, unknown };
  },
};
