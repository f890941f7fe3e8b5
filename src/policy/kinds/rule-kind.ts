import type { PayeeKind } from '../../domain/charge.js';
import type { IsoDay } from '../../domain/calendar.js';
import type { Fen } from '../../domain/money.js';
import type { Unit } from '../../domain/unit.js';
import type { StageName } from '../assess/stage.js';
import type { Truth } from '../assess/three-valued.js';
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

/** What a rule may ask about one payee. Cells used are gathered while a trace is made. */
export interface RuleReader {
  number(fact: string): NumberValue;
  yesNo(fact: string): YesNoValue;
  choice(fact: string): ChoiceValue;
  units(fact: string): UnitsValue;
  /** 分 for yuan, else a plain number; null when no value covers the whole period in question. */
  parameter(id: string): number | null;
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
  return { outcome, amount: 0, shortBy, reason };
}

/** A name that a rule uses, with what it must be; checked when a pack is read. */
export type Reference =
  | { readonly path: string; readonly fact: Chosen<string>; readonly type: FactType }
  | { readonly path: string; readonly parameter: string; readonly unit: Unit; readonly aboveZero?: boolean }
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
