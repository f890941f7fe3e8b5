import { z } from 'zod';
import { formatYuan } from '../../domain/money.js';
import { COUNT_UNITS } from '../../domain/unit.js';
import { adjusted, adjustmentReferences, adjustments, inFen, roundingProblems, yuan } from './adjustments.js';
import { compared, exactNumber, minus, NOTHING, plus, shownExact, smaller, times, type Exact } from './exact.js';
import { chosen, Id, pick, Text } from './rule-parts.js';
import {
  NO_THRESHOLDS,
  refuse,
  type Reference,
  type RuleKind,
  type RuleProblem,
  type RuleReader,
} from './rule-kind.js';

const PER_UNIT = { share: Id.optional(), price: Id.optional() };

const Step = z.strictObject({
  /** Where the step ends: a parameter, included; `up` for the last step. */
  to: z.union([z.literal('up'), Id]).optional(),
  /** Where it ends, not included (不满). */
  below: Id.optional(),
  ...PER_UNIT,
});
type Step = z.infer<typeof Step>;

const rateRule = z.strictObject({
  kind: z.literal('rate'),
  /** An amount, of which a share is paid, or a count, each of which brings a price. */
  base: chosen(Text),
  /** Parameter up to which the base counts (the first 50 000 of a loan). */
  upTo: Id.optional(),
  share: chosen(Id).optional(),
  price: chosen(Id).optional(),
  /** A share or price by the step that a figure falls in. */
  tiers: z
    .strictObject({
      /** The figure, where it is not the base itself. */
      by: Text.optional(),
      /** `whole`: the step's share holds for all of the base; `marginal`: for the part inside each step. */
      apply: z.enum(['whole', 'marginal']),
      steps: z.array(Step).min(2),
    })
    .optional(),
  ...adjustments,
});
type RateRule = z.infer<typeof rateRule>;

/** Whether a share of money is paid; else a price for each of a count. */
function isShare({ share, tiers }: RateRule): boolean {
  return share !== undefined || tiers?.steps.some((step) => step.share !== undefined) === true;
}

function edgeOf({ to, below }: Step): { readonly id: string; readonly included: boolean } | null {
  if (below !== undefined) return { id: below, included: false };
  return to === undefined || to === 'up' ? null : { id: to, included: true };
}

function references(rule: RateRule): Reference[] {
  const { base, upTo, share, price, tiers } = rule;
  const type = isShare(rule) ? 'money' : 'count';
  const edge = ['yuan', ...COUNT_UNITS] as const;
  const parameters = (value: typeof share, path: string, unit: 'share' | 'price'): Reference[] =>
    value === undefined
      ? []
      : [
          { path, chosen: value },
          ...[value]
            .flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one.choices)))
            .map(
              (parameter): Reference => ({
                path,
                parameter,
                unit: unit === 'share' ? ['percent', 'share'] : 'yuan',
              }),
            ),
        ];
  return [
    { path: 'base', fact: base, type },
    ...(upTo === undefined
      ? []
      : [{ path: 'upTo', parameter: upTo, unit: type === 'money' ? 'yuan' : COUNT_UNITS } as const]),
    ...parameters(share, 'share', 'share'),
    ...parameters(price, 'price', 'price'),
    ...(tiers?.by === undefined ? [] : [{ path: 'tiers.by', fact: tiers.by, type: 'number' } as const]),
    ...(tiers?.steps ?? []).flatMap((step, i): Reference[] => {
      const at = `tiers.steps.${i}`;
      const end = edgeOf(step);
      return [
        ...(end === null
          ? []
          : [{ path: `${at}.${end.included ? 'to' : 'below'}`, parameter: end.id, unit: edge } as const]),
        ...parameters(step.share, `${at}.share`, 'share'),
        ...parameters(step.price, `${at}.price`, 'price'),
      ];
    }),
    ...adjustmentReferences(rule),
  ];
}

function problems(rule: RateRule): RuleProblem[] {
  const { share, price, tiers } = rule;
  const found: RuleProblem[] = [];
  const ways = [share, price, tiers].filter((way) => way !== undefined).length;
  if (ways !== 1)
    found.push({
      path: [],
      zh: 'rate 应写 share（比例）、price（单价）或 tiers（分段）中的一个',
      en: 'a rate has one of share, price or tiers',
    });
  if (tiers?.apply === 'marginal' && tiers.by !== undefined)
    found.push({
      path: ['tiers', 'by'],
      zh: '分段累进（marginal）只能按基数本身分段；按另一个数字分档的写 apply: whole',
      en: 'marginal steps are those of the base itself; by another figure only apply: whole makes sense',
    });
  tiers?.steps.forEach((step, i) => {
    const path = ['tiers', 'steps', i];
    const last = i === tiers.steps.length - 1;
    const of = [step.share, step.price].filter((one) => one !== undefined).length;
    if (of !== 1)
      found.push({ path, zh: '每一段应写 share 或 price 中的一个', en: 'a step has one of share or price' });
    if ((step.share === undefined) !== (tiers.steps[0]?.share === undefined))
      found.push({ path, zh: '各段应都是 share 或都是 price', en: 'all steps have a share, or all have a price' });
    if (step.to !== undefined && step.below !== undefined)
      found.push({ path, zh: 'to（含）和 below（不含）只能写一个', en: 'a step has one of to (included) or below' });
    if ((step.to === 'up') !== last || (!last && edgeOf(step) === null))
      found.push({
        path,
        zh: '最后一段写 to: up，前面各段写 to（含）或 below（不含）',
        en: 'the last step is to: up, those before end at to (included) or below (not included)',
      });
  });
  return [...found, ...roundingProblems(rule, isShare(rule) || rule.base === 'quantity')];
}

/** What a rule pays for one unit of its base: a share as a number, a price in 分; null without a value for the period. */
function rateOf({ share, price }: Pick<Step, 'share' | 'price'>, reader: RuleReader): Exact | null {
  if (share !== undefined) return reader.share(share);
  const each = price === undefined ? null : reader.parameter(price);
  return each === null ? null : exactNumber(each);
}

interface Counted {
  readonly amount: Exact;
  /** `2%×8000.00`, one for each step that counts. */
  readonly parts: readonly string[];
}

/** By the step of a figure, or step by step; null when a parameter has no value. */
function byTiers(
  tiers: NonNullable<RateRule['tiers']>,
  base: Exact,
  figure: Exact,
  money: boolean,
  reader: RuleReader,
): Counted | null {
  let amount = NOTHING;
  let from = NOTHING;
  const parts: string[] = [];
  for (const step of tiers.steps) {
    const end = edgeOf(step);
    const edge = end === null ? null : reader.parameter(end.id);
    const rate = rateOf(step, reader);
    if (rate === null || (end !== null && edge === null)) return null;
    const upTo = edge === null ? null : exactNumber(edge);
    if (tiers.apply === 'whole') {
      const off = upTo === null ? -1 : compared(figure, upTo);
      if (off < 0 || (off === 0 && end?.included === true))
        return { amount: times(base, rate), parts: [part(rate, base, money)] };
      continue;
    }
    const inside = minus(upTo === null ? base : smaller(base, upTo), from);
    if (compared(inside, NOTHING) > 0) {
      amount = plus(amount, times(inside, rate));
      parts.push(part(rate, inside, money));
    }
    if (upTo !== null) from = upTo;
  }
  return { amount, parts };
}

function part(rate: Exact, base: Exact, money: boolean): string {
  return money ? `${yuan(base)}×${shownShare(rate)}` : `${yuan(rate)}×${shownExact(base)}`;
}

/** 2%, or 2/3 where the percentage would not come out even. */
function shownShare(share: Exact): string {
  const percent = times(share, exactNumber(10_000));
  return percent.over % percent.under === 0n
    ? `${shownExact(times(share, exactNumber(100)))}%`
    : `${share.over}/${share.under}`;
}

/** A share of an amount, or a price for each of a count; whole, or by steps. */
export const rate: RuleKind<RateRule, typeof rateRule> = {
  kind: 'rate',
  zh: '金额的一定比例，或每一个（人、月、亩）多少钱；可分档，可封顶保底',
  en: 'a share of an amount, or a price for each of a count; in steps if need be',
  example: 'rule: { kind: rate, base: premium, share: two-thirds, round: { to: yuan, how: down }, most: premium-cap }',
  schema: rateRule,
  references,
  thresholds: NO_THRESHOLDS,
  problems,
  evaluate(rule, reader, trace) {
    const value = reader.number(pick(rule.base, (id) => reader.reading(id)));
    if (value.low !== value.high || !Number.isFinite(value.low))
      return refuse(trace, 'undecided', value.mustBeKnown ?? value.why ?? 'number-unknown');
    const upTo = rule.upTo === undefined ? null : reader.parameter(rule.upTo);
    if (rule.upTo !== undefined && upTo === null) return refuse(trace, 'undecided', 'no-parameter');
    const figure = rule.tiers?.by === undefined ? value : reader.number(rule.tiers.by);
    if (figure.low !== figure.high || !Number.isFinite(figure.low))
      return refuse(trace, 'undecided', figure.why ?? 'number-unknown');
    const money = isShare(rule);
    if (value.low <= 0) return refuse(trace, 'not-eligible', 'base-nothing', unproven(value.unproven));
    const base = exactNumber(upTo === null ? value.low : Math.min(value.low, upTo));
    const counted =
      rule.tiers === undefined
        ? simple(rule, base, money, reader)
        : byTiers(rule.tiers, base, rule.tiers.by === undefined ? base : exactNumber(figure.low), money, reader);
    if (counted === null) return refuse(trace, 'undecided', 'no-parameter');
    trace?.stage('computed', null, inFen(counted.amount), 'rate', {
      parts: counted.parts.join('＋'),
      total: yuan(counted.amount),
      ...(upTo !== null && value.low > upTo ? { upTo: money ? formatYuan(upTo) : upTo } : {}),
      ...unproven(value.unproven),
    });
    return adjusted(rule, counted.amount, 'rate', reader, trace);
  },
};

function unproven(amount: number | undefined): Record<string, string> {
  return amount === undefined || amount === 0 ? {} : { unproven: formatYuan(amount) };
}

function simple(rule: RateRule, base: Exact, money: boolean, reader: RuleReader): Counted | null {
  const reading = (id: string): string => reader.reading(id);
  const each = rateOf(
    {
      share: rule.share === undefined ? undefined : pick(rule.share, reading),
      price: rule.price === undefined ? undefined : pick(rule.price, reading),
    },
    reader,
  );
  return each === null ? null : { amount: times(base, each), parts: [part(each, base, money)] };
}
