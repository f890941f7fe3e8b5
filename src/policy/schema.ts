import { z } from 'zod';
import { bandsRule } from './kinds/bands.js';
import { choiceRule } from './kinds/choice.js';
import { flatRule } from './kinds/flat.js';
import { perUnitRule } from './kinds/per-unit.js';
import { cited, chosen, Day, Every, Id, Text, Yuan } from './kinds/rule-parts.js';
import { stepRule } from './kinds/step.js';
import { caseSchema } from './cases/case-schema.js';

/** What a parameter is counted in. */
export const UNITS = ['yuan', 'months', 'years-of-age', 'persons', 'households', 'places', 'times', 'percent'] as const;
export type Unit = (typeof UNITS)[number];

/** Amounts are quoted with two decimals; counts are plain whole numbers; shares are quoted decimals. */
const ParameterValue = z.union([Yuan, z.int(), z.string().regex(/^\d+(\.\d+)?$/)], { error: 'parameter-value' });

const DatedValue = z.union(
  [
    z.strictObject({ from: Day, to: Day, value: ParameterValue }),
    z.strictObject({ year: z.int({ error: 'year' }).min(1990).max(2100), value: ParameterValue }),
  ],
  { error: 'dated-value' },
);
export type DatedValue = z.infer<typeof DatedValue>;

const Parameter = z.strictObject({
  name: Text,
  nameEn: Text,
  unit: z.enum(UNITS, { error: 'unit' }),
  ...cited,
  /** A parameter that the document leaves open has none; it is unknown until someone sets it. */
  values: z.array(DatedValue),
});
export type Parameter = z.infer<typeof Parameter>;

const Reading = z.strictObject({
  id: Id,
  ...cited,
  question: Text,
  questionEn: Text,
  default: Id,
  reason: Text,
  reasonEn: Text,
  choices: z.array(z.strictObject({ id: Id, effect: Text, effectEn: Text })).min(2, { error: 'two-choices' }),
});
export type Reading = z.infer<typeof Reading>;

/** Whom a benefit is considered for. */
const For = z.discriminatedUnion(
  'each',
  [
    z.strictObject({ each: z.literal('household') }),
    z.strictObject({ each: z.literal('job') }),
    z.strictObject({ each: z.literal('business') }),
    z.strictObject({ each: z.literal('training'), kinds: z.array(Text).min(1) }),
    z.strictObject({ each: z.literal('organisation'), kinds: z.array(Text).min(1) }),
    z.strictObject({ each: z.literal('broker'), kinds: z.array(Text).min(1) }),
    z.strictObject({ each: z.literal('institution'), trainings: z.array(Text).min(1), kinds: z.array(Text).min(1) }),
  ],
  { error: 'for' },
);

export const Rule = z.discriminatedUnion('kind', [stepRule, choiceRule, bandsRule, perUnitRule, flatRule], {
  error: 'rule-kind',
});
export type Rule = z.infer<typeof Rule>;

const Benefit = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  for: For,
  /** Yes/no facts that must all hold before the rule is looked at. */
  conditions: z.array(chosen(Text)).default([]),
  /** The day the conditions are first met must lie in the pack's window. */
  metInWindow: chosen(z.boolean()).default(false),
  rule: Rule,
  /** The benefit is due anew every …; what was paid for the same period is taken off. `times` stops a later difference. */
  every: Every,
  times: z.int().min(1).optional(),
});
export type Benefit = z.infer<typeof Benefit>;

const Pool = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  /** Parameter with the cap. */
  most: Id,
  every: chosen(Every),
  /** Benefits in the order in which they take from the pool: the last one is cut first. */
  order: z.array(Id).min(1),
});
export type Pool = z.infer<typeof Pool>;

const Flag = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('below-line'),
      id: Id,
      name: Text,
      nameEn: Text,
      ...cited,
      base: Text,
      heads: Text,
      line: Id,
    }),
    z.strictObject({ kind: z.literal('condition'), id: Id, name: Text, nameEn: Text, ...cited, when: Text }),
  ],
  { error: 'flag-kind' },
);
export type FlagRule = z.infer<typeof Flag>;

const Target = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  /** What is counted: a target fact, `done` of `all`. */
  measure: Text,
  /** `count` compares how many were done; `share` compares done ÷ all in percent. */
  compare: z.enum(['count', 'share'], { error: 'compare' }),
  goal: Id,
  scope: Text,
});
export type TargetRule = z.infer<typeof Target>;

/** A subsidy the document names without an amount: shown as 金额未定, priced by a local override, never guessed. */
const CatalogueEntry = z.strictObject({ id: Id, name: Text, nameEn: Text, ...cited });

/** A clause the pack leaves to people, and why. */
const Unmodelled = z.strictObject({ ...cited, reason: Text, reasonEn: Text });

export const PackSchema = z.strictObject({
  format: z.literal('butie-pack/1', { error: 'format' }),
  id: Id,
  version: z.string({ error: 'version' }),
  name: Text,
  nameEn: Text,
  document: z.strictObject({
    number: Text,
    title: Text,
    issuer: Text,
    /** A draft (征求意见稿) is refused unless it is asked for. */
    status: z.enum(['in-force', 'draft'], { error: 'status' }),
    issued: Day.optional(),
  }),
  home: z.strictObject({ province: Text, county: Text }),
  window: z.strictObject({ from: Day, to: Day, ...cited }),
  /** What must lie in the window: the household's income year, or the assessment date. */
  time: z.enum(['income-year', 'as-of'], { error: 'time' }),
  parameters: z.record(Id, Parameter),
  readings: z.array(Reading).default([]),
  benefits: z.array(Benefit).default([]),
  pools: z.array(Pool).default([]),
  flags: z.array(Flag).default([]),
  targets: z.array(Target).default([]),
  /** Named places or other lists that facts ask for, such as the seven large settlements. */
  lists: z.record(Id, z.strictObject({ ...cited, names: z.array(Text).min(1) })).default({}),
  catalogue: z.array(CatalogueEntry).default([]),
  unmodelled: z.array(Unmodelled).default([]),
  cases: z.array(caseSchema).default([]),
});
