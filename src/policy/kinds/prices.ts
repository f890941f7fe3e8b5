import { z } from 'zod';
import { formatYuan } from '../../domain/money.js';
import { adjusted, adjustmentReferences, adjustments, inFen, roundingProblems } from './adjustments.js';
import { exactNumber, times } from './exact.js';
import { NO_THRESHOLDS, refuse, type RuleKind } from './rule-kind.js';
import { Id, Text } from './rule-parts.js';
import { isSameUnit } from './word-match.js';

const pricesRule = z.strictObject({
  kind: z.literal('prices'),
  /** A table under `prices:` of the pack. */
  list: Id,
  /** Choice fact that says which line. */
  item: Text.default('item'),
  /** Count fact, and choice fact with the unit that it is counted in. */
  quantity: Text.default('quantity'),
  unit: Text.default('unit'),
  ...adjustments,
});
type PricesRule = z.infer<typeof pricesRule>;

/** The price of a line of a table for each of a quantity, from the least count of that line. */
export const prices: RuleKind<PricesRule, typeof pricesRule> = {
  kind: 'prices',
  zh: '按价目表：每一种东西有单价、计量单位和起补数量',
  en: 'by a table of prices: each thing with its price, unit and least count',
  example: 'rule: { kind: prices, list: breeding, round: { to: fen, how: half-up }, most: breeding-cap }',
  schema: pricesRule,
  references: (rule) => [
    { path: 'list', prices: rule.list, by: rule.item },
    { path: 'item', fact: rule.item, type: 'choice' },
    { path: 'quantity', fact: rule.quantity, type: 'count' },
    { path: 'unit', fact: rule.unit, type: 'choice' },
    ...adjustmentReferences(rule),
  ],
  thresholds: NO_THRESHOLDS,
  problems: (rule) => roundingProblems(rule, true),
  evaluate(rule, reader, trace) {
    const item = reader.choice(rule.item);
    if (item.is === null) return refuse(trace, 'undecided', item.why);
    const price = reader.price(rule.list, item.is);
    if (price === undefined) return refuse(trace, 'undecided', 'item-not-priced', { found: item.is });
    if (price === null) return refuse(trace, 'undecided', 'no-parameter');
    const quantity = reader.number(rule.quantity);
    const unit = reader.choice(rule.unit);
    if (quantity.low !== quantity.high || !Number.isFinite(quantity.low))
      return refuse(trace, 'undecided', quantity.why ?? 'number-unknown');
    if (unit.is === null) return refuse(trace, 'undecided', unit.why);
    if (!isSameUnit(unit.is, price.unit))
      return refuse(trace, 'undecided', 'unit-differs', { found: unit.is, wanted: price.unit });
    const values = { item: item.is, count: quantity.low, unit: price.unit };
    if (quantity.low < price.least || quantity.low <= 0)
      return refuse(trace, 'not-eligible', 'below-count', {
        ...values,
        from: price.least,
        missing: Math.round((price.least - quantity.low) * 10000) / 10000,
      });
    const amount = times(exactNumber(price.amount), exactNumber(quantity.low));
    trace?.stage('computed', null, inFen(amount), 'price-times', { ...values, price: formatYuan(price.amount) });
    return adjusted(rule, amount, 'price-times', reader, trace);
  },
};
