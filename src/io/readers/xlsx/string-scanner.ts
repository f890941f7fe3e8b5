import { ByteWindow } from './byte-window.js';
import { PartFault } from './fault.js';
import type { StringTable } from './string-table.js';
import { onlyPrefix } from './prefix.js';
import { NeedsExactParser } from './sheet-outline.js';
import { Utf8Check } from './utf8-check.js';
import { endOfText, GT, isSpace, LT, SLASH, standsAt, tagEnd } from './xml-bytes.js';
import { xmlEncoding } from './xml-encoding.js';
import { decodeText } from './xml-text.js';

const ITEM_END = Buffer.from('</si>');
const LONGEST_ITEM = 16 << 20;
const MORE = -1;
const LOOK_AHEAD = 48;

/**
 * The fast path for `sharedStrings.xml`: bytes of UTF-8 without prefixes, comments and CDATA, in chunks cut anywhere.
 * Throws NeedsExactParser for anything else; the table is then read again from the start.
 */
export class StringScanner {
  readonly #table: StringTable;
  readonly #window = new ByteWindow(LONGEST_ITEM);
  readonly #utf8 = new Utf8Check();
  readonly #prefix: string | null;
  #state: 'head' | 'items' | 'done' = 'head';
  #final = false;

  /** `prefix`: the chunks come without this namespace prefix. */
  constructor(table: StringTable, prefix: string | null = null) {
    this.#table = table;
    this.#prefix = prefix;
  }

  push(chunk: Buffer): void {
    this.#window.append(chunk);
    if (this.#state === 'head') this.#head();
    this.#utf8.push(chunk);
    if (this.#state !== 'head') this.#items();
  }

  finish(): void {
    this.#utf8.end();
    this.#final = true;
    if (this.#state === 'head') throw new NeedsExactParser();
    this.#items();
    if (this.#state !== 'done') throw new PartFault('truncated', 'the string table does not end');
  }

  #head(): void {
    const window = this.#window;
    const buf = window.buf.subarray(0, window.end);
    const encoding = xmlEncoding(buf);
    const at = buf.indexOf('<sst');
    const close = at < 0 ? -1 : tagEnd(buf, at, window.end);
    if (encoding.label !== 'utf-8') throw new NeedsExactParser();
    if (close < 0 && window.end > 4096)
      throw new NeedsExactParser(this.#prefix === null ? onlyPrefix(buf, 'sst') : null);
    if (close < 0) return;
    const tag = buf.toString('latin1', at, close);
    const before = buf.subarray(encoding.mark, at).toString('latin1');
    // A prefix that stands for the same namespace, a comment, an empty table: rare enough for the exact parser.
    if (!/^<sst[\s>]/.test(tag) || tag.endsWith('/>') || !/^(?:<\?xml[^>]*\?>)?\s*$/.test(before))
      throw new NeedsExactParser();
    if (this.#prefix !== null) {
      this.#begin(close);
      return;
    }
    if (!/\sxmlns="[^"]*\/(?:spreadsheetml\/2006\/main|spreadsheetml\/main)"/.test(tag)) throw new NeedsExactParser();
    if (/xmlns:[^=]*=\s*["'][^"']*spreadsheetml\/(?:2006\/)?main["']/.test(tag)) throw new NeedsExactParser();
    this.#begin(close);
  }

  #begin(at: number): void {
    this.#window.start = at;
    this.#state = 'items';
  }

  #items(): void {
    const window = this.#window;
    const { buf, end } = window;
    let i = window.start;
    for (;;) {
      while (isSpace(buf[i] as number)) i++;
      window.start = i;
      if (i >= end || (!this.#final && i + LOOK_AHEAD > end)) return;
      if (this.#state === 'done') throw new PartFault('corrupt', 'something after the string table');
      if (standsAt(buf, i, '</sst>')) {
        this.#state = 'done';
        i += 6;
        continue;
      }
      let next: number;
      if (standsAt(buf, i, '<si><t>')) next = this.#plain(i + 7);
      else if (standsAt(buf, i, '<si><t xml:space="preserve">')) next = this.#plain(i + 28);
      else next = MORE;
      if (next === MORE) next = this.#rich(i);
      if (next === MORE) return;
      i = next;
    }
  }

  /** The text at `from` if nothing but `</t></si>` follows. */
  #plain(from: number): number {
    const { buf } = this.#window;
    const to = endOfText(buf, from);
    if (!standsAt(buf, to, '</t></si>')) return MORE;
    this.#table.add(from === to ? '' : decodeText(buf, from, to));
    return to + 9;
  }

  /** An item with runs or other elements, between its tags. */
  #rich(start: number): number {
    const { buf, end } = this.#window;
    if (standsAt(buf, start, '<si/>')) {
      this.#table.add('');
      return start + 5;
    }
    if (!standsAt(buf, start, '<si>')) {
      if (standsAt(buf, start, '<extLst')) throw new NeedsExactParser();
      throw new NeedsExactParser();
    }
    const close = buf.indexOf(ITEM_END, start);
    if (close < 0 || close >= end) {
      if (this.#final) throw new PartFault('truncated', 'the string table does not end');
      return MORE;
    }
    let text = '';
    let phonetic = false;
    for (let i = start + 4; i < close; ) {
      if (isSpace(buf[i] as number)) {
        i++;
        continue;
      }
      const tag = buf[i] === LT ? tagEnd(buf, i, close) : -1;
      if (tag < 0) throw new NeedsExactParser();
      const empty = buf[tag - 2] === SLASH;
      const name = nameOf(buf, i + 1);
      if (name === 'rPh') phonetic = !empty;
      else if (name === '/rPh') phonetic = false;
      else if (name === 't' && !empty) {
        const to = endOfText(buf, tag);
        if (!standsAt(buf, to, '</t>')) throw new NeedsExactParser();
        if (!phonetic) text += decodeText(buf, tag, to);
        i = to + 4;
        continue;
      } else if (!KNOWN.has(name) || name === 'strike' || name === 'vertAlign') throw new NeedsExactParser();
      i = tag;
    }
    this.#table.add(text);
    return close + ITEM_END.length;
  }
}

/** Elements of rich text without text of their own (ECMA-376 §18.4), start and end tags. */
const KNOWN = new Set(
  't r rPr phoneticPr rFont charset family b i strike outline shadow condense extend color sz u vertAlign scheme'
    .split(' ')
    .flatMap((name) => [name, `/${name}`]),
);

function nameOf(buf: Buffer, at: number): string {
  let i = at;
  while (buf[i] !== GT && !isSpace(buf[i] as number) && (buf[i] !== SLASH || i === at)) i++;
  return buf.toString('latin1', at, i);
}
