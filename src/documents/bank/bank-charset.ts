let gbk: Set<string> | undefined;

/** Characters of GBK: every two-byte code, as the platform's own decoder reads it. Built when first asked for. */
function gbkCharacters(): Set<string> {
  if (gbk !== undefined) return gbk;
  gbk = new Set();
  const decoder = new TextDecoder('gb18030');
  const bytes = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    // The last row is full in GB18030 only: 䶮 is there, and banks' GBK does not have it.
    for (let trail = 0x40; trail <= (lead === 0xfe ? 0x4f : 0xfe); trail++) {
      if (trail === 0x7f) continue;
      bytes[0] = lead;
      bytes[1] = trail;
      const character = decoder.decode(bytes);
      const code = character.codePointAt(0) ?? 0;
      const isPrivate = code >= 0xe000 && code <= 0xf8ff;
      if (character.length === 1 && code !== 0xfffd && !isPrivate) gbk.add(character);
    }
  return gbk;
}

/** First character of a text that the character set does not have; null when it has them all. */
export function unsupportedCharacter(text: string, charset: 'unicode' | 'gbk'): string | null {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f || code === 0xfffd) return character;
    if (charset === 'gbk' && code > 0x7e && !gbkCharacters().has(character)) return character;
  }
  return null;
}

/** Length of a text in bytes: one an ASCII character, two any other in GBK, three or four in UTF-8. */
export function byteLength(text: string, charset: 'unicode' | 'gbk'): number {
  if (charset === 'unicode') return new TextEncoder().encode(text).length;
  let bytes = 0;
  for (const character of text) bytes += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return bytes;
}
