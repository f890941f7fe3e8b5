import { type Cell, type MergeRange, NO_RESULT, ReadFault } from '../../../tables/grid.js';
import { struckOut } from '../struck-cell.js';
import { displayed, styleDisplay, type StyleDisplay } from '../style-display.js';
import { type BiffRecord, errorName, isBof, RECORD, recordAt, rkNumber } from './biff-records.js';
import { ContinuedBytes } from './biff-text.js';

/** What the cells of all sheets of a book share. */
export interface BiffGlobals {
  readonly version: number;
  readonly date1904: boolean;
  readonly decode: (bytes: Buffer) => string;
  readonly strings: readonly string[];
  /** Number format of each cell style, in order. */
  readonly styleFormats: number[];
  /** Cell styles whose font is struck out. */
  readonly struckStyles: ReadonlySet<number>;
  /** Format codes by id; built-in ids are missing. */
  readonly formats: Map<number, string>;
}

export interface BiffSheetContent {
  readonly rows: (Cell | undefined)[][];
  readonly merges: MergeRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  filtered: boolean;
  /** Position after the sheet's EOF. */
  end: number;
}

/** Widest sheet of the format; more is damage. */
const COLUMNS = 256;

/** Reads the sheet whose BOF stands at `start`. Throws ReadFault `truncated` or `corrupt`. */
export function readBiffSheet(file: string, stream: Buffer, start: number, globals: BiffGlobals): BiffSheetContent {
  return new SheetScan(file, globals).read(stream, start);
}

class SheetScan {
  readonly #file: string;
  readonly #globals: BiffGlobals;
  readonly #content: BiffSheetContent = {
    rows: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
    end: 0,
  };
  /** Formula whose text result comes in a STRING record. */
  #awaiting: { readonly row: number; readonly column: number; readonly style: number } | null = null;
  readonly #displays = new Map<number, StyleDisplay>();

  constructor(file: string, globals: BiffGlobals) {
    this.#file = file;
    this.#globals = globals;
  }

  read(stream: Buffer, start: number): BiffSheetContent {
    let record = recordAt(this.#file, stream, start);
    if (!isBof(record.type)) throw new ReadFault('corrupt', this.#file, 'sheet does not begin where the book says');
    for (let depth = 1; depth > 0; ) {
      record = recordAt(this.#file, stream, record.end);
      if (isBof(record.type)) depth++;
      else if (record.type === RECORD.eof) depth--;
      else if (depth === 1) this.#take(record, stream);
    }
    this.#content.end = record.end;
    return this.#content;
  }

  #take(record: BiffRecord, stream: Buffer): void {
    const { data } = record;
    switch (record.type) {
      case RECORD.filePass:
        throw new ReadFault('encrypted', this.#file, 'xls');
      case RECORD.number:
        this.#number(data, 6, data.readDoubleLE(6));
        return;
      case RECORD.rk:
        this.#number(data, 6, rkNumber(data.readInt32LE(6)));
        return;
      case RECORD.multipleRk:
        this.#multipleRk(data);
        return;
      // Cells of BIFF2 have numbers of their own; some programs put them into later books.
      case RECORD.integer2:
        this.#number(data, 7, data.readUInt16LE(7));
        return;
      case RECORD.number2:
        this.#number(data, 7, data.readDoubleLE(7));
        return;
      case RECORD.labelShared:
        this.#shared(data);
        return;
      case RECORD.label:
      case RECORD.labelRich:
        this.#label(data);
        return;
      case RECORD.label2:
        this.#put(data, this.#globals.decode(slice(this.#file, data, 8, data.readUInt8(7))));
        return;
      case RECORD.boolOrError:
        this.#put(data, boolOrError(data.readUInt8(6), data.readUInt8(7)));
        return;
      case RECORD.boolOrError2:
        this.#put(data, boolOrError(data.readUInt8(7), data.readUInt8(8)));
        return;
      case RECORD.formula:
      case RECORD.formula3:
      case RECORD.formula4:
        this.#formula(data);
        return;
      case RECORD.formulaText:
      case RECORD.formulaText2:
        this.#formulaText(record, stream);
        return;
      default:
        this.#layout(record);
    }
  }

  #layout({ type, data }: BiffRecord): void {
    switch (type) {
      case RECORD.row:
        if (data.length >= 16 && (data.readUInt16LE(12) & 0x20) !== 0)
          this.#content.hiddenRows.push(data.readUInt16LE(0) + 1);
        return;
      case RECORD.columnInfo:
        if ((data.readUInt16LE(8) & 1) !== 0)
          for (let column = data.readUInt16LE(0); column <= Math.min(data.readUInt16LE(2), COLUMNS - 1); column++)
            this.#content.hiddenColumns.push(column);
        return;
      case RECORD.merges:
        for (let i = 0, at = 2; i < data.readUInt16LE(0); i++, at += 8)
          this.#content.merges.push({
            firstRow: data.readUInt16LE(at) + 1,
            lastRow: data.readUInt16LE(at + 2) + 1,
            firstColumn: data.readUInt16LE(at + 4),
            lastColumn: data.readUInt16LE(at + 6),
          });
        return;
      case RECORD.filterMode:
        this.#content.filtered = true;
        return;
    }
  }

  #multipleRk(data: Buffer): void {
    const row = data.readUInt16LE(0);
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 8 <= data.length; at += 6, column++)
      this.#set(
        row,
        column,
        this.#styled(rkNumber(data.readInt32LE(at + 2)), data.readUInt16LE(at)),
        data.readUInt16LE(at),
      );
  }

  /** `body` is where the value begins: behind a 2-byte style number, or behind the 3 attribute bytes of BIFF2. */
  #number(data: Buffer, body: number, value: number): void {
    this.#put(data, this.#styled(value, this.#styleOf(data, body)));
  }

  #styleOf(data: Buffer, body: number): number {
    return body === 7 ? data.readUInt8(5) & 0x3f : data.readUInt16LE(4);
  }

  #shared(data: Buffer): void {
    const text = this.#globals.strings[data.readUInt32LE(6)];
    if (text === undefined) throw new ReadFault('corrupt', this.#file, 'text number out of range');
    this.#put(data, text);
  }

  #label(data: Buffer): void {
    if (this.#globals.version === 8) this.#put(data, new ContinuedBytes(this.#file, [data.subarray(6)]).string());
    else this.#put(data, this.#globals.decode(slice(this.#file, data, 8, data.readUInt16LE(6))));
  }

  #formula(data: Buffer): void {
    const body = this.#globals.version === 2 ? 7 : 6;
    this.#awaiting = null;
    if (data.readUInt16LE(body + 6) !== 0xffff) {
      const value = data.readDoubleLE(body);
      if (value === 0 && this.#neverCalculated(data, body)) {
        this.#put(data, NO_RESULT);
        return;
      }
      this.#number(data, body, value);
      return;
    }
    switch (data.readUInt8(body)) {
      case 0:
        this.#awaiting = { row: data.readUInt16LE(0), column: data.readUInt16LE(2), style: data.readUInt16LE(4) };
        return;
      case 1: {
        this.#put(data, data.readUInt8(body + 2) !== 0);
        return;
      }
      case 2: {
        this.#put(data, { kind: 'error', code: errorName(data.readUInt8(body + 2)) });
        return;
      }
      default: {
        // Programs that cannot calculate write an empty text and no place in the calculation chain; Excel gives one.
        this.#put(data, calculationChain(data, body) === 0 ? NO_RESULT : null);
        return;
      }
    }
  }

  /** Zero, to be calculated on opening, and not in the calculation chain: a program left the result to Excel. */
  #neverCalculated(data: Buffer, body: number): boolean {
    if (this.#globals.version < 5) return false;
    return (data.readUInt16LE(body + 8) & 2) !== 0 && calculationChain(data, body) === 0;
  }

  #formulaText(record: BiffRecord, stream: Buffer): void {
    const target = this.#awaiting;
    if (target === null) return;
    this.#awaiting = null;
    const { data } = record;
    let text: string;
    if (this.#globals.version === 8) {
      const parts = [data];
      for (let next = recordAt(this.#file, stream, record.end); next.type === RECORD.continued; ) {
        parts.push(next.data);
        next = recordAt(this.#file, stream, next.end);
      }
      text = new ContinuedBytes(this.#file, parts).string();
    } else {
      const wide = this.#globals.version !== 2;
      const length = wide ? data.readUInt16LE(0) : data.readUInt8(0);
      text = this.#globals.decode(slice(this.#file, data, wide ? 2 : 1, length));
    }
    this.#set(target.row, target.column, text, target.style);
  }

  #styled(value: number, style: number): Cell {
    let display = this.#displays.get(style);
    if (display === undefined) {
      const format = this.#globals.version === 2 ? style : (this.#globals.styleFormats[style] ?? 0);
      display = styleDisplay(format, this.#globals.formats.get(format) ?? null);
      this.#displays.set(style, display);
    }
    return displayed(value, display, this.#globals.date1904);
  }

  #put(data: Buffer, cell: Cell): void {
    this.#set(data.readUInt16LE(0), data.readUInt16LE(2), cell, data.readUInt16LE(4));
  }

  #set(row: number, column: number, cell: Cell, style: number): void {
    if (column >= COLUMNS) throw new ReadFault('corrupt', this.#file, `column ${column + 1}`);
    const cells = (this.#content.rows[row] ??= []);
    cells[column] = cell !== null && this.#globals.struckStyles.has(style) ? struckOut(cell) : cell;
  }
}

function calculationChain(data: Buffer, body: number): number {
  return data.length >= body + 14 ? data.readUInt32LE(body + 10) : 0;
}

function boolOrError(value: number, isError: number): Cell {
  return isError === 0 ? value !== 0 : { kind: 'error', code: errorName(value) };
}

function slice(file: string, data: Buffer, start: number, length: number): Buffer {
  if (start + length > data.length) throw new ReadFault('corrupt', file, 'text longer than its record');
  return data.subarray(start, start + length);
}
