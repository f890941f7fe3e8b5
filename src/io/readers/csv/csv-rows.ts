import { type Cell, ReadFault, type RowVisitor } from '../../../tables/grid.js';
import { cleanField } from './csv-field.js';
import type { Separation } from './delimiter.js';

/** Longest row, in characters: an opening quote that nobody closed must not swallow a whole file. */
const RECORD = 1_000_000;
const COLUMNS = 16_384;
const MARK = 0xfeff;

/**
 * Cuts text into rows (RFC 4180, with LF, CR and CRLF mixed, ragged rows, and quotation marks inside a cell taken as
 * text). Rows are numbered as a spreadsheet program would show them.
 *
 * Rejects with ReadFault `quote` where a quote is never closed, or plainly swallowed rows, and `row-too-long`: never a
 * lost row.
 */
export async function scanCsvRows(
  file: string,
  texts: AsyncIterable<string>,
  separation: Separation,
  visit: RowVisitor,
): Promise<void> {
  const rows = new RowCutter(file, separation, visit);
  let rest = '';
  for await (const text of texts) {
    rest += text;
    rest = rest.slice(rows.cut(rest, false));
    if (rows.stopped) return;
    if (rest.length > RECORD) throw tooLong(file, rows.next);
  }
  // DOS programs end a text with Ctrl+Z.
  rows.cut(rest.endsWith('\u001a') ? rest.slice(0, -1) : rest, true);
}

class RowCutter {
  next = 1;
  stopped = false;
  readonly #file: string;
  readonly #separation: Separation;
  readonly #visit: RowVisitor;
  #skipFirst: boolean;
  #text = '';
  /** Next delimiter, LF and CR at or after the place looked from; the length of the text when there is none. */
  #marks: [number, number, number] = [-1, -1, -1];

  constructor(file: string, separation: Separation, visit: RowVisitor) {
    this.#file = file;
    this.#separation = separation;
    this.#visit = visit;
    this.#skipFirst = separation.declared;
  }

  /** Takes all whole rows of `text` and gives the position after the last; with `final` the rest is a row as well. */
  cut(text: string, final: boolean): number {
    this.#text = text;
    this.#marks = [-1, -1, -1];
    let at = 0;
    while (at < text.length && !this.stopped) {
      const end = this.#row(at, final);
      if (end < 0) break;
      at = end;
    }
    return at;
  }

  /** Takes the row that begins at `start`; gives where the next begins, or -1 when its end has not arrived. */
  #row(start: number, final: boolean): number {
    const text = this.#text;
    const fields: string[] = [];
    // Joined files have a byte order mark in their middle; behind it a quotation mark is one.
    const first = text.charCodeAt(start) === MARK ? start + 1 : start;
    for (let at = first; ; at++) {
      const end = text.charAt(at) === '"' ? this.#quoted(at, final, fields) : this.#plain(at, fields);
      if (end < 0 || (end === text.length && !final)) return -1;
      if (fields.length > COLUMNS) throw tooLong(this.#file, this.next);
      at = end;
      const mark = text.charAt(at);
      if (mark === this.#separation.delimiter) continue;
      // Half a line end may have arrived.
      if (mark === '\r' && at + 1 === text.length && !final) return -1;
      this.#take(fields);
      return mark === '\r' && text.charAt(at + 1) === '\n' ? at + 2 : at + 1;
    }
  }

  #plain(at: number, fields: string[]): number {
    const end = this.#nextMark(at);
    fields.push(this.#text.slice(at, end));
    return end;
  }

  /** A field in quotation marks; gives the place of the mark behind it, -1 when its end has not arrived. */
  #quoted(start: number, final: boolean, fields: string[]): number {
    const text = this.#text;
    let value = '';
    for (let from = start + 1; ; ) {
      const quote = text.indexOf('"', from);
      if (quote < 0 && final) throw new ReadFault('quote', this.#file, 'never closed', { row: this.next });
      if (quote < 0 || (quote + 1 === text.length && !final)) return -1;
      const after = text.charAt(quote + 1);
      if (after === '"') {
        value += text.slice(from, quote + 1);
        from = quote + 2;
        continue;
      }
      let end = quote + 1;
      value += text.slice(from, quote);
      if (after !== '' && after !== this.#separation.delimiter && after !== '\n' && after !== '\r') {
        // `"甲"乙` is no quoted field: the marks are text.
        end = this.#nextMark(end);
        value = `"${value}${text.slice(quote, end)}`;
      }
      if (this.#swallowsRows(value))
        throw new ReadFault('quote', this.#file, 'swallows other rows', { row: this.next });
      fields.push(value);
      return end;
    }
  }

  #nextMark(at: number): number {
    const marks = this.#marks;
    const signs = [this.#separation.delimiter, '\n', '\r'] as const;
    for (let i = 0; i < 3; i++) {
      if ((marks[i] ?? 0) >= at) continue;
      const found = this.#text.indexOf(signs[i] ?? '', at);
      marks[i] = found < 0 ? this.#text.length : found;
    }
    return Math.min(marks[0], marks[1], marks[2]);
  }

  /** A cell with a line break inside which a line has as many separators as a whole row is no cell. */
  #swallowsRows(value: string): boolean {
    if (!value.includes('\n') && !value.includes('\r')) return false;
    const most = Math.max(3, this.#separation.columns - 1);
    return value.split(/\r\n|\n|\r/).some((line) => line.split(this.#separation.delimiter).length > most);
  }

  #take(fields: readonly string[]): void {
    if (this.#skipFirst) {
      this.#skipFirst = false;
      return;
    }
    const row = this.next++;
    const cells: Cell[] = [];
    let filled = false;
    for (const field of fields) {
      const cell = cleanField(field);
      cells.push(cell);
      filled ||= cell !== null;
    }
    if (filled && this.#visit(row, cells) === false) this.stopped = true;
  }
}

function tooLong(file: string, row: number): ReadFault {
  return new ReadFault('row-too-long', file, '', { row });
}
