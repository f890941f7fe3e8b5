import { extname } from 'node:path';
import { type FileKind, ReadFault, type ReadFaultReason } from '../../tables/grid.js';
import { headOf, type SourceFile } from './source-file.js';
import { bareUtf16, byteOrderMark, decoderOf, withoutMark } from './text-encoding.js';
import { fileSource } from './xlsx/byte-source.js';
import { withFile } from './xlsx/fault.js';
import { XLSX_LIMITS } from './xlsx/limits.js';
import { readDirectory } from './xlsx/zip-directory.js';

/** Bytes at the beginning that are looked at. */
const HEAD = 65_536;

/** First bytes, in hexadecimal, of formats that hold no table we read. */
const FOREIGN: readonly { readonly magic: string; readonly reason: ReadFaultReason; readonly what: string }[] = [
  { magic: '25504446', reason: 'pdf', what: 'pdf' },
  { magic: '89504e47', reason: 'picture', what: 'png' },
  { magic: 'ffd8ff', reason: 'picture', what: 'jpeg' },
  { magic: '47494638', reason: 'picture', what: 'gif' },
  { magic: '49492a00', reason: 'picture', what: 'tiff' },
  { magic: '4d4d002a', reason: 'picture', what: 'tiff' },
  { magic: '52617221', reason: 'archive', what: 'rar' },
  { magic: '377abcaf271c', reason: 'archive', what: '7z' },
  { magic: '1f8b', reason: 'archive', what: 'gzip' },
  { magic: '425a68', reason: 'archive', what: 'bzip2' },
  { magic: 'fd377a585a00', reason: 'archive', what: 'xz' },
  { magic: '504b0506', reason: 'archive', what: 'zip' },
  { magic: '504b0708', reason: 'archive', what: 'zip' },
  { magic: '7b5c727466', reason: 'word', what: 'rtf' },
];

/**
 * Says what a file is, from its bytes and never from its name. Throws ReadFault for what is known and no table
 * (`picture`, `pdf`, `word`, `slides`, `xlsb`, `archive`), for an `encrypted` or `truncated` package, and
 * `unknown-format` for bytes that mean nothing.
 */
export async function recognise(file: SourceFile): Promise<FileKind> {
  const head = await headOf(file, HEAD);
  const start = head.subarray(0, 16).toString('hex');
  if (start.startsWith('504b0304')) return recogniseZip(file);
  if (start.startsWith('d0cf11e0')) return 'xls';
  for (const { magic, reason, what } of FOREIGN)
    if (start.startsWith(magic)) throw new ReadFault(reason, file.path, what);
  if (isPicture(head)) throw new ReadFault('picture', file.path);
  if (isBareBiff(head)) return 'xls';
  return recogniseText(file, head);
}

/** BMP, WebP and HEIC need more than their first bytes: a text may begin with BM or RIFF. */
function isPicture(head: Buffer): boolean {
  if (head.length < 16) return false;
  if (head.toString('latin1', 0, 2) === 'BM') return head.readUInt32LE(6) === 0 && head.readUInt32LE(14) <= 124;
  if (head.toString('latin1', 0, 4) === 'RIFF') return head.toString('latin1', 8, 12) === 'WEBP';
  return /^ftyp(heic|heix|mif1|avif|msf1)/.test(head.toString('latin1', 4, 12));
}

/** BOF record of a stream that was never packed into a compound file. */
function isBareBiff(head: Buffer): boolean {
  if (head.length < 8 || head.readUInt8(0) !== 0x09) return false;
  const version = head.readUInt8(1);
  const length = head.readUInt16LE(2);
  return [0x00, 0x02, 0x04, 0x08].includes(version) && length >= 4 && length <= 32;
}

async function recogniseZip(file: SourceFile): Promise<FileKind> {
  const source = await fileSource(file.path);
  try {
    const directory = await readDirectory(source, XLSX_LIMITS);
    const names = directory.entries.map((entry) => entry.name.toLowerCase());
    const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
    if (has(/^xl\/workbook\d*\.bin$/)) throw new ReadFault('xlsb', file.path);
    const office = has(/^xl\//) || has(/(^|\/)workbook\d*\.xml$/);
    if (!office && has(/^word\/.*\.xml$/)) throw new ReadFault('word', file.path, 'docx');
    if (!office && has(/^ppt\/.*\.xml$/)) throw new ReadFault('slides', file.path, 'pptx');
    if (!office && has(/^index\/.*\.iwa$|^index\.zip$/)) throw new ReadFault('iwork', file.path);
    const parcel = office || has(/^\[content_types\]\.xml$/) || has(/^mimetype$/);
    if (directory.entries.some((entry) => entry.encrypted)) throw new ReadFault('encrypted', file.path, 'zip');
    if (!parcel) throw new ReadFault('archive', file.path, 'zip');
    return has(/^mimetype$/) && has(/^content\.xml$/) ? 'ods' : 'xlsx';
  } catch (error) {
    throw withFile(error, file.path);
  } finally {
    await source.close();
  }
}

function recogniseText(file: SourceFile, head: Buffer): FileKind {
  const mark = byteOrderMark(head);
  const encoding = mark?.encoding ?? bareUtf16(head);
  // Names in markup are ASCII, so that Latin-1 shows them in every encoding but UTF-16.
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const text = withoutMark(
    wide ? decoderOf(encoding, false).decode(head) : head.subarray(mark?.length ?? 0).toString('latin1'),
  );
  if (encoding === null && looksBinary(head))
    throw new ReadFault(isTextWithZeros(head) ? 'nul-bytes' : 'unknown-format', file.path);
  if (/^\s*$/.test(text) && file.bytes <= HEAD) throw new ReadFault('blank', file.path);
  const markup = /^\s*</.test(text) ? recogniseMarkup(file, text) : null;
  if (markup !== null) return markup;
  if (/^MIME-Version:/i.test(text)) throw new ReadFault('web-archive', file.path);
  if (/^ID;P[A-Z]/.test(text)) throw new ReadFault('sylk', file.path);
  return 'csv';
}

function recogniseMarkup(file: SourceFile, text: string): FileKind | null {
  const xml = /^\s*<\?xml\b/i.test(text);
  if (/progid="Word\.Document"|schemas\.microsoft\.com\/office\/word\/2003/.test(text) && xml)
    throw new ReadFault('word', file.path, 'xml');
  if (/progid="PowerPoint\.Show"/.test(text)) throw new ReadFault('slides', file.path, 'xml');
  // Its paragraphs are called text:p: before anything is taken for a page.
  if (/^\s*(?:<[?!][^>]*>\s*)*<office:document\b/i.test(text)) throw new ReadFault('flat-ods', file.path);
  if (/<(?:[a-z]+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'xml2003';
  if (
    /<(?:!doctype\s+html|html|head|body|meta|table|thead|tbody|tr|td|th|style|div|font|center|span|p|br)\b/i.test(text)
  )
    return 'html';
  if (/^\s*<svg\b/i.test(text)) throw new ReadFault('picture', file.path, 'svg');
  if (xml) throw new ReadFault('unknown-format', file.path, 'xml');
  return null;
}

/** Zeros, or more than one in fifty control characters that no text has. */
function looksBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  }
  return controls * 50 > head.length;
}

/** A few zeros among what is text in all else: a damaged export, not a format of its own. */
function isTextWithZeros(head: Buffer): boolean {
  const rest = head.filter((byte) => byte !== 0);
  if ((head.length - rest.length) * 20 > head.length || looksBinary(rest)) return false;
  return ['utf-8', 'gb18030'].some((label) => isText(rest, label));
}

function isText(bytes: Uint8Array, label: string): boolean {
  try {
    // The last character of the head may be cut.
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const KINDS_BY_EXTENSION: Readonly<Record<string, readonly FileKind[]>> = {
  '.xlsx': ['xlsx'],
  '.xlsm': ['xlsx'],
  '.xltx': ['xlsx'],
  '.xltm': ['xlsx'],
  '.xls': ['xls'],
  '.xlt': ['xls'],
  '.et': ['xls', 'xlsx'],
  '.ett': ['xls', 'xlsx'],
  '.csv': ['csv'],
  '.tsv': ['csv'],
  '.txt': ['csv'],
  '.xml': ['xml2003'],
  '.html': ['html'],
  '.htm': ['html'],
  '.ods': ['ods'],
};

/** The name's extension where it promises another format than the content; null when it fits or promises nothing. */
export function misleadingExtension(path: string, kind: FileKind): string | null {
  const extension = extname(path).toLowerCase();
  const kinds = KINDS_BY_EXTENSION[extension];
  return kinds === undefined || kinds.includes(kind) ? null : extension;
}
