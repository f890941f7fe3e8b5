import { earliestDay, latestDay, lastDayOfMonth, yearOf, type IsoDay } from '../../domain/calendar.js';
import { isFilled } from '../../domain/evidence.js';
import type { ApplicationRow, MemberRow } from '../../domain/roster.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import type { NumberValue } from '../kinds/rule-kind.js';
import { isSameUnit, namesWord } from '../kinds/word-match.js';
import { exactly, FactBook, NOT_KNOWN, type Fact, type FactContext } from './fact.js';
import { personFacts } from './persons.js';
import { wordsIn } from './words.js';

/** One claim: a row of 申请 with its person and what the benefit says of such claims. */
export interface Application {
  readonly row: ApplicationRow;
  /** The pack's word for its 补贴项目. */
  readonly item: string;
  readonly member: MemberRow | null;
  readonly household: HouseholdGroup | null;
  /** Unit in which the benefit counts; null where it does not say. */
  readonly unit: string | null;
  readonly ageOn: string | null;
}

const person = personFacts<Application>({
  id: ({ row }) => row.personId,
  row: ({ row }) => row,
  member: ({ member }) => member,
  household: ({ household }) => household,
  ageOn: ({ ageOn }) => ageOn,
});

const quantity: Fact<Application, NumberValue> = {
  name: 'quantity',
  zh: '数量（单位与 for.unit 或价目表核对）',
  en: 'quantity, its unit compared with for.unit or the table of prices',
  unit: 'quantity',
  reads: ['申请.quantity', '申请.unit'],
  compute({ row, unit }, context) {
    context.use(row, '数量', '单位');
    if (row.quantity === null) return { ...NOT_KNOWN, why: 'quantity-blank' };
    if (unit === null) return exactly(row.quantity);
    if (row.unit === null) return { ...NOT_KNOWN, why: 'unit-blank' };
    return isSameUnit(row.unit, unit) ? exactly(row.quantity) : { ...NOT_KNOWN, why: 'unit-other' };
  },
};

/** First and last month of a claim, both included; null where the row does not say. */
function span({ from, until }: ApplicationRow): { readonly from: IsoDay; readonly to: IsoDay } | null {
  if (from === null || until === null) return null;
  return { from: `${earliestDay(from).slice(0, 7)}-01`, to: lastDayOfMonth(latestDay(until).slice(0, 7)) };
}

/** Calendar months between two days, both months included. */
function calendarMonths(from: IsoDay, to: IsoDay): number {
  if (to < from) return 0;
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}

/** 月数; where blank, the months from 起始年月 to 截止年月, both included; where both are given they must agree. */
function statedMonths(row: ApplicationRow, context: FactContext): NumberValue {
  context.use(row, '月数', '起始年月', '截止年月');
  const dates = span(row);
  const counted = dates === null ? null : calendarMonths(dates.from, dates.to);
  if (row.months === null) return counted === null ? { ...NOT_KNOWN, why: 'months-blank' } : exactly(counted);
  return counted === null || counted === row.months ? exactly(row.months) : { ...NOT_KNOWN, why: 'months-differ' };
}

const months: Fact<Application, NumberValue> = {
  name: 'months',
  zh: '月数（空白时按起止年月，含首尾）',
  en: 'months, or those from 起始年月 to 截止年月, both included',
  unit: 'months',
  reads: ['申请.months', '申请.from', '申请.until'],
  compute: ({ row }, context) => statedMonths(row, context),
};

/** Months that lie in as-of's year and are over by as-of; needs the months, not their number alone. */
const monthsThisYear: Fact<Application, NumberValue> = {
  name: 'months-this-year',
  zh: '当年的月数（到基准日所在月为止）',
  en: "months within as-of's year, up to as-of's month",
  unit: 'months',
  reads: ['申请.months', '申请.from', '申请.until'],
  compute({ row }, context) {
    const stated = statedMonths(row, context);
    const dates = span(row);
    if (dates === null || stated.low !== stated.high) return { ...NOT_KNOWN, why: stated.why ?? 'months-blank' };
    const first = `${yearOf(context.asOf)}-01-01`;
    const last = lastDayOfMonth(context.asOf.slice(0, 7));
    return exactly(calendarMonths(dates.from < first ? first : dates.from, dates.to > last ? last : dates.to));
  },
};

const statedAmount: Fact<Application, NumberValue> = {
  name: 'stated-amount',
  zh: '金额（贷款、租金、发票）',
  en: 'amount stated: a loan, a rent, an invoice',
  reads: ['申请.amount'],
  compute({ row }, context) {
    context.use(row, '金额');
    return row.amount === null ? { ...NOT_KNOWN, why: 'stated-amount-blank' } : exactly(row.amount);
  },
};

const premium: Fact<Application, NumberValue> = {
  name: 'premium',
  zh: '缴费金额',
  en: 'premium paid',
  reads: ['申请.premium'],
  compute({ row }, context) {
    context.use(row, '缴费金额');
    return row.premium === null ? { ...NOT_KNOWN, why: 'premium-blank' } : exactly(row.premium);
  },
};

/** The facts of one claim and of the person who makes it. */
export const APPLICATION_FACTS = new FactBook<Application>({
  money: [statedAmount, premium, ...person.money],
  count: [quantity, months, monthsThisYear, ...person.count],
  yesNo: [
    {
      name: 'evidence',
      zh: '申请附有证明材料',
      en: 'the claim names evidence',
      reads: ['申请.evidence'],
      compute({ row }, context) {
        context.use(row, '证明材料');
        return { is: isFilled(row.evidence), why: isFilled(row.evidence) ? 'has-evidence' : 'no-evidence' };
      },
    },
    {
      name: 'listed-item',
      zh: '补贴项目在名单 listed-items 里',
      en: 'the claim is for one of the list listed-items',
      lists: ['listed-items'],
      reads: ['申请.item'],
      compute({ row, item }, context) {
        context.use(row, '补贴项目');
        const is = namesWord(context.list('listed-items'), item) !== undefined;
        return { is, why: is ? 'listed-item' : 'not-listed-item' };
      },
    },
    {
      name: 'months-over',
      zh: '申请的月份都已过完',
      en: 'the months of the claim are over',
      reads: ['申请.until'],
      compute({ row }, context) {
        context.use(row, '截止年月');
        if (row.until === null) return { is: null, why: 'months-blank' };
        const is = lastDayOfMonth(latestDay(row.until).slice(0, 7)) <= context.asOf;
        return { is, why: is ? 'months-over' : 'months-to-come' };
      },
    },
    ...person.yesNo,
  ],
  choice: [
    {
      name: 'item',
      zh: '补贴项目',
      en: 'what is claimed',
      fromPack: 'kinds',
      reads: ['申请.item'],
      compute({ row, item }, context) {
        context.use(row, '补贴项目');
        return { is: item, why: 'word' };
      },
    },
    {
      name: 'level',
      zh: '等级',
      en: 'level',
      reads: ['申请.level'],
      compute({ row }, context) {
        context.use(row, '等级');
        return row.level === null ? { is: null, why: 'level-blank' } : { is: row.level, why: 'word' };
      },
    },
    {
      name: 'unit',
      zh: '单位',
      en: 'unit of the quantity',
      reads: ['申请.unit'],
      compute({ row }, context) {
        context.use(row, '单位');
        return row.unit === null ? { is: null, why: 'unit-blank' } : { is: row.unit, why: 'word' };
      },
    },
    {
      name: 'evidence-words',
      zh: '证明材料里写的',
      en: 'what the evidence names',
      reads: ['申请.evidence'],
      compute({ row }, context) {
        context.use(row, '证明材料');
        return wordsIn(row.evidence, 'no-evidence');
      },
    },
    ...person.choice,
  ],
  units: [],
});
