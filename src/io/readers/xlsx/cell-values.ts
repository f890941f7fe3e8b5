import { type Cell, type DateCell, type ErrorCell, NO_RESULT, type ShownCell } from '../../../tables/grid.js';
import { struckOut } from '../struck-cell.js';
import { displayed } from '../style-display.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { parseNumber } from './number-text.js';
import type { CellStyle } from './styles.js';
import { unescapeXstring } from './xml-text.js';

/** What stands in a `c` element, before it has a meaning. */
export interface RawCell {
  /** Attribute `t`, `n` when absent. */
  readonly type: string;
  /** Attribute `s`. */
  readonly style: number;
  readonly formula: boolean;
  /** Text of `v`, null when there is no such element. */
  readonly value: string | null;
  /** Text of `is`, null when there is no such element. */
  readonly inline: string | ShownCell | null;
}

/** No style: the cell is dressed by whoever asked. */
const NO_STYLE = -1;

/** Turns raw cells into cells; the one place for it, used by the byte scanner and by the exact parser. */
export class CellValues {
  readonly #strings: readonly (string | ShownCell)[];
  readonly #styles: readonly CellStyle[];
  readonly #anyStruck: boolean;
  readonly #date1904: boolean;
  readonly #limits: XlsxLimits;
  /** One object a day and one an error code, shared by all cells. */
  readonly #days = new Map<number, DateCell>();
  readonly #errors = new Map<string, ErrorCell>();

  constructor(
    strings: readonly (string | ShownCell)[],
    styles: readonly CellStyle[],
    date1904: boolean,
    limits: XlsxLimits,
  ) {
    this.#strings = strings;
    this.#styles = styles;
    this.#anyStruck = styles.some(({ struck }) => struck);
    this.#date1904 = date1904;
    this.#limits = limits;
  }

  /** Text `index` of the string table. Throws PartFault `corrupt` when there is no such text. */
  shared(index: number, style: number): Cell {
    const text = this.#strings[index];
    if (text === undefined) throw new PartFault('corrupt', `string ${index} of ${this.#strings.length}`);
    return this.#asStyled(text === '' ? null : text, style);
  }

  /** A number, or the date it shows. Times of day, durations and day 60 stay numbers. */
  number(value: number, style: number): Cell {
    return this.#asStyled(this.#number(value, style), style);
  }

  #number(value: number, style: number): Cell {
    const display = this.#styles[style]?.display;
    if (display === undefined || display === 'number') return value;
    const known = display === 'date' ? this.#days.get(value) : undefined;
    if (known !== undefined) return known;
    const cell = displayed(value, display, this.#date1904);
    if (typeof cell === 'object' && cell?.kind === 'date' && Number.isInteger(value)) this.#days.set(value, cell);
    return cell;
  }

  /** Text of a cell; empty text is no value. Throws PartFault `cell-too-long` when it is longer than a cell can be. */
  text(text: string, style: number): Cell {
    return this.#asStyled(this.#text(text), style);
  }

  #text(text: string): Cell {
    if (text.length > this.#limits.cellText)
      throw new PartFault('cell-too-long', `a cell of ${text.length} characters`);
    return text === '' ? null : text;
  }

  cell(raw: RawCell): Cell {
    return this.#asStyled(this.#cell(raw), raw.style);
  }

  #cell(raw: RawCell): Cell {
    if (raw.inline !== null && (raw.type === 'inlineStr' || raw.value === null))
      return typeof raw.inline === 'string' ? this.#text(raw.inline) : raw.inline;
    if (raw.value === null) return raw.formula ? NO_RESULT : null;
    const value = raw.type === 'str' || raw.type === 'inlineStr' ? raw.value : raw.value.trim();
    // An empty result is a result only for text; writers that never calculate leave an empty value behind.
    if (value === '') return raw.formula && raw.type !== 'str' ? NO_RESULT : null;
    switch (raw.type) {
      case 'n': {
        const number = parseNumber(value);
        // What is no number is handed on as it stands, for the checks to find.
        return number === null ? this.#text(value) : this.#number(number, raw.style);
      }
      case 's':
        if (!/^\d{1,9}$/.test(value)) throw new PartFault('corrupt', `string number ${value.slice(0, 20)}`);
        return this.shared(Number(value), NO_STYLE);
      case 'str':
      case 'inlineStr':
        return this.#text(unescapeXstring(value));
      case 'b':
        if (value === '1' || value === 'true') return true;
        if (value === '0' || value === 'false') return false;
        throw new PartFault('corrupt', `yes/no value ${value.slice(0, 20)}`);
      case 'e':
        return this.#error(value);
      case 'd':
        return isoDate(value) ?? this.#text(value);
      default:
        throw new PartFault('corrupt', `cell type ${raw.type.slice(0, 20)}`);
    }
  }

  /** What is struck out is not shown: what is left of it stands beside. */
  #asStyled(cell: Cell, style: number): Cell {
    if (!this.#anyStruck || cell === null || this.#styles[style]?.struck !== true) return cell;
    return struckOut(cell);
  }

  #error(code: string): ErrorCell {
    let error = this.#errors.get(code);
    if (error === undefined) {
      error = { kind: 'error', code: code.slice(0, 40) };
      if (this.#errors.size < 64) this.#errors.set(code, error);
    }
    return error;
  }
}

/**
 * ISO 8601 as `t="d"` cells hold it: a day, or a day and a time. Null for a time alone, for a moment given against
 * another clock (its day here may be another: the text stands for the checks to find) and for anything else.
 */
function isoDate(text: string): DateCell | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)?$/.exec(text);
  if (parts === null) return null;
  const day = parts[1] ?? '';
  const noon = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return null;
  const [hours = 0, minutes = 0, seconds = 0] = (parts[2] ?? '').split(':').map(Number);
  if (hours > 24 || minutes > 59 || seconds >= 60) return null;
  const time = new Date(noon.getTime() + Math.round(hours * 3600 + minutes * 60 + seconds) * 1000);
  const iso = time.toISOString();
  return { kind: 'date', iso: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19) };
}

/** Whether two cells say the same. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a.kind === 'date') return b.kind === 'date' && a.iso === b.iso;
  if (a.kind === 'error') return b.kind === 'error' && a.code === b.code;
  if (a.kind === 'shown') return b.kind === 'shown' && a.value === b.value && a.text === b.text;
  return b.kind === a.kind;
}
