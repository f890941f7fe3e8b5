import { TextDecoder } from 'node:util';
import { ReadFault } from '../../tables/grid.js';

/** Names under which an encoding is reported and may be asked for. */
export type EncodingName = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

const BYTE_ORDER_MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: EncodingName }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** Encoding named by a byte order mark, and the mark's length; null without one. */
export function byteOrderMark(head: Buffer): { readonly encoding: EncodingName; readonly length: number } | null {
  for (const { bytes, encoding } of BYTE_ORDER_MARKS)
    if (bytes.every((byte, i) => head[i] === byte)) return { encoding, length: bytes.length };
  return null;
}

/** UTF-16 without a mark: ASCII digits, commas and line ends leave a zero in every second byte. Null when it is not. */
export function bareUtf16(head: Buffer): EncodingName | null {
  const zeros = [0, 0];
  const pairs = Math.min(head.length, 4096) >> 1;
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  if (pairs < 2 || high + low < pairs * 0.1) return null;
  if (high === 0) return 'utf-16le';
  return low === 0 ? 'utf-16be' : null;
}

/** What people call an encoding (`--encoding GBK`, `charset=gb2312`); null for a name that means none we read. */
export function encodingNamed(label: string): EncodingName | null {
  switch (
    label
      .trim()
      .toLowerCase()
      .replace(/[_\s-]/g, '')
  ) {
    case 'utf8':
    case '65001':
      return 'utf-8';
    case 'utf8bom':
    case 'utf8sig':
      return 'utf-8-bom';
    case 'utf16':
    case 'utf16le':
    case 'unicode':
      return 'utf-16le';
    case 'utf16be':
      return 'utf-16be';
    // The label `gbk` loses 䶮 and 㐂 on Node 20; GB18030 holds both older sets.
    case 'gb2312':
    case 'gbk':
    case 'gb18030':
    case 'cp936':
    case 'windows936':
    case 'ms936':
    case 'ansi':
    case '936':
      return 'gb18030';
    case 'big5':
    case 'cp950':
    case '950':
      return 'big5';
    default:
      return null;
  }
}

/** A streaming decoder; `strict` throws TypeError on bytes that are no text. A byte order mark is left out. */
export function decoderOf(encoding: EncodingName, strict: boolean): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: strict });
}

/** U+FEFF at the beginning is a mark; TextDecoder leaves that of GB18030 in. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/**
 * Text of a small file: byte order mark, else what the file declares, else strict UTF-8, else strict GB18030.
 * Throws ReadFault `encoding` when nothing fits. `declared` may be wrong: bytes that are no such text are tried on.
 */
export function decodeWhole(
  file: string,
  bytes: Buffer,
  declared: string | null,
): { readonly text: string; readonly encoding: EncodingName; readonly replaced: number } {
  const mark = byteOrderMark(bytes);
  const named = declared === null ? null : encodingNamed(declared);
  const candidates: (EncodingName | null)[] = [mark?.encoding ?? null, bareUtf16(bytes), named, 'utf-8', 'gb18030'];
  for (const encoding of candidates) {
    if (encoding === null) continue;
    const text = tryDecode(bytes, encoding);
    if (text !== null) return { text, encoding, replaced: countReplaced(text) };
  }
  throw new ReadFault('encoding', file);
}

function tryDecode(bytes: Buffer, encoding: EncodingName): string | null {
  try {
    return withoutMark(decoderOf(encoding, true).decode(bytes));
  } catch {
    return null;
  }
}

/** Number of U+FFFD in a text. */
export function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}
