import { FEN_PER_YUAN } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { FindingPlace } from '../../findings/finding.js';
import type { Field, ValueType } from '../fields/index.js';
import type { Cell } from '../grid.js';
import type { HeaderUnit } from '../values/amount.js';
import { CellProblem, type CellReading, type FieldValue } from '../values/cell-problem.js';
import { cleanText } from '../values/plain-text.js';
import { readSpell, readValue } from '../values/read-value.js';

/** Below this many values a column is never reported as a whole. */
const ENOUGH_VALUES = 10;
/** Blanks of a required column that are told cell by cell. */
const BLANKS_LISTED = 10_000;
const INTERN_LIMIT = 4096;

/** Types whose values hardly ever repeat. */
const UNIQUE_TYPES: ReadonlySet<ValueType> = new Set([
  'person-id',
  'name',
  'account',
  'phone',
  'household-id',
  'money',
]);

/** One mapped column while its rows go by: its values, what was cleaned, its problems and its sum. */
export class ColumnReader {
  readonly column: number;
  readonly header: string;
  readonly field: Field;
  readonly unit: HeaderUnit;
  /** Findings about single cells, kept back until it is known whether the whole column is unreadable. */
  readonly problems: FindingDraft[] = [];
  cleaned = 0;
  firstCleaned = 0;
  filled = 0;
  /** 分 that the last decimal shown in the column stands for: 1万元 with two decimals 10000. */
  step: number;
  unreadable = 0;
  /** Blank cells that are told once for the whole column. */
  blanksUnlisted = 0;
  private blanks = 0;
  /** Sums in 分 since the first row and since the last subtotal; null once a cell could not be read. */
  sum: number | null = 0;
  groupSum: number | null = 0;
  private readonly known = new Map<string, string>();
  /** Readings of texts that come again and again; never of what was cleaned or could not be read. */
  private readonly readings = new Map<string, FieldValue>();
  private readonly repeats: boolean;
  private last: string | null = null;

  private readonly part: 'from' | 'to' | null;

  constructor(column: number, header: string, field: Field, unit: HeaderUnit, part: 'from' | 'to' | null = null) {
    this.part = part;
    this.column = column;
    this.header = header;
    this.field = field;
    this.unit = unit;
    this.step = unit.factor * FEN_PER_YUAN;
    this.repeats = !UNIQUE_TYPES.has(field.type);
  }

  /** Where its value stands in a row. */
  at(row: number): Pick<FindingPlace, 'row' | 'field' | 'column' | 'header'> {
    return { row, field: this.field.key, column: this.column, header: this.header };
  }

  /** Reads a cell and keeps count. */
  read(cell: Cell, row: number): CellReading {
    const memo = this.repeats && typeof cell === 'string' ? this.readings.get(cell) : undefined;
    if (memo !== undefined) return memo;
    const reading =
      this.part === null ? readValue(cell, this.field, this.unit) : readSpell(cell, this.field, this.part);
    if (typeof reading === 'number') while (this.step > 1 && reading % this.step !== 0) this.step /= 10;
    if (typeof cell === 'string' && cell !== reading && cell !== '' && this.wasCleaned(cell, reading)) {
      if (this.cleaned === 0) this.firstCleaned = row;
      this.cleaned += 1;
    } else if (this.repeats && typeof cell === 'string' && this.readings.size < INTERN_LIMIT) {
      if (!(reading instanceof CellProblem)) this.readings.set(cell, reading);
    }
    return typeof reading === 'string' ? this.intern(reading) : reading;
  }

  /** Adds an amount to the running sums. */
  add(amount: number | null, readable: boolean): void {
    if (!readable) {
      this.sum = null;
      this.groupSum = null;
    } else if (amount !== null) {
      if (this.sum !== null) this.sum += amount;
      if (this.groupSum !== null) this.groupSum += amount;
    }
  }

  /** Whether the column is so unreadable that one finding says more than hundreds. */
  get isUnreadable(): boolean {
    return this.filled >= ENOUGH_VALUES && this.unreadable * 5 >= this.filled * 4;
  }

  /**
   * Counts a blank in a required column; gives whether the column is so empty, and so long, that the blank is told with
   * the column: a file of a million empty rows must not become millions of findings.
   */
  isBlankAgain(rows: number): boolean {
    this.blanks += 1;
    if (this.blanks <= BLANKS_LISTED || this.blanks * 5 < rows * 4) return false;
    this.blanksUnlisted += 1;
    return true;
  }

  /** What is wrong with the column as a whole, or with its cells. */
  *findings(headerRow: number, rows: number): Generator<FindingDraft> {
    const { field } = this;
    const whole = (severity: FindingDraft['severity'], count: number, total: number): FindingDraft => ({
      code: 'HDR-08',
      severity,
      place: this.at(headerRow),
      params: { field: field.header, count, total },
    });
    if (this.isUnreadable) yield whole(field.severity ?? 'error', this.unreadable, this.filled);
    else yield* this.problems;
    if (this.blanksUnlisted > 0) yield whole(field.blank ?? 'error', this.blanksUnlisted, rows);
  }

  private wasCleaned(cell: string, reading: CellReading): boolean {
    if (cleanText(cell) !== cell) return true;
    return (
      this.field.type === 'person-id' && typeof reading === 'string' && reading.toUpperCase() === cell.toUpperCase()
    );
  }

  /** One string object for equal values: townships, relations and household numbers repeat by the hundred thousand. */
  private intern(text: string): string {
    if (this.last === text) return this.last;
    if (!this.repeats && this.field.type !== 'household-id') return text;
    const known = this.known.get(text);
    if (known !== undefined) {
      this.last = known;
      return known;
    }
    if (this.known.size < INTERN_LIMIT) this.known.set(text, text);
    this.last = text;
    return text;
  }
}
