import { PartFault } from './fault.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named and the numeric character references. Anything else is damage: there is no DTD. */
export function resolveReferences(text: string): string {
  return text.replace(/&([^;&]{0,12};)?/g, (whole, body: string | undefined) => {
    const name = body?.slice(0, -1) ?? '';
    const named = NAMED[name];
    if (named !== undefined) return named;
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
    if (digits === null) throw new PartFault('corrupt', `character reference ${whole.slice(0, 12)}`);
    const code = digits[1] === undefined ? parseInt(digits[2] ?? '', 10) : parseInt(digits[1], 16);
    if (!isXmlCharacter(code)) throw new PartFault('corrupt', `character reference ${whole}`);
    return String.fromCodePoint(code);
  });
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Undoes `_xHHHH_` (ECMA-376 §22.9.2.19 ST_Xstring); what would leave half a character stays as it stands. */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(plain) ? text : plain;
}

/** Text between two tags as bytes of UTF-8, references and line ends resolved. */
export function plainText(bytes: Buffer, start: number, end: number): string {
  let text = bytes.toString('utf8', start, end);
  // XML 1.0 §2.11: a line end is one line feed, whatever the file holds; only &#13; and _x000D_ are carriage returns.
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('&')) text = resolveReferences(text);
  return text;
}

/** The same with `_xHHHH_` undone. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  return unescapeXstring(plainText(bytes, start, end));
}
