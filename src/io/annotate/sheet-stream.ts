import { tagEnd } from '../readers/xlsx/xml-bytes.js';
import { editRow, newRow, type RowEdit } from './row-edit.js';
import { NotEditable, prefixOf } from './xml-slices.js';

export interface SheetEdit {
  /** Everything before `<sheetData>`, given and taken as text. */
  readonly head: (text: string) => string;
  /** Everything after `</sheetData>`. */
  readonly tail: (text: string) => string;
  readonly rows: ReadonlyMap<number, RowEdit>;
}

const FRAME_LIMIT = 64 << 20;
const ROW_LIMIT = 32 << 20;

/**
 * The bytes of a worksheet part with some rows changed. Rows without an edit pass by byte for byte, so that a million of
 * them need no memory. Throws NotEditable for comments, CDATA, other encodings than UTF-8 and rows out of order.
 */
export async function* editedSheet(chunks: AsyncIterable<Buffer>, edit: SheetEdit): AsyncGenerator<Buffer> {
  let buffer: Buffer = Buffer.alloc(0);
  let stage: 'head' | 'rows' | 'tail' = 'head';
  let rows: RowWalk | null = null;
  for await (const chunk of chunks) {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    if (stage === 'head') {
      const head = splitHead(buffer);
      if (head === null) {
        if (buffer.length > FRAME_LIMIT) throw new NotEditable('no rows');
        continue;
      }
      yield Buffer.from(`${edit.head(head.text)}<${head.name}${head.attributes}>`, 'utf8');
      rows = new RowWalk(head.name, edit.rows);
      buffer = buffer.subarray(head.end);
      if (head.empty) {
        yield Buffer.from(`${rows.rest()}</${head.name}>`, 'utf8');
        stage = 'tail';
      } else stage = 'rows';
    }
    if (stage === 'rows' && rows !== null) {
      const done = rows.take(buffer);
      for (const piece of done.pieces) yield piece;
      // The chunk's memory may be reused by its reader.
      buffer = Buffer.from(buffer.subarray(done.used));
      if (done.ended) stage = 'tail';
      else if (buffer.length > ROW_LIMIT) throw new NotEditable('a row of that size');
    }
    if (stage === 'tail' && buffer.length > FRAME_LIMIT) throw new NotEditable('too much after the rows');
  }
  if (stage !== 'tail') throw new NotEditable('the rows do not end');
  yield Buffer.from(edit.tail(buffer.toString('utf8')), 'utf8');
}

interface Head {
  readonly text: string;
  readonly name: string;
  readonly attributes: string;
  readonly empty: boolean;
  readonly end: number;
}

function splitHead(buffer: Buffer): Head | null {
  const at = buffer.indexOf('sheetData');
  if (at < 0) return null;
  const open = buffer.lastIndexOf(0x3c, at);
  const close = tagEnd(buffer, open, buffer.length);
  if (close < 0) return null;
  const text = buffer.toString('utf8', 0, open);
  if (/<!/.test(text)) throw new NotEditable('a comment before the rows');
  const tag = buffer.toString('utf8', open, close);
  const match = /^<((?:[\w.-]+:)?sheetData)(\s[^>]*?)?\s*(\/?)>$/.exec(tag);
  if (match === null) throw new NotEditable('the list of rows is not where it is expected');
  return { text, name: match[1] ?? '', attributes: match[2] ?? '', empty: match[3] === '/', end: close };
}

interface Taken {
  readonly pieces: Buffer[];
  readonly used: number;
  readonly ended: boolean;
}

/** Goes through the rows in order and applies the edits. */
class RowWalk {
  readonly #list: string;
  readonly #prefix: string;
  readonly #edits: ReadonlyMap<number, RowEdit>;
  readonly #pending: readonly number[];
  #next = 0;
  #last = 0;

  constructor(list: string, edits: ReadonlyMap<number, RowEdit>) {
    this.#list = list;
    this.#prefix = prefixOf(list);
    this.#edits = edits;
    this.#pending = [...edits.keys()].sort((a, b) => a - b);
  }

  /** All whole rows of `data`; what is left belongs before the next bytes. */
  take(data: Buffer): Taken {
    const pieces: Buffer[] = [];
    const rowName = `${this.#prefix}row`;
    const rowEnd = Buffer.from(`</${rowName}`);
    let from = 0;
    let at = 0;
    const keep = (to: number): void => {
      if (to > from) pieces.push(Buffer.from(data.subarray(from, to)));
    };
    for (;;) {
      const open = data.indexOf(0x3c, at);
      if (open < 0) break;
      const openEnd = tagEnd(data, open, data.length);
      if (openEnd < 0) break;
      const tag = data.toString('utf8', open, Math.min(openEnd, open + 2000));
      if (tag.startsWith(`</${this.#list}`)) {
        keep(open);
        pieces.push(Buffer.from(this.rest(), 'utf8'), Buffer.from(data.subarray(open, openEnd)));
        return { pieces, used: openEnd, ended: true };
      }
      if (!tag.startsWith(`<${rowName}`) || /[\w.-]/.test(tag.charAt(rowName.length + 1)))
        throw new NotEditable(`${tag.slice(0, 12)} among the rows`);
      let end = openEnd;
      if (data[openEnd - 2] !== 0x2f) {
        const close = data.indexOf(rowEnd, openEnd);
        if (close < 0) break;
        end = tagEnd(data, close, data.length);
        if (end < 0) break;
      }
      const number = this.#numberOf(tag);
      const before = this.#before(number);
      const edit = this.#edits.get(number);
      if (before !== '' || edit !== undefined) {
        keep(open);
        const xml = data.toString('utf8', open, end);
        if (xml.includes('<!')) throw new NotEditable('a comment in a row');
        if (edit !== undefined) this.#next++;
        pieces.push(Buffer.from(before + (edit === undefined ? xml : editRow(xml, number, edit)), 'utf8'));
        from = end;
      }
      at = end;
    }
    keep(at);
    return { pieces, used: Math.max(at, from), ended: false };
  }

  /** Rows behind the last one. */
  rest(): string {
    return this.#before(Number.POSITIVE_INFINITY);
  }

  #before(number: number): string {
    let text = '';
    for (let row = this.#pending[this.#next]; row !== undefined && row < number; row = this.#pending[++this.#next])
      text += newRow(this.#prefix, row, this.#edits.get(row) ?? new Map());
    return text;
  }

  #numberOf(tag: string): number {
    const written = /\sr\s*=\s*["']\s*(\d+)\s*["']/.exec(tag)?.[1];
    const number = written === undefined ? this.#last + 1 : Number(written);
    if (number <= this.#last) throw new NotEditable('rows out of order');
    this.#last = number;
    return number;
  }
}
