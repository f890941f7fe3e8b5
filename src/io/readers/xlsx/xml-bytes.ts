/** The bytes of ASCII that the scanners meet. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const AMP = 38;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const LT = 60;
export const EQ = 61;
export const GT = 62;
export const UPPER_A = 65;
export const UPPER_Z = 90;
export const LOWER_C = 99;
export const LOWER_F = 102;
export const LOWER_H = 104;
export const LOWER_I = 105;
export const LOWER_R = 114;
export const LOWER_S = 115;
export const LOWER_T = 116;
export const LOWER_V = 118;

const APOSTROPHE = 39;

export function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === TAB;
}

/** Whether the ASCII `text` stands at `at`. */
export function standsAt(buf: Buffer, at: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) if (buf[at + k] !== text.charCodeAt(k)) return false;
  return true;
}

/** Position after the `>` of the tag that starts at `at` (quoted `>` do not count), −1 when it lies past `end`. */
export function tagEnd(buf: Buffer, at: number, end: number): number {
  let quote = 0;
  for (let i = at; i < end; i++) {
    const byte = buf[i] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GT) return i + 1;
  }
  return -1;
}

/** Position of the `<` after text, or of the first control character, which no XML may hold. */
export function endOfText(buf: Buffer, at: number): number {
  let i = at;
  for (;;) {
    const byte = buf[i] as number;
    if (byte === LT || (byte < SPACE && !isSpace(byte))) return i;
    i++;
  }
}

/**
 * Position after the opening quote of the attribute whose name starts at `at`; the negated position where it is not
 * spelt in the usual way, or is a namespace declaration.
 */
export function valueOfAttribute(buf: Buffer, at: number): number {
  if (standsAt(buf, at, 'xmlns')) return -at;
  let i = at;
  while (isNameByte(buf[i] as number)) i++;
  return i > at && buf[i] === EQ && buf[i + 1] === QUOTE ? i + 2 : -i;
}

/** Position of the closing quote, or of what must not stand in a plain value. */
export function endOfValue(buf: Buffer, at: number): number {
  let i = at;
  for (;;) {
    const byte = buf[i] as number;
    if (byte === QUOTE || byte === LT || byte === AMP || byte < SPACE) return i;
    i++;
  }
}

function isNameByte(byte: number): boolean {
  return (
    (byte >= 97 && byte <= 122) ||
    (byte >= UPPER_A && byte <= UPPER_Z) ||
    (byte >= ZERO && byte <= COLON) ||
    byte === MINUS ||
    byte === DOT ||
    byte === 95
  );
}
