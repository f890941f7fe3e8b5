import type { IsoDay } from '../../domain/calendar.js';
import { formatYuan } from '../../domain/money.js';
import type { RowReference } from '../../domain/roster.js';
import type { CellUse, Stage, StageName } from './stage.js';
import { formatCitation } from '../pack/citation.js';
import { noteCells, type FactBook, type FactContext, type Period } from '../facts/fact.js';
import { within } from '../facts/span.js';
import type { Exact } from '../kinds/exact.js';
import type { Unit } from '../../domain/unit.js';
import type {
  ChoiceValue,
  DayRange,
  FactName,
  NumberValue,
  Price,
  RuleReader,
  Tracer,
  UnitsValue,
  YesNoValue,
} from '../kinds/rule-kind.js';
import type { Pack } from '../pack/pack.js';
import type { RosterGroups } from './roster-groups.js';
import type { Settings } from '../pack/settings.js';
import type { Truth } from './three-valued.js';

/** The surroundings of a fact in one run and period. Cells are gathered only where `cells` is a list. */
export class RunContext implements FactContext {
  readonly pack: Pack;
  readonly asOf: IsoDay;
  readonly period: Period;
  readonly roster: RosterGroups;
  readonly home: Pack['home'];
  readonly placeClasses: Pack['placeClasses'];
  readonly settings: Settings;
  readonly asksWindow: boolean;
  shared: object = {};
  cells: CellUse[] | null = null;
  private readonly days = new Map<IsoDay, RunContext>();
  private readonly known: Map<string, number | null>;
  private readonly citations: Map<string, string>;

  constructor(
    pack: Pack,
    asOf: IsoDay,
    period: Period,
    roster: RosterGroups,
    settings: Settings,
    asksWindow: boolean,
    known = new Map<string, number | null>(),
    citations = new Map<string, string>(),
  ) {
    this.known = known;
    this.citations = citations;
    this.pack = pack;
    this.asOf = asOf;
    this.period = period;
    this.roster = roster;
    this.home = pack.home;
    this.placeClasses = pack.placeClasses;
    this.settings = settings;
    this.asksWindow = asksWindow;
  }

  /** The same surroundings, gathering cells. */
  traced(): RunContext {
    const copy = new RunContext(
      this.pack,
      this.asOf,
      this.period,
      this.roster,
      this.settings,
      this.asksWindow,
      this.known,
      this.citations,
    );
    copy.cells = [];
    copy.shared = this.shared;
    return copy;
  }

  /** Bound, so that it can be handed on. */
  readonly parameter = (id: string): number | null => {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const value = this.settings.parameter(id, this.period);
    this.known.set(id, value);
    return value;
  };

  /** The same surroundings on another day, for a benefit that is worked out month by month; the same for the same day. */
  on(asOf: IsoDay, period: Period): RunContext {
    let there = this.days.get(asOf);
    if (there === undefined) {
      there = new RunContext(this.pack, asOf, period, this.roster, this.settings, this.asksWindow);
      this.days.set(asOf, there);
    }
    if (this.cells === null) return there;
    const traced = there.traced();
    traced.cells = this.cells;
    return traced;
  }

  share(id: string): Exact | null {
    return this.settings.share(id, this.period);
  }

  price(list: string, word: string): Price | null | undefined {
    return this.settings.price(list, word, this.period);
  }

  reading(id: string, otherwise?: string): string {
    return this.settings.reading(id, otherwise);
  }

  /** Document number and clause as printed; the same text for the same clause. */
  citation(clause: string): string {
    let cited = this.citations.get(clause);
    if (cited === undefined) {
      cited = formatCitation(this.pack, clause);
      this.citations.set(clause, cited);
    }
    return cited;
  }

  list(id: string): readonly string[] {
    return this.pack.lists[id]?.names ?? [];
  }

  inWindow(met: DayRange): Truth {
    return this.asksWindow ? within(met, this.pack.window.from, this.pack.window.to) : true;
  }

  use(row: RowReference, ...fields: readonly string[]): void {
    noteCells(this.cells, row, fields);
  }
}

/** Answers a rule's questions about one payee. */
export class FactReader<Subject> implements RuleReader {
  private readonly facts: FactBook<Subject>;
  private readonly subject: Subject;
  private readonly context: RunContext;

  constructor(facts: FactBook<Subject>, subject: Subject, context: RunContext) {
    this.facts = facts;
    this.subject = subject;
    this.context = context;
  }

  number(fact: string): NumberValue {
    return found(this.facts.numbers, fact).compute(this.subject, this.context);
  }

  yesNo(fact: string): YesNoValue {
    return found(this.facts.yesNo, fact).compute(this.subject, this.context);
  }

  choice(fact: string): ChoiceValue {
    return found(this.facts.choices, fact).compute(this.subject, this.context);
  }

  units(fact: string): UnitsValue {
    return found(this.facts.units, fact).compute(this.subject, this.context);
  }

  parameter(id: string): number | null {
    return this.context.parameter(id);
  }

  share(id: string): Exact | null {
    return this.context.share(id);
  }

  price(list: string, word: string): Price | null | undefined {
    return this.context.price(list, word);
  }

  unitOf(fact: string): Unit | null {
    return this.facts.entries.get(fact)?.unit ?? null;
  }

  nameOf(fact: string): FactName {
    const { zh, en } = this.facts.entries.get(fact) ?? { zh: fact, en: fact };
    // What stands in brackets is for who writes a pack.
    return { zh: zh.replace(/（.*$/, ''), en: en.replace(/[,:(].*$/, '') };
  }

  reading(id: string): string {
    return this.context.reading(id);
  }

  inWindow(met: DayRange): Truth {
    return this.context.inWindow(met);
  }
}

function found<Value>(map: ReadonlyMap<string, Value>, name: string): Value {
  const value = map.get(name);
  if (value === undefined) throw new RangeError(`no such fact: ${name}`);
  return value;
}

/** Writes the stages of one entitlement, each with the cells used since the one before. */
export class StageWriter implements Tracer {
  readonly stages: Stage[] = [];
  private readonly context: RunContext;
  private readonly clause: string;

  constructor(context: RunContext, clause: string) {
    this.context = context;
    this.clause = clause;
  }

  stage(
    stage: StageName,
    before: number | null,
    after: number | null,
    because: string,
    values: Readonly<Record<string, string | number>>,
  ): void {
    const cells = distinct(this.context.cells ?? []);
    this.context.cells = [];
    this.stages.push({ stage, before, after, because, values: inYuan(values), clause: this.clause, cells });
  }
}

/** Values of a stage that are amounts: 分 while computing, yuan text in the trace. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'income',
  'line',
  'needed',
  'short',
  'unproven',
  'first',
  'every',
  'add',
  'most',
  'amount',
  'rate',
]);

function inYuan(values: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      AMOUNTS.has(name) && typeof value === 'number' ? formatYuan(value) : value,
    ]),
  );
}

function distinct(cells: readonly CellUse[]): CellUse[] {
  const seen = new Set<string>();
  return cells.filter(({ table, row, field }) => {
    const key = `${table}|${row}|${field}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
