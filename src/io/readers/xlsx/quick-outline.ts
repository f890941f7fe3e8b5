import { PartFault } from './fault.js';
import { onlyPrefix } from './prefix.js';
import { ByteWindow } from './byte-window.js';
import type { XlsxLimits } from './limits.js';
import { NeedsExactParser, OutlineEvents, RowCensus, type SheetOutline } from './sheet-outline.js';
import { Utf8Check } from './utf8-check.js';
import { isSpace, LOWER_H, LOWER_R, LT, NINE, QUOTE, SLASH, GT, standsAt, tagEnd, ZERO } from './xml-bytes.js';
import { XmlDecoder, xmlEncoding } from './xml-encoding.js';
import { XmlReader } from './xml-reader.js';

const ROW = Buffer.from('<row');
const SHEET_DATA = Buffer.from('<sheetData');
const SHEET_DATA_END = Buffer.from('</sheetData');
/** A root element that has not come by then is no usual one. */
const ROOT_WITHIN = 1 << 16;
const MARKUP = Buffer.from('<!');
/** `!` and `?`: rare bytes, quick to look for; after `<` they begin what the byte scanner does not read. */
const RARE = [33, 63];

/**
 * The outline of a sheet in one pass over its bytes: what stands before and after the rows goes through the exact
 * parser, of the rows only the start tags are looked at. Throws NeedsExactParser for anything out of the ordinary.
 */
export class QuickOutline {
  readonly #limits: XlsxLimits;
  readonly #events: OutlineEvents;
  readonly #reader: XmlReader;
  readonly #decoder = new XmlDecoder({ label: 'utf-8', mark: 0 });
  readonly #census: RowCensus;
  readonly #utf8 = new Utf8Check();
  readonly #window: ByteWindow;
  readonly #prefix: string | null;
  #phase: 'head' | 'rows' | 'tail' = 'head';
  /** Position of the window's first byte in the part. */
  #offset = 0;
  #rootTag = '';
  #start = 0;
  #dataEnd = 0;
  #tailBytes = 0;
  /** False when some row does not say its number: the rows then have to be counted. */
  numbered = true;

  /** `prefix`: the chunks come without this namespace prefix. */
  constructor(limits: XlsxLimits, part: string, prefix: string | null = null) {
    this.#prefix = prefix;
    this.#limits = limits;
    this.#events = new OutlineEvents(limits, part);
    this.#reader = new XmlReader(this.#events, part);
    this.#census = new RowCensus(limits);
    this.#window = new ByteWindow(limits.outlineBytes);
  }

  push(chunk: Buffer): void {
    if (this.#phase === 'tail') {
      this.#utf8.push(chunk);
      this.#tail(chunk);
      return;
    }
    const window = this.#window;
    this.#offset += window.start;
    window.append(chunk);
    if (this.#phase === 'head') this.#head();
    this.#utf8.push(chunk);
    // What #head left over may be rows already.
    if (this.#is('rows')) this.#rows();
    if (this.#is('tail')) {
      this.#tail(window.buf.subarray(window.start, window.end));
      window.start = window.end;
    }
  }

  finish(): SheetOutline {
    this.#utf8.end();
    if (this.#phase === 'head') throw new NeedsExactParser();
    if (this.#phase === 'rows') throw new PartFault('truncated', 'the rows do not end');
    this.#reader.write(this.#decoder.end());
    this.#reader.end();
    this.#events.end();
    const { merges, hiddenColumns, filtered } = this.#events;
    const { hiddenRows, ordered } = this.#census;
    const rows = { start: this.#start, end: this.#dataEnd, rootTag: this.#rootTag, prefix: this.#prefix };
    return { merges, hiddenRows, hiddenColumns, filtered, ordered, rows };
  }

  #is(phase: 'rows' | 'tail'): boolean {
    return this.#phase === phase;
  }

  #head(): void {
    const { end } = this.#window;
    const buf = this.#window.buf.subarray(0, end);
    const encoding = xmlEncoding(buf);
    if (encoding.label !== 'utf-8') throw new NeedsExactParser();
    if (this.#rootTag === '' && end > ROOT_WITHIN) this.#rootTag = rootTagOf(buf, this.#prefix);
    const at = buf.indexOf(SHEET_DATA);
    const close = at < 0 ? -1 : tagEnd(buf, at, end);
    if (close < 0) return;
    const head = buf.subarray(encoding.mark, close);
    if (head.includes(MARKUP)) throw new NeedsExactParser();
    this.#rootTag = rootTagOf(head, this.#prefix);
    this.#reader.write(this.#decoder.decode(head));
    this.#start = close;
    this.#window.start = close;
    this.#phase = 'rows';
    if (buf[close - 2] === SLASH) {
      this.#dataEnd = close;
      this.#phase = 'tail';
    }
  }

  #rows(): void {
    const window = this.#window;
    const { end } = window;
    const buf = window.buf.subarray(0, end);
    for (const byte of RARE) {
      for (let at = buf.indexOf(byte, window.start); at >= 0; at = buf.indexOf(byte, at + 1)) {
        if (buf[at - 1] === LT && at > window.start) throw new NeedsExactParser();
      }
    }
    let from = window.start;
    let keep = Math.max(from, end - SHEET_DATA_END.length);
    const dataEnd = buf.indexOf(SHEET_DATA_END, from);
    for (;;) {
      const at = buf.indexOf(ROW, from);
      // Manual page breaks stand in <rowBreaks>, after the rows.
      if (at < 0 || (dataEnd >= 0 && at > dataEnd)) break;
      const close = tagEnd(buf, at, end);
      if (close < 0) {
        keep = Math.min(keep, at);
        break;
      }
      const after = buf[at + 4] as number;
      if (isSpace(after) || after === GT || after === SLASH) this.#rowTag(buf, at, close);
      from = close;
    }
    if (dataEnd >= 0) {
      this.#dataEnd = this.#offset + dataEnd;
      window.start = dataEnd;
      this.#phase = 'tail';
      return;
    }
    window.start = Math.max(from, keep);
  }

  /** Reads number and visibility from the start tag of a row, `at` its `<`, `close` the position after its `>`. */
  #rowTag(buf: Buffer, at: number, close: number): void {
    let row = 0;
    let hidden = false;
    for (let i = at + 4; i < close - 3; i++) {
      if (!isSpace(buf[i] as number)) continue;
      const letter = buf[i + 1];
      if (letter === LOWER_R && standsAt(buf, i + 2, '="')) {
        for (i += 4; (buf[i] as number) >= ZERO && (buf[i] as number) <= NINE; i++) {
          row = row * 10 + (buf[i] as number) - ZERO;
        }
        if (buf[i] !== QUOTE) throw new NeedsExactParser();
      } else if (letter === LOWER_H) {
        if (standsAt(buf, i + 1, 'hidden="0"') || standsAt(buf, i + 1, 'hidden="false"')) continue;
        if (standsAt(buf, i + 1, 'hidden="1"') || standsAt(buf, i + 1, 'hidden="true"')) hidden = true;
        else if (!standsAt(buf, i + 1, 'ht="') || buf[i + 5] === ZERO) throw new NeedsExactParser();
      }
    }
    if (row === 0) this.numbered = false;
    else this.#census.add(row, hidden);
  }

  #tail(bytes: Buffer): void {
    this.#tailBytes += bytes.length;
    if (this.#tailBytes > this.#limits.outlineBytes)
      throw new PartFault('bomb', `${this.#tailBytes} bytes after the rows`);
    this.#reader.write(this.#decoder.decode(bytes));
  }
}

/** The root's start tag, if it is an unprefixed worksheet and no prefix stands for its namespace as well. */
function rootTagOf(head: Buffer, prefix: string | null): string {
  const at = head.indexOf('<worksheet');
  const close = at < 0 ? -1 : tagEnd(head, at, head.length);
  if (close < 0) throw new NeedsExactParser(prefix === null ? onlyPrefix(head, 'worksheet') : null);
  const tag = head.toString('utf8', at, close);
  if (prefix !== null && /^<worksheet[\s>]/.test(tag)) return tag;
  if (
    !/^<worksheet[\s>]/.test(tag) ||
    /xmlns:[^=]*=\s*["'][^"']*\/(?:spreadsheetml\/2006\/main|spreadsheetml\/main)["']/.test(tag)
  ) {
    throw new NeedsExactParser();
  }
  return tag;
}
