import { NO_RESULT } from '../../../tables/grid.js';
import { ByteWindow } from './byte-window.js';
import type { CellValues } from './cell-values.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { POWERS_OF_TEN } from './number-text.js';
import type { RowAssembly } from './row-assembly.js';
import {
  DOT,
  endOfText,
  endOfValue,
  EQ,
  GT,
  isSpace,
  LOWER_C,
  LOWER_F,
  LOWER_H,
  LOWER_I,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  LT,
  MINUS,
  NINE,
  QUOTE,
  SLASH,
  SPACE,
  standsAt,
  tagEnd,
  UPPER_A,
  UPPER_Z,
  valueOfAttribute,
  ZERO,
} from './xml-bytes.js';
import { decodeText, plainText } from './xml-text.js';

/** Reads one row the exact way: the XML of a `row` element, in the context of its sheet. Returns false to stop. */
export type ExactRow = (xml: Buffer) => boolean;

/** The row goes on past the bytes at hand. */
const MORE = -1;
/** Something legal but rare: the exact parser reads this row. */
const UNUSUAL = -2;
/** Nothing here looks further ahead than this. */
const LOOK_AHEAD = 48;
/** A row beyond this is only parsed again once its end has come. */
const LONG_ROW = 1 << 20;

/** Values of attribute `t`, by the number used while scanning. */
const TYPES = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] as const;
const NUMBER = 0;
const SHARED = 1;
const STR = 2;
const INLINE = 3;

const ROW_END = Buffer.from('</row');

/**
 * The fast path: reads the rows between `<sheetData>` and `</sheetData>` as bytes of UTF-8, in chunks cut anywhere.
 * It knows the spellings that real writers use and gives every other row to the exact parser.
 * The bytes must hold no comment, CDATA section or processing instruction (the outline has looked).
 */
export class RowScanner {
  readonly #rows: RowAssembly;
  readonly #values: CellValues;
  readonly #exactRow: ExactRow;
  readonly #window: ByteWindow;
  #stopped = false;
  #final = false;

  constructor(rows: RowAssembly, values: CellValues, limits: XlsxLimits, exactRow: ExactRow) {
    this.#rows = rows;
    this.#values = values;
    this.#exactRow = exactRow;
    this.#window = new ByteWindow(limits.rowBytes);
  }

  /** Takes the next bytes; false when the taker of the rows has had enough. */
  push(chunk: Buffer): boolean {
    const window = this.#window;
    window.append(chunk);
    if (window.end - window.start > LONG_ROW && !window.newBytesHold(ROW_END, chunk.length)) return true;
    return this.#scan();
  }

  /** The bytes are complete. Throws PartFault `corrupt` when the last row is not. */
  finish(): void {
    this.#final = true;
    if (this.#scan() && this.#window.start < this.#window.end) {
      throw new PartFault('corrupt', 'the last row does not end');
    }
  }

  /** Reads all complete rows; false when the taker has had enough. */
  #scan(): boolean {
    const window = this.#window;
    const { buf, end } = window;
    let i = window.start;
    while (!this.#stopped) {
      while (isSpace(buf[i] as number)) i++;
      window.start = i;
      if (i >= end || (!this.#final && i + LOOK_AHEAD > end)) return true;
      if (!isRowTag(buf, i)) throw new PartFault('corrupt', 'something other than a row among the rows');
      let next = this.#row(i);
      if (next === UNUSUAL) next = this.#rowByParser(i);
      if (next === MORE) return true;
      i = next;
    }
    return false;
  }

  #odd(at: number): number {
    return !this.#final && at + LOOK_AHEAD > this.#window.end ? MORE : UNUSUAL;
  }

  /** Finds the end of the row and hands its bytes on. */
  #rowByParser(start: number): number {
    const buf = this.#window.buf;
    const open = tagEnd(buf, start, this.#window.end);
    if (open < 0) return this.#unfinished();
    let end = open;
    if (buf[open - 2] !== SLASH) {
      const close = buf.indexOf(ROW_END, open);
      if (close < 0 || close >= this.#window.end) return this.#unfinished();
      end = tagEnd(buf, close, this.#window.end);
      if (end < 0) return this.#unfinished();
    }
    if (!this.#exactRow(buf.subarray(start, end))) this.#stopped = true;
    return end;
  }

  #unfinished(): number {
    if (this.#final) throw new PartFault('corrupt', 'the last row does not end');
    return MORE;
  }

  /** Parses the row whose `<` is at `start`; gives the position after it, MORE or UNUSUAL. */
  #row(start: number): number {
    const buf = this.#window.buf;
    const rows = this.#rows;
    const values = this.#values;
    let i = start + 4;
    let row = -1;
    let hidden = false;
    for (;;) {
      const byte = buf[i] as number;
      if (byte === GT) {
        i++;
        break;
      }
      const end = emptyEnd(buf, i);
      if (end > 0) {
        rows.begin(row);
        if (!rows.end(hidden)) this.#stopped = true;
        return end;
      }
      if (byte !== SPACE) return this.#odd(i);
      if (buf[i + 1] === LOWER_R && buf[i + 2] === EQ && buf[i + 3] === QUOTE) {
        i += 4;
        row = 0;
        let digit = (buf[i] as number) - ZERO;
        while (digit >= 0 && digit <= 9 && row < 1e8) {
          row = row * 10 + digit;
          digit = (buf[++i] as number) - ZERO;
        }
        if (buf[i] !== QUOTE || row === 0) return this.#odd(i);
        i++;
      } else {
        const isHidden = buf[i + 1] === LOWER_H && buf[i + 2] === LOWER_I;
        const isHeight = buf[i + 1] === LOWER_H && buf[i + 2] === LOWER_T;
        const value = valueOfAttribute(buf, i + 1);
        if (value < 0) return this.#odd(-value);
        if (isHidden) hidden = buf[value] === ZERO + 1 || buf[value] === LOWER_T;
        // A height of zero hides as well; the exact parser knows its spellings.
        if (isHeight && buf[value] === ZERO) return UNUSUAL;
        i = endOfValue(buf, value);
        if (buf[i] !== QUOTE) return this.#odd(i);
        i++;
      }
    }
    rows.begin(row);
    for (;;) {
      while (isSpace(buf[i] as number)) i++;
      if (buf[i] !== LT) return this.#odd(i);
      if (buf[i + 1] === SLASH) {
        if (!standsAt(buf, i, '</row>')) return this.#odd(i);
        if (!rows.end(hidden)) this.#stopped = true;
        return i + 6;
      }
      if (buf[i + 1] !== LOWER_C) return this.#odd(i);
      i += 2;
      let style = 0;
      let type: number = NUMBER;
      let column = -1;
      let cellRow = -1;
      let empty = false;
      for (;;) {
        const byte = buf[i] as number;
        if (byte === GT) {
          i++;
          break;
        }
        if (byte !== SPACE || buf[i + 1] === SLASH) {
          const end = emptyEnd(buf, i);
          if (end < 0) return this.#odd(i);
          i = end;
          empty = true;
          break;
        }
        const name = buf[i + 1] as number;
        if (buf[i + 2] !== EQ || buf[i + 3] !== QUOTE) {
          const value = valueOfAttribute(buf, i + 1);
          if (value < 0) return this.#odd(-value);
          i = endOfValue(buf, value);
        } else if (name === LOWER_R) {
          i += 4;
          let code = buf[i] as number;
          column = 0;
          while (code >= UPPER_A && code <= UPPER_Z && column < 1e6) {
            column = column * 26 + code - 64;
            code = buf[++i] as number;
          }
          cellRow = 0;
          while (code >= ZERO && code <= NINE && cellRow < 1e8) {
            cellRow = cellRow * 10 + code - ZERO;
            code = buf[++i] as number;
          }
          if (column === 0 || cellRow === 0) return this.#odd(i);
          column--;
        } else if (name === LOWER_S) {
          i += 4;
          let digit = (buf[i] as number) - ZERO;
          style = 0;
          while (digit >= 0 && digit <= 9 && style < 1e8) {
            style = style * 10 + digit;
            digit = (buf[++i] as number) - ZERO;
          }
        } else if (name === LOWER_T) {
          i += 4;
          type = typeAt(buf, i);
          if (type < 0) return this.#odd(i);
          i += (TYPES[type] as string).length;
        } else i = endOfValue(buf, i + 4);
        if (buf[i] !== QUOTE) return this.#odd(i);
        i++;
      }
      column = rows.place(cellRow, column);
      if (empty) continue;
      let formula = false;
      let valued = false;
      for (;;) {
        while (isSpace(buf[i] as number)) i++;
        if (buf[i] !== LT) return this.#odd(i);
        const name = buf[i + 1] as number;
        if (name === LOWER_V && buf[i + 2] === GT) {
          if (valued) return this.#odd(i);
          i += 3;
          const from = i;
          if (type === SHARED) {
            let index = 0;
            let digit = (buf[i] as number) - ZERO;
            while (digit >= 0 && digit <= 9 && index < 1e9) {
              index = index * 10 + digit;
              digit = (buf[++i] as number) - ZERO;
            }
            if (i === from || buf[i] !== LT) return this.#odd(i);
            rows.put(column, values.shared(index, style));
          } else if (type === NUMBER) {
            const negative = buf[i] === MINUS;
            if (negative) i++;
            let mantissa = 0;
            let digits = 0;
            let fraction = -1;
            for (;;) {
              const code = buf[i] as number;
              if (code >= ZERO && code <= NINE) {
                mantissa = mantissa * 10 + code - ZERO;
                digits++;
                if (fraction >= 0) fraction++;
              } else if (code === DOT && fraction < 0) fraction = 0;
              else break;
              i++;
            }
            if (buf[i] === LT && digits > 0 && digits <= 15 && buf[i - 1] !== DOT && buf[from] !== DOT) {
              if (fraction > 0) mantissa /= POWERS_OF_TEN[fraction] as number;
              rows.put(column, values.number(negative && mantissa !== 0 ? -mantissa : mantissa, style));
            } else {
              i = endOfText(buf, from);
              if (buf[i] !== LT) return this.#odd(i);
              const text = plainText(buf, from, i);
              rows.put(column, values.cell({ type: 'n', style, formula, value: text, inline: null }));
            }
          } else {
            i = endOfText(buf, from);
            if (buf[i] !== LT) return this.#odd(i);
            const value = plainText(buf, from, i);
            rows.put(column, values.cell({ type: TYPES[type] as string, style, formula, value, inline: null }));
          }
          if (buf[i + 1] !== SLASH || buf[i + 2] !== LOWER_V || buf[i + 3] !== GT) return this.#odd(i);
          i += 4;
          valued = true;
        } else if (name === LOWER_V && emptyEnd(buf, i + 2) > 0 && !valued) {
          rows.put(column, values.cell({ type: TYPES[type] as string, style, formula, value: '', inline: null }));
          i = emptyEnd(buf, i + 2);
          valued = true;
        } else if (name === SLASH) {
          if (buf[i + 2] !== LOWER_C || buf[i + 3] !== GT) return this.#odd(i);
          i += 4;
          break;
        } else if (name === LOWER_F) {
          // A formula after its value is out of order: the exact parser sorts that out.
          if (valued || formula) return this.#odd(i);
          formula = true;
          const open = tagEnd(buf, i, this.#window.end);
          if (open < 0) return this.#odd(this.#window.end);
          if (buf[open - 2] === SLASH) i = open;
          else {
            i = endOfText(buf, open);
            if (buf[i] !== LT || buf[i + 1] !== SLASH || buf[i + 2] !== LOWER_F || buf[i + 3] !== GT)
              return this.#odd(i);
            i += 4;
          }
        } else if (name === LOWER_I && buf[i + 2] === LOWER_S && buf[i + 3] === GT && type === INLINE && !valued) {
          const from = inlineText(buf, i + 4);
          if (from < 0) return this.#odd(i + 4);
          i = endOfText(buf, from);
          if (!standsAt(buf, i, '</t></is>')) return this.#odd(i);
          rows.put(column, values.text(decodeText(buf, from, i), style));
          i += 9;
          valued = true;
        } else return this.#odd(i);
      }
      if (!valued && formula) rows.put(column, NO_RESULT);
    }
  }
}

function isRowTag(buf: Buffer, at: number): boolean {
  const after = buf[at + 4] as number;
  return standsAt(buf, at, '<row') && (isSpace(after) || after === GT || after === SLASH);
}

/** Position after `/>` or ` />` at `at`, −1 when neither stands there. */
function emptyEnd(buf: Buffer, at: number): number {
  const slash = buf[at] === SPACE ? at + 1 : at;
  return buf[slash] === SLASH && buf[slash + 1] === GT ? slash + 2 : -1;
}

/** The number of the cell type whose name and closing quote stand at `at`, −1 for an unknown one. */
function typeAt(buf: Buffer, at: number): number {
  if (buf[at + 1] === QUOTE) {
    switch (buf[at]) {
      case LOWER_S:
        return SHARED;
      case 110:
        return NUMBER;
      case 98:
        return 4;
      case 101:
        return 5;
      case 100:
        return 6;
      default:
        return -1;
    }
  }
  if (standsAt(buf, at, 'str"')) return STR;
  return standsAt(buf, at, 'inlineStr"') ? INLINE : -1;
}

/** Position of the text after `<t>` at `at`, −1 for any other spelling. */
function inlineText(buf: Buffer, at: number): number {
  if (standsAt(buf, at, '<t>')) return at + 3;
  return standsAt(buf, at, '<t xml:space="preserve">') ? at + 24 : -1;
}
