/** The part is written in a way that cannot be changed in place without risk; a rebuilt copy takes its place. */
export class NotEditable extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'NotEditable';
  }
}

/** Where one element stands in its text: `<name …>` from start to openEnd, `</name>` from closeStart to end. */
export interface XmlSlice {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly start: number;
  readonly openEnd: number;
  /** Equal to `end` for `<name/>`. */
  readonly closeStart: number;
  readonly end: number;
}

/**
 * The elements that stand side by side from `from` on, up to the tag that closes what is around them, or `to`.
 * Text is only cut, never parsed and written again, so that everything else stays as it was. Throws NotEditable.
 */
export function siblings(text: string, from = 0, to = text.length): XmlSlice[] {
  const found: XmlSlice[] = [];
  let depth = 0;
  let start = 0;
  let openEnd = 0;
  let name = '';
  for (let at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at)) {
    const next = text.charCodeAt(at + 1);
    if (next === 0x21 || next === 0x3f) {
      at = skipMarkup(text, at);
      continue;
    }
    const end = tagEnd(text, at);
    if (next === 0x2f) {
      if (depth === 0) return found;
      depth--;
      if (depth === 0) found.push({ name, local: localName(name), start, openEnd, closeStart: at, end });
    } else {
      const empty = text.charCodeAt(end - 2) === 0x2f;
      if (depth === 0) {
        start = at;
        openEnd = end;
        name = /^[^\s/>]+/.exec(text.slice(at + 1, Math.min(end, at + 200)))?.[0] ?? '';
        if (empty) found.push({ name, local: localName(name), start, openEnd, closeStart: end, end });
      }
      if (!empty) depth++;
    }
    at = end;
  }
  if (depth > 0) throw new NotEditable('an element does not end');
  return found;
}

/** The elements inside one. */
export function childrenOf(text: string, slice: XmlSlice): XmlSlice[] {
  return siblings(text, slice.openEnd, slice.closeStart);
}

/** The document's own element. Throws NotEditable when there is none. */
export function rootOf(text: string): XmlSlice {
  const [root] = siblings(text);
  if (root === undefined) throw new NotEditable('no element');
  return root;
}

/** `x:` of `x:worksheet`, or nothing. */
export function prefixOf(name: string): string {
  return name.slice(0, name.lastIndexOf(':') + 1);
}

/** Value of an attribute inside a start tag, references resolved; null when it is not there. */
export function attributeOf(tag: string, name: string): string | null {
  const match = new RegExp(`[\\s"']${name.replace(/[.]/g, '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const raw = match?.[1] ?? match?.[2];
  return raw === undefined ? null : resolve(raw);
}

/** The start tag with the attribute set; an old value is replaced. */
export function withAttribute(tag: string, name: string, value: string): string {
  const plain = withoutAttribute(tag, name);
  const at = plain.endsWith('/>') ? plain.length - 2 : plain.length - 1;
  return `${plain.slice(0, at).trimEnd()} ${name}="${value}"${plain.slice(at)}`;
}

/** The start tag without the attribute. */
export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${name.replace(/[.]/g, '\\.')}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
}

/** Character references resolved: for texts and attributes that are only compared or shortened. */
export function resolve(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, named) => {
    if (typeof hex === 'string') return codePoint(parseInt(hex, 16), whole);
    if (typeof decimal === 'string') return codePoint(Number(decimal), whole);
    return NAMED[String(named)] ?? whole;
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function codePoint(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Replacements in one text, given in any order, applied at once. */
export class TextEdits {
  readonly #text: string;
  readonly #edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  toString(): string {
    let result = '';
    let at = 0;
    for (const edit of [...this.#edits].sort((a, b) => a.start - b.start)) {
      result += this.#text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return result + this.#text.slice(at);
  }
}

function skipMarkup(text: string, at: number): number {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    if (end < 0) break;
    return end + close.length;
  }
  throw new NotEditable(`markup ${text.slice(at, at + 12)}`);
}

/** Position after the `>` of the tag at `at`; quoted `>` do not count. */
export function tagEnd(text: string, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i + 1;
  }
  throw new NotEditable('a tag does not end');
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
