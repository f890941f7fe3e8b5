import { LT, SLASH, tagEnd } from './xml-bytes.js';

const MAIN = /xmlns:([\w.-]+)\s*=\s*["'][^"']*\/spreadsheetml\/(?:2006\/)?main["']/g;

/**
 * The one prefix that stands for SpreadsheetML in a part whose root is `<prefix:root`, when nothing else does: then the
 * part says the same without it. Null in all other cases. (Writers over the Open XML SDK put `x:` before everything.)
 */
export function onlyPrefix(head: Buffer, root: string): string | null {
  const text = head.toString('latin1', 0, Math.min(head.length, 1 << 16));
  const found = new RegExp(`^(?:\\xef\\xbb\\xbf)?(?:<\\?xml[^>]*>)?\\s*<([A-Za-z_][\\w.-]*):${root}[\\s>]`).exec(text);
  const prefix = found?.[1];
  const at = prefix === undefined ? -1 : text.indexOf(`<${prefix}:`);
  const close = at < 0 ? -1 : tagEnd(head, at, head.length);
  if (prefix === undefined || close < 0) return null;
  const tag = text.slice(at, close);
  const bound = [...tag.matchAll(MAIN)].map((match) => match[1]);
  return bound.length === 1 && bound[0] === prefix && !/\sxmlns\s*=/.test(tag) ? prefix : null;
}

/**
 * The chunks with `<prefix:` and `</prefix:` shortened to `<` and `</`. Only right for bytes without comments, CDATA
 * sections and processing instructions, which the byte scanners refuse anyway.
 */
export async function* withoutPrefix(chunks: AsyncIterable<Buffer>, prefix: string): AsyncGenerator<Buffer> {
  const skipped = Buffer.from(`${prefix}:`);
  let carry = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const data = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    // A tag that may be cut within its prefix waits for the next chunk.
    const open = data.lastIndexOf(LT);
    const end = open >= 0 && data.length - open < skipped.length + 2 ? open : data.length;
    yield shortened(data, end, skipped);
    carry = Buffer.from(data.subarray(end));
  }
  yield shortened(carry, carry.length, skipped);
}

function shortened(data: Buffer, end: number, skipped: Buffer): Buffer {
  const out = Buffer.allocUnsafe(end);
  const count = skipped.length;
  let length = 0;
  for (let i = 0; i < end; i++) {
    const byte = data[i] as number;
    out[length++] = byte;
    if (byte !== LT) continue;
    if (data[i + 1] === SLASH) {
      out[length++] = SLASH;
      i++;
    }
    let k = 0;
    while (k < count && data[i + 1 + k] === skipped[k]) k++;
    if (k === count) i += count;
  }
  return out.subarray(0, length);
}
