import { z } from 'zod';
import { formatYuan, type Fen } from '../../domain/money.js';
import { COUNT_UNITS } from '../../domain/unit.js';
import { anyOf } from '../assess/three-valued.js';
import { Id, Text } from './rule-parts.js';
import type { ChoiceValue, DayRange, Reference, RuleReader, YesNoValue } from './rule-kind.js';
import { namesWord } from './word-match.js';

const Words = z.array(Text).min(1);

/** A number held against a parameter: 以上 and 达到 are atLeast, 超过 is above, 以下 and 以内 are atMost, 不满 is below. */
const Compared = z.union([
  z.strictObject({ fact: Text, atLeast: Id }),
  z.strictObject({ fact: Text, above: Id }),
  z.strictObject({ fact: Text, atMost: Id }),
  z.strictObject({ fact: Text, below: Id }),
]);

const Simple = z.union([
  Text,
  z.strictObject({ not: Text }),
  Compared,
  z.strictObject({ fact: Text, is: Words }),
  z.strictObject({ fact: Text, isNot: Words }),
]);
type Simple = z.infer<typeof Simple>;

/**
 * What must hold: a yes/no fact by its name, its opposite, a number against a parameter, or one of several words.
 * `anyOf` asks for one of several.
 */
export const Condition = z.union([Simple, z.strictObject({ anyOf: z.array(Simple).min(2) })], { error: 'condition' });
export type Condition = z.infer<typeof Condition>;

/** A condition's answer, with the numbers that its reason is told with. */
export interface ConditionValue {
  readonly is: YesNoValue['is'];
  readonly why: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly met?: DayRange;
  readonly remark?: string;
  /** 分 that are missing, where an amount is too small. */
  readonly shortBy?: Fen;
}

const SIGNS = ['atLeast', 'above', 'atMost', 'below'] as const;
type Sign = (typeof SIGNS)[number];
const REASONS: Readonly<Record<Sign, string>> = {
  atLeast: 'at-least',
  above: 'above',
  atMost: 'at-most',
  below: 'below',
};

/** The sign of a comparison with its parameter; null for conditions of another form. */
function comparison(condition: object): { readonly sign: Sign; readonly parameter: string } | null {
  for (const [key, value] of Object.entries(condition)) {
    const sign = SIGNS.find((one) => one === key);
    if (sign !== undefined) return { sign, parameter: String(value) };
  }
  return null;
}

/** The facts and parameters that a condition names. */
export function conditionReferences(condition: Condition, path: string): Reference[] {
  if (typeof condition === 'string') return [{ path, fact: condition, type: 'yes-no' }];
  if ('anyOf' in condition) return condition.anyOf.flatMap((one, i) => conditionReferences(one, `${path}.anyOf.${i}`));
  if ('not' in condition) return [{ path: `${path}.not`, fact: condition.not, type: 'yes-no' }];
  if ('is' in condition || 'isNot' in condition)
    return [{ path: `${path}.fact`, fact: condition.fact, type: 'choice' }];
  const compared = comparison(condition);
  return [
    { path: `${path}.fact`, fact: condition.fact, type: 'number' },
    ...(compared === null
      ? []
      : [{ path: `${path}.${compared.sign}`, parameter: compared.parameter, unit: ['yuan', ...COUNT_UNITS] } as const]),
  ];
}

/** Whether a condition holds for one payee, three-valued. */
export function conditionValue(condition: Condition, reader: RuleReader): ConditionValue {
  if (typeof condition === 'string') return reader.yesNo(condition);
  if ('anyOf' in condition) return oneOf(condition.anyOf, reader);
  if ('not' in condition) {
    const value = reader.yesNo(condition.not);
    return { is: value.is === null ? null : !value.is, why: value.why };
  }
  if ('is' in condition) return worded(reader.choice(condition.fact), condition.fact, condition.is, true, reader);
  if ('isNot' in condition)
    return worded(reader.choice(condition.fact), condition.fact, condition.isNot, false, reader);
  return numbered(condition.fact, condition, reader);
}

function oneOf(conditions: readonly Simple[], reader: RuleReader): ConditionValue {
  const values = conditions.map((one) => conditionValue(one, reader));
  const is = anyOf(values.map((value) => value.is));
  return values.find((value) => value.is === is) ?? { is, why: 'conditions-met' };
}

function worded(
  value: ChoiceValue,
  fact: string,
  words: readonly string[],
  wanted: boolean,
  reader: RuleReader,
): ConditionValue {
  if (value.is === null) return { is: null, why: value.why };
  const found = (value.all ?? [value.is]).some((one) => namesWord(words, one) !== undefined);
  const { zh, en } = reader.nameOf(fact);
  const values = { fact: zh, factEn: en, found: (value.all ?? [value.is]).join('、'), wanted: words.join('、') };
  return { is: found === wanted, why: wanted ? 'word-is-not' : 'word-is', values };
}

function numbered(fact: string, condition: object, reader: RuleReader): ConditionValue {
  const compared = comparison(condition);
  const bound = compared === null ? null : reader.parameter(compared.parameter);
  if (compared === null || bound === null) return { is: null, why: 'no-parameter' };
  const { sign } = compared;
  const { low, high, why } = reader.number(fact);
  const holds = (value: number): boolean => {
    if (sign === 'atLeast') return value >= bound;
    if (sign === 'above') return value > bound;
    return sign === 'atMost' ? value <= bound : value < bound;
  };
  const [atLow, atHigh] = [holds(low), holds(high)];
  if (atLow !== atHigh) return { is: null, why: why ?? 'number-unknown' };
  const isMoney = reader.unitOf(fact) === 'yuan';
  const shown = (value: number): string | number => (isMoney ? formatYuan(value) : value);
  const { zh, en } = reader.nameOf(fact);
  const short = sign === 'atLeast' || sign === 'above' ? bound - low : high - bound;
  const values = { fact: zh, factEn: en, found: shown(low), bound: shown(bound), off: shown(Math.abs(short)) };
  return {
    is: atLow,
    why: `${atLow ? '' : 'not-'}${REASONS[sign]}`,
    values,
    ...(isMoney && !atLow && sign === 'atLeast' ? { shortBy: short } : {}),
  };
}
