import { decodeEntities } from './entities.js';

/** What is told, in order, about a clerk's HTML as browsers would see it. */
export interface HtmlEvents {
  /** Start tag; `attributes` is its text behind the name. `#style` carries the content of a style sheet. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between two tags: the page and the place of the piece in it, references not yet resolved. */
  text(html: string, start: number, end: number): void;
}

/** Elements whose content is no text. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xml']);

const GREATER = 0x3e;
const SLASH = 0x2f;

/** Cuts HTML into tokens in one pass; what is not well-formed is taken as text, nothing is refused. */
export function readHtmlTokens(html: string, events: HtmlEvents): void {
  const tags = new TagEnds(html);
  for (let at = 0; at < html.length; ) {
    let open = html.indexOf('<', at);
    // A `<` that begins no tag is text.
    while (open >= 0 && !beginsTag(html.charCodeAt(open + 1))) open = html.indexOf('<', open + 1);
    if (open < 0) {
      events.text(html, at, html.length);
      return;
    }
    if (open > at) events.text(html, at, open);
    const second = html.charAt(open + 1);
    if (second === '!' || second === '?') {
      // Excel hides its own XML in conditional comments; they are left out like all others.
      at = html.startsWith('<!--', open) ? after(html, '-->', open) : after(html, '>', open);
      continue;
    }
    const isClose = second === '/';
    const nameStart = isClose ? open + 2 : open + 1;
    const nameEnd = endOfName(html, nameStart);
    const end = tags.endOf(open);
    at = end + 1;
    if (nameEnd === nameStart || !isLetter(html.charCodeAt(nameStart))) continue;
    const name = html.slice(nameStart, Math.min(nameEnd, end)).toLowerCase();
    if (isClose) {
      events.close(name);
      continue;
    }
    events.open(name, nameEnd >= end ? '' : html.slice(nameEnd, end));
    if (RAW.has(name) && html.charCodeAt(end - 1) !== SLASH) {
      const close = closingTag(html, name, at);
      if (name === 'style') events.open('#style', html.slice(at, close));
      at = close;
    }
  }
}

function beginsTag(code: number): boolean {
  return isLetter(code) || code === SLASH || code === 0x21 || code === 0x3f;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function endOfName(html: string, start: number): number {
  let at = start;
  for (; ; at++) {
    const code = html.charCodeAt(at);
    // Letters, digits, `_`, `:` and `-`; NaN past the end is none of them.
    const isName = isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x5f;
    if (!isName) return at;
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function closingTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return html.length;
}

/** Finds where tags end, quoted attribute values passed over. */
class TagEnds {
  readonly #html: string;
  /** Next `>` at or after the place looked from last; a page without one is searched once. */
  #greater = -1;

  constructor(html: string) {
    this.#html = html;
  }

  /** Position of the `>` of the tag that opens at `open`; the end of the text when it is never closed. */
  endOf(open: number): number {
    const html = this.#html;
    if (this.#greater < open) {
      const found = html.indexOf('>', open);
      this.#greater = found < 0 ? html.length : found;
    }
    for (let i = open + 1; i < this.#greater; i++) {
      const code = html.charCodeAt(i);
      if ((code === 0x22 || code === 0x27) && html.charCodeAt(i - 1) === 0x3d) return this.#behindQuotes(i + 1, code);
    }
    return this.#greater;
  }

  #behindQuotes(from: number, opened: number): number {
    const html = this.#html;
    let quote = opened;
    for (let i = from; i < html.length; i++) {
      const code = html.charCodeAt(i);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === GREATER) return i;
      else if ((code === 0x22 || code === 0x27) && html.charCodeAt(i - 1) === 0x3d) quote = code;
    }
    return html.length;
  }
}

const ATTRIBUTE = new Map<string, RegExp>();
/** No honest tag is longer; what a hostile one hides behind that is not looked for. */
const ATTRIBUTES = 8192;

/** Value of one attribute, entities resolved; null when the tag does not carry it. */
export function attributeOf(attributes: string, name: string): string | null {
  if (attributes.length <= name.length) return null;
  let pattern = ATTRIBUTE.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
    ATTRIBUTE.set(name, pattern);
  }
  const match = pattern.exec(attributes.slice(0, ATTRIBUTES));
  if (match === null) return null;
  return decodeEntities(match[1] ?? match[2] ?? match[3] ?? '');
}
