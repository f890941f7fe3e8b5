import { ReadFault } from '../../../tables/grid.js';
import { chunksOf, headOf, type SourceFile } from '../source-file.js';
import {
  bareUtf16,
  byteOrderMark,
  countReplaced,
  decoderOf,
  type EncodingName,
  encodingNamed,
  withoutMark,
} from '../text-encoding.js';

export interface CsvEncoding {
  readonly encoding: EncodingName;
  /** Nothing in the file says so and nobody asked for it. */
  readonly guessed: boolean;
  /** U+FFFD in the decoded text: characters that are lost, now or before. */
  readonly replaced: number;
}

/**
 * Byte order mark, then strict UTF-8, then strict GB18030 over the whole file: a short look would cut a character.
 * An encoding that is named or marked is believed, and bad bytes become U+FFFD, which are counted.
 * Throws ReadFault `truncated` when the last character is cut, `encoding` when nothing fits or the asked name is none we read.
 */
export async function findCsvEncoding(file: SourceFile, asked: string | undefined): Promise<CsvEncoding> {
  if (asked !== undefined) {
    const encoding = encodingNamed(asked);
    if (encoding === null) throw new ReadFault('encoding', file.path, `unknown encoding ${asked}`);
    return { encoding, guessed: false, replaced: (await countIn(file, encoding, false)) ?? 0 };
  }
  const head = await headOf(file, 4096);
  const known = byteOrderMark(head)?.encoding ?? bareUtf16(head);
  if (known !== null) return { encoding: known, guessed: false, replaced: (await countIn(file, known, false)) ?? 0 };
  const utf8 = await countIn(file, 'utf-8', true);
  if (utf8 !== null) return { encoding: 'utf-8', guessed: false, replaced: utf8 };
  // Cut UTF-8 often is valid GB18030 too, and nonsense.
  if (await isCut(file, 'utf-8', WIDE_ENOUGH)) throw new ReadFault('truncated', file.path, 'half a character');
  const gb18030 = await countIn(file, 'gb18030', true);
  if (gb18030 !== null) return { encoding: 'gb18030', guessed: true, replaced: gb18030 };
  throw new ReadFault((await isCut(file, 'gb18030', 0)) ? 'truncated' : 'encoding', file.path);
}

/** Number of U+FFFD in the text; null when `strict` and the bytes are no such text. */
async function countIn(file: SourceFile, encoding: EncodingName, strict: boolean): Promise<number | null> {
  try {
    let count = 0;
    for await (const text of decodedText(file, encoding, strict)) count += countReplaced(text);
    return count;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** So many characters beyond ASCII make UTF-8 certain. */
const WIDE_ENOUGH = 4;

/** Whether the text is good, with `wide` characters beyond ASCII at least, but for half a character at its very end. */
async function isCut(file: SourceFile, encoding: EncodingName, wide: number): Promise<boolean> {
  try {
    const decoder = decoderOf(encoding, true);
    let found = 0;
    for await (const chunk of chunksOf(file)) {
      const text = decoder.decode(chunk, { stream: true });
      if (found < wide) found += text.replace(/[\x00-\x7f]+/g, '').length;
    }
    return found >= wide;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The file as text, chunk by chunk, without its byte order mark. Characters are never cut. */
export async function* decodedText(file: SourceFile, encoding: EncodingName, strict: boolean): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, strict);
  let first = true;
  for await (const chunk of chunksOf(file)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text === '') continue;
    yield first ? withoutMark(text) : text;
    first = false;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
