import { parse } from 'csv-parse';
import { type Cell, ReadFault, type RowVisitor } from '../../../tables/grid.js';
import { cleanField } from './csv-field.js';
import type { Separation } from './delimiter.js';

/** Longest row, in characters: an opening quote that nobody closed must not swallow a whole file. */
const RECORD = 1_000_000;
const COLUMNS = 16_384;

/**
 * Cuts text into rows. Until the first quotation mark a row is a line and is split directly (five times faster); from
 * the first mark on csv-parse takes over. Rows are numbered as a spreadsheet program would show them.
 *
 * Rejects with ReadFault `corrupt` where a quote is never closed, or plainly swallowed rows: never a lost row.
 */
export async function scanCsvRows(
  file: string,
  texts: AsyncIterable<string>,
  separation: Separation,
  visit: RowVisitor,
): Promise<void> {
  const rows = new RowGate(file, separation, visit);
  const quoted = new QuotedRows(file, separation, rows);
  let rest = '';
  for await (const text of texts) {
    if (quoted.begun) await quoted.write(text);
    else {
      rest += text;
      const mark = rest.indexOf('"');
      // Whole lines in front of the first mark; a CR at the very end may be half a line end.
      const end = mark < 0 ? lastLineEnd(rest, rest.length - 1) : lastLineEnd(rest, mark);
      rows.lines(rest.slice(0, end));
      rest = rest.slice(end);
      if (mark >= 0) {
        await quoted.write(rest);
        rest = '';
      } else if (rest.length > RECORD) throw new ReadFault('corrupt', file, `row ${rows.next} is too long`);
    }
    if (rows.stopped) break;
  }
  if (quoted.begun) await quoted.end();
  else if (!rows.stopped && rest !== '') rows.lines(rest);
}

/** Position after the last line end in `text[0, before)`. */
function lastLineEnd(text: string, before: number): number {
  const head = text.slice(0, Math.max(0, before));
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  return head.charAt(end - 1) === '\r' && text.charAt(end) === '\n' ? end + 1 : end;
}

/** Numbers the rows, cleans their cells and hands them on until the visitor has enough. */
class RowGate {
  next = 1;
  stopped = false;
  readonly #file: string;
  readonly #separation: Separation;
  readonly #visit: RowVisitor;
  #skipFirst: boolean;

  constructor(file: string, separation: Separation, visit: RowVisitor) {
    this.#file = file;
    this.#separation = separation;
    this.#visit = visit;
    this.#skipFirst = separation.declared;
  }

  /** Whole lines without quotation marks. */
  lines(text: string): void {
    const { delimiter } = this.#separation;
    for (let at = 0, feed = -1, ret = -1; at < text.length && !this.stopped; ) {
      if (feed < at) feed = indexOrEnd(text, '\n', at);
      if (ret < at) ret = indexOrEnd(text, '\r', at);
      const end = Math.min(feed, ret);
      this.take(text.slice(at, end).split(delimiter));
      at = end === ret && feed === ret + 1 ? end + 2 : end + 1;
    }
  }

  take(fields: readonly string[]): void {
    if (this.#skipFirst) {
      this.#skipFirst = false;
      return;
    }
    const row = this.next++;
    if (this.stopped) return;
    if (fields.length > COLUMNS) throw new ReadFault('corrupt', this.#file, `row ${row} has ${fields.length} cells`);
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

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

/** Rows from the first quotation mark on. */
class QuotedRows {
  begun = false;
  readonly #file: string;
  readonly #separation: Separation;
  readonly #rows: RowGate;
  readonly #parser: ReturnType<typeof parse>;
  #failure: unknown = null;

  constructor(file: string, separation: Separation, rows: RowGate) {
    this.#file = file;
    this.#separation = separation;
    this.#rows = rows;
    this.#parser = parse({
      delimiter: separation.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: RECORD,
      on_record: (record: string[]) => {
        this.#take(record);
        return null;
      },
    });
    this.#parser.on('error', (error) => {
      this.#failure ??= error;
    });
    this.#parser.resume();
  }

  async write(text: string): Promise<void> {
    this.begun = true;
    await new Promise<void>((resolve) => {
      this.#parser.write(text, () => resolve());
    });
    this.#check();
  }

  async end(): Promise<void> {
    if (this.#rows.stopped) {
      this.#parser.destroy();
      return;
    }
    await new Promise<void>((resolve) => {
      this.#parser.once('close', resolve);
      this.#parser.once('error', () => resolve());
      this.#parser.end(() => resolve());
    });
    this.#check();
  }

  #take(record: readonly string[]): void {
    for (const field of record)
      if (this.#swallowsRows(field))
        throw new ReadFault('corrupt', this.#file, `quotation mark in row ${this.#rows.next} swallows other rows`);
    this.#rows.take(record);
  }

  /** A cell with a line break inside which a line has as many separators as a whole row is no cell. */
  #swallowsRows(field: string): boolean {
    if (!/[\r\n]/.test(field)) return false;
    const most = Math.max(3, this.#separation.columns - 1);
    return field.split(/\r\n|\n|\r/).some((line) => line.split(this.#separation.delimiter).length > most);
  }

  #check(): void {
    const failure = this.#failure;
    if (failure === null || this.#rows.stopped) return;
    if (failure instanceof ReadFault) throw failure;
    const message = failure instanceof Error ? failure.message : 'damaged structure';
    throw new ReadFault('corrupt', this.#file, `row ${this.#rows.next}: ${message}`);
  }
}
