import type { FindingDraft } from '../../findings/collector.js';
import type { Field } from '../fields/index.js';
import type { Cell } from '../grid.js';
import type { HeaderUnit } from '../values/amount.js';
import { type CellReading } from '../values/cell-problem.js';
import { cleanText } from '../values/plain-text.js';
import { readValue } from '../values/read-value.js';

/** Below this many values a column is never reported as a whole. */
const ENOUGH_VALUES = 10;
const INTERN_LIMIT = 4096;

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
  unreadable = 0;
  /** Sums in 分 since the first row and since the last subtotal; null once a cell could not be read. */
  sum: number | null = 0;
  groupSum: number | null = 0;
  private readonly known = new Map<string, string>();
  private last: string | null = null;

  constructor(column: number, header: string, field: Field, unit: HeaderUnit) {
    this.column = column;
    this.header = header;
    this.field = field;
    this.unit = unit;
  }

  /** Reads a cell and keeps count. */
  read(cell: Cell, row: number): CellReading {
    const reading = readValue(cell, this.field, this.unit);
    if (typeof cell === 'string' && cell !== reading && cell !== '' && this.wasCleaned(cell, reading)) {
      if (this.cleaned === 0) this.firstCleaned = row;
      this.cleaned += 1;
    }
    if (typeof reading === 'string') return this.intern(reading);
    return reading;
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

  private wasCleaned(cell: string, reading: CellReading): boolean {
    if (cleanText(cell) !== cell) return true;
    return (
      this.field.type === 'person-id' && typeof reading === 'string' && reading.toUpperCase() === cell.toUpperCase()
    );
  }

  /** One string object for equal values: townships, relations and household numbers repeat by the hundred thousand. */
  private intern(text: string): string {
    if (this.last === text) return this.last;
    const type = this.field.type;
    if (type === 'person-id' || type === 'name' || type === 'account' || type === 'phone') return text;
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
