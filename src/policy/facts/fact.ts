import type { IsoDay } from '../../domain/calendar.js';
import type { RowReference, TableKind } from '../../domain/roster.js';
import type { CellUse } from '../assess/stage.js';
import type { ChoiceValue, DayRange, FactType, NumberValue, UnitsValue, YesNoValue } from '../kinds/rule-kind.js';
import type { RosterGroups } from '../assess/roster-groups.js';
import type { Unit } from '../../domain/unit.js';
import type { Home, PlaceClass } from '../places/place-class.js';
import type { Truth } from '../assess/three-valued.js';

/** What a year of assessment spans, and where it lies against the pack's window. */
export interface Period {
  /** Income or calendar year; null when the roster does not say. */
  readonly year: number | null;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly position: 'inside' | 'outside' | 'straddles' | 'unknown';
}

/** What facts may look at besides the payee: the date, the period, parameters, readings, lists and the other rows. */
export interface FactContext {
  readonly asOf: IsoDay;
  readonly period: Period;
  readonly home: Home;
  /** Classes of places of the pack, in the order in which they are tried. */
  readonly placeClasses: readonly PlaceClass[];
  readonly roster: RosterGroups;
  /** The same object for all facts of one benefit, traced or not: what is worked out once hangs on it. */
  readonly shared: object;
  parameter(id: string): number | null;
  /** The chosen alternative; `otherwise` where the pack does not define the reading, which it must if none is given. */
  reading(id: string, otherwise?: string): string;
  list(id: string): readonly string[];
  /** Whether a first-met day lies in the window; always yes where the benefit does not ask. */
  inWindow(met: DayRange): Truth;
  /** Notes the cells behind a value; does nothing while no trace is made. */
  use(row: RowReference, ...fields: readonly string[]): void;
}

export interface ParameterNeed {
  readonly id: string;
  readonly unit: Unit;
  /** Needed only where the pack defines this optional reading. */
  readonly onlyWith?: string;
}

export interface ReadingNeed {
  readonly id: string;
  readonly choices: readonly string[];
  /** A pack may leave it out: the first choice is then taken. */
  readonly optional?: true;
}

/** Parameters and readings that a pack must define to use a fact. */
export interface FactNeeds {
  readonly parameters?: readonly ParameterNeed[];
  readonly readings?: readonly ReadingNeed[];
  readonly lists?: readonly string[];
  /** Tables (one of each list) and columns without which the fact says nothing: a flag on it does not run. */
  readonly tables?: readonly (readonly TableKind[])[];
  readonly columns?: readonly { readonly table: TableKind; readonly field: string; readonly header: string }[];
}

/** One named fact: a closed piece of code that packs refer to by name. */
export interface Fact<Subject, Value> extends FactNeeds {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Words a choice fact may give; a fact without them gives what the table says, and the pack lists what it knows. */
  readonly words?: readonly string[];
  /** Its words are those that the pack lists: `kinds` of the benefit, ids of `placeClasses`. */
  readonly fromPack?: 'kinds' | 'placeClasses';
  /** What a count is counted in; persons and the like where left out. */
  readonly unit?: Unit;
  /** Fields that it reads (`成员.wageIncome`), identities aside; everything where left out. */
  readonly reads?: readonly `${TableKind}.${string}`[];
  compute(subject: Subject, context: FactContext): Value;
}

/** The facts of one kind of payee, by type. */
export interface FactSet<Subject> {
  readonly money: readonly Fact<Subject, NumberValue>[];
  readonly count: readonly Fact<Subject, NumberValue>[];
  readonly yesNo: readonly Fact<Subject, YesNoValue>[];
  readonly choice: readonly Fact<Subject, ChoiceValue>[];
  readonly units: readonly Fact<Subject, UnitsValue>[];
}

/** Facts by name and type, for look-up while rules run and while packs are checked. */
export class FactBook<Subject> {
  readonly numbers = new Map<string, Fact<Subject, NumberValue>>();
  readonly yesNo = new Map<string, Fact<Subject, YesNoValue>>();
  readonly choices = new Map<string, Fact<Subject, ChoiceValue>>();
  readonly units = new Map<string, Fact<Subject, UnitsValue>>();
  /** Type and needs of every name. */
  readonly entries = new Map<string, FactEntry>();

  constructor(set: FactSet<Subject>) {
    for (const fact of set.money) this.enter(fact, 'money', this.numbers);
    for (const fact of set.count) this.enter(fact, 'count', this.numbers);
    for (const fact of set.yesNo) this.enter(fact, 'yes-no', this.yesNo);
    for (const fact of set.choice) this.enter(fact, 'choice', this.choices);
    for (const fact of set.units) this.enter(fact, 'units', this.units);
  }

  private enter<Value>(fact: Fact<Subject, Value>, type: FactType, map: Map<string, Fact<Subject, Value>>): void {
    map.set(fact.name, fact);
    const { name, zh, en, words, parameters, readings, lists, unit, fromPack, reads } = fact;
    this.entries.set(name, {
      name,
      zh,
      en,
      type,
      words: words ?? [],
      parameters: parameters ?? [],
      readings: readings ?? [],
      lists: lists ?? [],
      unit: type === 'money' ? 'yuan' : (unit ?? null),
      fromPack: fromPack ?? null,
      reads: reads ?? null,
    });
  }
}

/** What is known of a fact without running it. */
export interface FactEntry extends Required<Pick<FactNeeds, 'parameters' | 'readings' | 'lists'>> {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FactType;
  readonly words: readonly string[];
  readonly unit: Unit | null;
  readonly fromPack: 'kinds' | 'placeClasses' | null;
  readonly reads: readonly string[] | null;
}

/** Gathers cells while a trace is made. */
export function noteCells(cells: CellUse[] | null, row: RowReference, fields: readonly string[]): void {
  if (cells === null) return;
  for (const field of fields) cells.push({ table: row.table, row: row.row, field });
}

export function exactly(value: number): NumberValue {
  return { low: value, high: value };
}

export const NOT_KNOWN: NumberValue = { low: 0, high: Number.POSITIVE_INFINITY };

/** Something worked out once for a benefit, over all payees. */
export class Shared<Value> {
  private readonly known = new WeakMap<object, Value>();
  private readonly make: (context: FactContext) => Value;

  constructor(make: (context: FactContext) => Value) {
    this.make = make;
  }

  of(context: FactContext): Value {
    let value = this.known.get(context.shared);
    if (value === undefined) {
      value = this.make(context);
      this.known.set(context.shared, value);
    }
    return value;
  }
}
