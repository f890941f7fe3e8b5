import { z } from 'zod';
import { Condition } from '../kinds/condition.js';
import { Rule } from '../kinds/index.js';
import { ChoiceId, cited, chosen, Day, Every, Id, Text, Yuan } from '../kinds/rule-parts.js';
import { For } from '../scopes/for.js';
import { PLACE_LEVELS } from '../places/place-class.js';
import { UNITS } from '../../domain/unit.js';
import { caseSchema } from '../cases/case-schema.js';

/** Amounts are quoted with two decimals; counts are plain whole numbers; shares are quoted decimals. */
const ParameterValue = z.union([Yuan, z.int(), z.string().regex(/^\d+(\.\d+|\/[1-9]\d*)?$/)], {
  error: 'parameter-value',
});

const DatedValue = z.union(
  [
    z.strictObject({ from: Day, to: Day, value: ParameterValue }),
    z.strictObject({ year: z.int({ error: 'year' }).min(1990).max(2100), value: ParameterValue }),
  ],
  { error: 'dated-value' },
);
export type DatedValue = z.infer<typeof DatedValue>;

/** Ids of the clause list (clauses.ts) that an entry settles; packs from outside have none. */
const covers = z.array(z.string().regex(/^[A-Z]\d{1,2}$/, { error: 'clause-id' })).optional();

const Parameter = z.strictObject({
  name: Text,
  nameEn: Text,
  unit: z.enum(UNITS, { error: 'unit' }),
  ...cited,
  /** Least and most that make sense, both included: a value beyond them is a slip of the pen, in the pack or in --set. */
  between: z.tuple([ParameterValue, ParameterValue], { error: 'between' }).optional(),
  /** A parameter that the document leaves open has none; it is unknown until someone sets it. */
  values: z.array(DatedValue),
});
export type Parameter = z.infer<typeof Parameter>;

const Reading = z.strictObject({
  id: Id,
  ...cited,
  question: Text,
  questionEn: Text,
  default: ChoiceId,
  reason: Text,
  reasonEn: Text,
  choices: z.array(z.strictObject({ id: ChoiceId, effect: Text, effectEn: Text })).min(2, { error: 'two-choices' }),
});
export type Reading = z.infer<typeof Reading>;

const Benefit = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  covers,
  for: For,
  /** What must all hold before the rule is looked at. */
  conditions: z.array(chosen(Condition)).default([]),
  /** The day the conditions are first met must lie in the pack's window. */
  metInWindow: chosen(z.boolean()).default(false),
  rule: Rule,
  /** The benefit is due anew every …; what was paid for the same period is taken off. `times` stops a later difference. */
  every: Every,
  /** How often within `every`, or within another time: a later higher amount is then no difference that is due. */
  times: z.union([z.int().min(1), z.strictObject({ most: z.int().min(1), every: Every })]).optional(),
  /**
   * Worked out for every month of `every` up to as-of and added up: `same-month` on the month's last day (from the month
   * in which a condition is met), `next-month` on the last day of the month before (from the month after).
   */
  monthly: z.enum(['same-month', 'next-month'], { error: 'monthly' }).optional(),
  /** Entry of the extended pack's catalogue that this rule and its paper make payable. */
  catalogue: Id.optional(),
  /** What opened the benefit (a shop) does so once for life: it is counted wherever it is paid, and capped where this is true. */
  onceEach: chosen(z.boolean()).optional(),
  /**
   * Benefits of other packs in the same ledger that shut this one out: who was paid for one of them in the same year (or
   * ever, where it is for life) gets nothing here. Both packs should say so: each looks only at what was paid before.
   */
  excludes: z.array(z.strictObject({ pack: Id, benefit: Id, every: Every.optional() })).optional(),
});
export type Benefit = z.infer<typeof Benefit>;

const Pool = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  covers,
  /** Parameter with the cap. */
  most: Id,
  every: chosen(Every),
  /** Whose cap it is: each payee's own, or that of the household to which several payees belong. */
  of: z.enum(['payee', 'household'], { error: 'pool-of' }).default('payee'),
  /** Benefits in the order in which they take from the pool: the last one is cut first. */
  order: z.array(Id).min(1),
});
export type Pool = z.infer<typeof Pool>;

/** What a flag says of a household, for lists that ask for it; a pack may give it any id and name. */
export const FLAG_ROLES = ['under-line', 'zero-employment', 'no-stable-employment', 'no-labour'] as const;
export type FlagRole = (typeof FLAG_ROLES)[number];
/** Filled by what the rule asks, see flag-role.ts, unless the pack says. */
const role = z.enum(FLAG_ROLES).optional();

const Flag = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('below-line'),
      id: Id,
      name: Text,
      nameEn: Text,
      ...cited,
      covers,
      role,
      base: Text,
      heads: Text,
      line: Id,
      /** A yes/no fact under which the flag is not raised: the household is on the register already. */
      unless: Text.optional(),
      /** Raised only where the line was given; without it the flag says once that it did not run. */
      onlyWithLine: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('condition'),
      id: Id,
      name: Text,
      nameEn: Text,
      ...cited,
      covers,
      role,
      when: Text,
    }),
    z.strictObject({
      kind: z.literal('suggested-class'),
      id: Id,
      name: Text,
      nameEn: Text,
      ...cited,
      covers,
      role,
      base: Text,
      heads: Text,
      line: Id,
      /** Fall of income per head in percent from which a household above the line is looked at. */
      drop: Id,
    }),
  ],
  { error: 'flag-kind' },
);
export type FlagRule = z.infer<typeof Flag>;

/**
 * `count` ≥ goal, `at-most` ≤ goal, `equal` a control total; `share` done ÷ all ≥ goal %, `over` strictly more;
 * `level` yuan a head ≥ goal, `level-over` strictly more; `growth-over` growth in percent strictly more than the goal.
 */
export const COMPARES = ['count', 'at-most', 'equal', 'share', 'over', 'level', 'level-over', 'growth-over'] as const;

const TargetObject = z.strictObject({
  /** 条款编号 of 指标填报. */
  indicator: z
    .string()
    .regex(/^[A-Z]\d{1,2}[a-z]?$/, { error: 'clause-id' })
    .optional(),
  /** 对象 that was done, and of what. */
  done: Text.optional(),
  all: Text.optional(),
  /** List whose every name must have it. */
  list: Id.optional(),
  /** 服务类别. */
  service: Text.optional(),
  /** Only rows of the calendar year of the assessment date. */
  year: z.boolean().optional(),
  /** A stock: the newest report of every place counts, earlier ones are not added. */
  stock: z.boolean().optional(),
  /** Parameter that each of several things has to reach by itself. */
  least: Id.optional(),
});
export type TargetObject = z.infer<typeof TargetObject>;

const Target = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  covers,
  /** What is counted: a target fact, `done` of `all`. */
  measure: Text,
  /** What the measure is asked about, where it serves many clauses. */
  of: TargetObject.optional(),
  compare: z.enum(COMPARES, { error: 'compare' }),
  goal: Id,
  /** 力争: an aim that the document itself does not promise. */
  aim: z.literal('strive').optional(),
  /** Measure word of the count in sentences (人次); without it that of the goal's unit. */
  counter: Text.optional(),
  /** Of a level: the part of the goal that is enough, in percent. */
  part: Id.optional(),
  scope: Text,
  /** Counted again for every community or township of the roster … */
  by: z.enum(['community', 'township'], { error: 'by' }).optional(),
  /** … or for the places of a list. */
  places: Id.optional(),
});
export type TargetRule = z.infer<typeof Target>;

/** A subsidy the document names without an amount: shown as 金额未定, priced by a local override, never guessed. */
const CatalogueEntry = z.strictObject({ id: Id, name: Text, nameEn: Text, ...cited, covers });

/** A clause the pack leaves to people, and why. */
const Unmodelled = z.strictObject({ ...cited, covers, reason: Text, reasonEn: Text });

/** A clause that findings of the checks settle, by their codes. */
const CheckEntry = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  covers,
  codes: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/, { error: 'check-code' })).min(1),
});

/** Lists and registers that `monitor` can fill in; `template` is a sheet with the columns named and nothing in it. */
export const LEDGER_LISTS = [
  'problems',
  'labour',
  'unstable',
  'public-posts',
  'stay-behind',
  'low-income',
  'places',
  'self-rating',
  'fallen-income',
  'monthly-report',
  'quarter-report',
  'half-year-report',
  'year-report',
  'dossier',
  'reconciliation',
  'template',
] as const;
export type LedgerList = (typeof LEDGER_LISTS)[number];

const LedgerEntry = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  covers,
  list: z.enum(LEDGER_LISTS, { error: 'ledger-list' }),
  /** Columns of a template; categories of a problem ledger. */
  columns: z.array(Text).default([]),
  categories: z.array(Text).default([]),
  /** List of places for sub-totals. */
  places: Id.optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** A date by which something is due: one day, a day of every year, or the last day of every month. */
const Due = z.union(
  [
    z.strictObject({ on: Day, note: Text.optional() }),
    z.strictObject({ yearly: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), note: Text.optional() }),
    z.strictObject({ monthly: z.literal('end'), note: Text.optional() }),
  ],
  { error: 'due' },
);

const CalendarEntry = z.strictObject({
  id: Id,
  name: Text,
  nameEn: Text,
  ...cited,
  covers,
  due: z.array(Due).min(1),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** Prices of what is counted, one dated and cited line a thing. */
const PriceList = z.strictObject({
  name: Text,
  nameEn: Text,
  items: z.record(
    Text,
    z.strictObject({
      ...cited,
      /** What it is counted in: 头, 亩. */
      unit: Text,
      /** Least count for which anything is paid. */
      least: z.union([z.int().min(0), z.string().regex(/^\d+(\.\d{1,4})?$/)], { error: 'quantity' }).optional(),
      between: z.tuple([Yuan, Yuan], { error: 'between' }),
      values: z.array(DatedValue).min(1),
    }),
  ),
});
export type PriceList = z.infer<typeof PriceList>;

/** A class of places; the first that fits counts. */
const PlaceClassEntry = z.strictObject({
  id: Text,
  nameEn: Text,
  ...cited,
  provinces: z.array(Text).min(1).optional(),
  prefectures: z.array(Text).min(1).optional(),
  counties: z.array(Text).min(1).optional(),
  outside: z.enum(PLACE_LEVELS, { error: 'place-level' }).optional(),
  abroad: z.literal(true).optional(),
  rest: z.literal(true).optional(),
});

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
  /** A pack whose catalogue this one makes payable: its home, place classes and lists hold here too. */
  extends: Id.optional(),
  home: z.strictObject({ province: Text, county: Text, prefecture: Text.optional() }),
  window: z.strictObject({ from: Day, to: Day, ...cited }),
  /** What must lie in the window: the household's income year, or the assessment date. */
  time: z.enum(['income-year', 'as-of'], { error: 'time' }),
  parameters: z.record(Id, Parameter),
  prices: z.record(Id, PriceList).default({}),
  placeClasses: z.array(PlaceClassEntry).default([]),
  readings: z.array(Reading).default([]),
  benefits: z.array(Benefit).default([]),
  pools: z.array(Pool).default([]),
  flags: z.array(Flag).default([]),
  targets: z.array(Target).default([]),
  /** Named places or other lists that facts ask for, such as the seven large settlements. */
  lists: z.record(Id, z.strictObject({ ...cited, names: z.array(Text).min(1) })).default({}),
  catalogue: z.array(CatalogueEntry).default([]),
  checks: z.array(CheckEntry).default([]),
  ledgers: z.array(LedgerEntry).default([]),
  calendar: z.array(CalendarEntry).default([]),
  /** 责任单位 of a clause, as the document names them; who leads stands first. */
  duty: z.record(Text, z.array(Text).min(1)).default({}),
  unmodelled: z.array(Unmodelled).default([]),
  cases: z.array(caseSchema).default([]),
});
