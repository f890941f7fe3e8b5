import type { PayeeKind } from '../../domain/charge.js';
import type { IsoDay } from '../../domain/calendar.js';
import type { Fen } from '../../domain/money.js';
import type { Unit } from '../../domain/unit.js';
import type { z } from 'zod';
import type { StageName } from '../assess/stage.js';
import type { Truth } from '../assess/three-valued.js';
import type { Exact } from './exact.js';
import type { Chosen } from './rule-parts.js';

/** What a fact gives: an amount in 分 or a count, a yes/no, one of several words, a day, or a list of units. */
export type FactType = 'money' | 'count' | 'yes-no' | 'choice' | 'units';

/** An amount or count between two bounds: equal when it is known, `high` infinite when more may come to light. */
export interface NumberValue {
  readonly low: number;
  readonly high: number;
  /** Why it is not known: a reason code. */
  readonly why?: string;
  /** Set where nothing may be paid while it is not known, even where the least would do: a reason code. */
  readonly mustBeKnown?: string;
  /** 分 that were stated and do not count, for want of evidence. */
  readonly unproven?: number;
}

/** First and last day on which a condition may first have been met. */
export interface DayRange {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

export interface YesNoValue {
  readonly is: Truth;
  /** Reason code for the trace, e.g. `no-contract`. */
  readonly why: string;
  readonly met?: DayRange;
  /** What made it so and may do it once only, where the benefit says so: a shop, by its owner or code. */
  readonly claims?: readonly ClaimedBy[];
  /** Taken as yes on an assumption that deserves a warning, by this code. */
  readonly remark?: string;
}

/** Whom a claim is counted for. */
export interface ClaimedBy {
  readonly kind: PayeeKind;
  readonly id: string;
}

export interface ChoiceValue {
  /** null when it cannot be decided. */
  readonly is: string | null;
  readonly why: string;
  /** Every word of a cell that may name several (脱贫户、搬迁户). */
  readonly all?: readonly string[];
}

/** One line of a table of prices on the day in question. */
export interface Price {
  readonly amount: Fen;
  /** What it is counted in, as the pack writes it: 头, 亩. */
  readonly unit: string;
  /** Least count for which anything is paid; 0 where the document names none. */
  readonly least: number;
}

/** One worker or course that counts, in paying order. */
export interface UnitValue {
  /** 18-character ID of the worker or trainee. */
  readonly personId: string;
  /** The person, or the person's course where one person may have several. */
  readonly unitId: string;
  readonly quantity: number;
  /** What of a person's cap was used up by courses before this one, at any payee of this run, in quantity. */
  readonly usedBefore: number;
  readonly met: DayRange;
}

export interface UnitsValue {
  readonly units: readonly UnitValue[];
  /** Rows that may count but cannot be decided. */
  readonly unknown: number;
  /** True when the table that holds the units was not given. */
  readonly missing: boolean;
}

/** A fact by its names for people. */
export interface FactName {
  readonly zh: string;
  readonly en: string;
}

/** What a rule may ask about one payee. Cells used are gathered while a trace is made. */
export interface RuleReader {
  number(fact: string): NumberValue;
  yesNo(fact: string): YesNoValue;
  choice(fact: string): ChoiceValue;
  units(fact: string): UnitsValue;
  /** 分 for yuan, else a plain number; null when no value covers the whole period in question. */
  parameter(id: string): number | null;
  /** A percentage or a share as an exact number: 2 % is a fiftieth. Null as for `parameter`. */
  share(id: string): Exact | null;
  /** The line of a table of prices for a word; undefined when the table has none, null when it has no price for the period. */
  price(list: string, word: string): Price | null | undefined;
  /** What a count is counted in (years-of-age, months …); null for persons and the like. */
  unitOf(fact: string): Unit | null;
  /** The Chinese and English name of a fact. */
  nameOf(fact: string): FactName;
  reading(id: string): string;
  /** Whether a first-met day lies in the window, where the benefit asks for it. */
  inWindow(met: DayRange): Truth;
}

/** Writes stages as the rule is worked out; null where nobody reads the trace. */
export interface Tracer {
  stage(
    stage: StageName,
    before: Fen | null,
    after: Fen | null,
    because: string,
    values: Readonly<Record<string, string | number>>,
  ): void;
}

export interface RuleUnit {
  readonly personId: string;
  readonly unitId: string;
  readonly amount: Fen;
}

export interface RuleOutcome {
  readonly outcome: 'entitled' | 'not-eligible' | 'undecided' | 'outside-window';
  readonly amount: Fen;
  readonly shortBy: Fen | null;
  /** Reason code of the decisive stage. */
  readonly reason: string;
  /** Numbers and words of the reason, where nothing is paid. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly units?: readonly RuleUnit[];
  /** What opened the payment and is used up by it, where the benefit says so. */
  readonly claims?: readonly ClaimedBy[];
}

/** Nothing is paid; the reason is written into the trace as the last word on eligibility. */
export function refuse(
  trace: Tracer | null,
  outcome: Exclude<RuleOutcome['outcome'], 'entitled'>,
  reason: string,
  values: Readonly<Record<string, string | number>> = {},
  shortBy: Fen | null = null,
): RuleOutcome {
  trace?.stage('eligible', null, null, reason, values);
  return { outcome, amount: 0, shortBy, reason, values };
}

/** A name that a rule uses, with what it must be; checked when a pack is read. */
export type Reference =
  | { readonly path: string; readonly fact: Chosen<string>; readonly type: FactType }
  | { readonly path: string; readonly fact: Chosen<string>; readonly type: 'number' }
  | {
      readonly path: string;
      readonly parameter: string;
      readonly unit: Unit | readonly Unit[];
      readonly aboveZero?: boolean;
    }
  /** A table of prices, every word of which must have its line. */
  | { readonly path: string; readonly prices: string; readonly by: string }
  /** A value that a reading may decide. */
  | { readonly path: string; readonly chosen: unknown };

/** A number at which the amount changes, in the terms of `fact`: a case must stand on it and one unit to each side. */
export interface Threshold {
  readonly fact: string;
  readonly per: string | null;
  readonly at: number;
  /** One 分 or one person. */
  readonly unit: 'fen' | 'one';
}

/** Something wrong with a rule that the schema cannot see; `path` inside the rule, `key` where a key of that map is wrong. */
export interface RuleProblem {
  readonly path: readonly PropertyKey[];
  readonly zh: string;
  readonly en: string;
  readonly key?: string;
}

/** What a kind may know of the pack when it looks for problems: the type of a fact, and the words it may give. */
export interface RuleTerms {
  typeOf(fact: string): FactType | null;
  /** Empty where the pack itself says the words. */
  wordsOf(fact: string): readonly string[];
}

/**
 * One kind of rule: schema, names it refers to, thresholds, problems, evaluation and words, together in its file. What is
 * listed in `kinds/index.ts` is known everywhere: in packs, in `policy kinds`, in the schema for editors.
 */
export interface RuleKind<R, Schema extends z.ZodType = z.ZodType> {
  readonly kind: string;
  /** What it pays, in one sentence. */
  readonly zh: string;
  readonly en: string;
  /** A rule as a pack writes it. */
  readonly example: string;
  readonly schema: Schema;
  references(rule: R): Reference[];
  /** Numbers at which the amount changes; `parameter` gives 分 for yuan. */
  thresholds(rule: R, parameter: (id: string) => number | null): Threshold[];
  problems(rule: R, terms: RuleTerms): RuleProblem[];
  /** Works the rule out for one payee; writes the stages eligible → computed → rule-max when a trace is asked for. */
  evaluate(rule: R, reader: RuleReader, trace: Tracer | null): RuleOutcome;
}

export const NO_THRESHOLDS = (): Threshold[] => [];
export const NO_PROBLEMS = (): RuleProblem[] => [];
