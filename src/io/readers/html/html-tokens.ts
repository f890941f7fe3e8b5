import { decodeEntities } from './entities.js';

/** A start tag, end tag or piece of text of a clerk's HTML, as browsers would see it. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Elements whose content is no text. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xml']);

/** Cuts HTML into tokens in one pass; what is not well-formed is taken as text, nothing is refused. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (html.startsWith('<!--', open)) {
      // Excel hides its own XML in conditional comments; they are left out like all others.
      at = after(html, '-->', open);
      continue;
    }
    const second = html.charAt(open + 1);
    if (second === '!' || second === '?') {
      at = after(html, '>', open);
      continue;
    }
    if (!/[a-zA-Z/]/.test(second)) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const body = html.slice(open + 1, end);
    at = end + 1;
    const name = /^\/?([a-zA-Z][\w:-]*)/.exec(body)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (body.startsWith('/')) yield { kind: 'close', name };
    else {
      yield { kind: 'open', name, attributes: body.slice(name.length) };
      if (RAW.has(name) && !body.endsWith('/')) {
        const close = closingTag(html, name, at);
        if (name === 'style') yield { kind: 'open', name: '#style', attributes: html.slice(at, close) };
        at = close;
      }
    }
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

/** Position of the tag's `>`, quoted attribute values passed over; the end of the text when it is never closed. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let i = open + 1; i < html.length; i++) {
    const character = html.charAt(i);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return i;
    else if ((character === '"' || character === "'") && html.charAt(i - 1) === '=') quote = character;
  }
  return html.length;
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
