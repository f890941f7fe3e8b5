import { ReadFault, type ReadRemark, type Sheet } from '../../../tables/grid.js';
import { memorySheet } from '../memory-sheet.js';
import { type BiffRecord, isBof, RECORD, recordAt, versionOf } from './biff-records.js';
import { type BiffGlobals, type BiffSheetContent, readBiffSheet } from './biff-sheet.js';
import { ContinuedBytes, decoderOfCodePage } from './biff-text.js';

export interface LegacyContent {
  readonly sheets: readonly Sheet[];
  readonly remarks: readonly ReadRemark[];
}

/** Rows from which a sheet may have been cut off by the format's limit of 65,536 (FIL-07). */
const NEAR_LIMIT = 65_500;
const VISIBILITY = ['visible', 'hidden', 'very-hidden'] as const;

interface SheetEntry {
  readonly name: string;
  readonly start: number;
  readonly visibility: Sheet['visibility'];
}

interface Book extends BiffGlobals {
  readonly entries: SheetEntry[];
  readonly externalLinks: number;
}

/**
 * Reads the stream of a workbook of Excel 2 to 2003 or WPS (BIFF2–5, 8). Dates by number format, errors as errors,
 * formulas nobody calculated as such. Throws ReadFault `encrypted`, `truncated`, `corrupt` or `no-sheet`.
 */
export function readBiffWorkbook(file: string, stream: Buffer): LegacyContent {
  const first = recordAt(file, stream, 0);
  if (!isBof(first.type)) throw new ReadFault('corrupt', file, 'no beginning of the book');
  const book = readGlobals(file, stream, first);
  if (book.entries.length === 0) throw new ReadFault('no-sheet', file);
  const remarks: ReadRemark[] = [];
  if (book.externalLinks > 0)
    remarks.push({ code: 'FIL-08', sheet: null, params: { kind: 'external-links', count: book.externalLinks } });

  const contents = new Map<SheetEntry, BiffSheetContent>();
  let end = 0;
  for (const entry of [...book.entries].sort((a, b) => a.start - b.start)) {
    // Sheets that lie inside one another would let a small file take for ever.
    if (entry.start < end) throw new ReadFault('corrupt', file, 'sheets overlap');
    const content = readBiffSheet(file, stream, entry.start, book);
    end = content.end;
    contents.set(entry, content);
  }
  const sheets = book.entries.map((entry) => {
    const content = contents.get(entry);
    if (content === undefined) throw new ReadFault('corrupt', file, `sheet ${entry.name}`);
    if (content.rows.length >= NEAR_LIMIT)
      remarks.push({ code: 'FIL-07', sheet: entry.name, params: { rows: content.rows.length, limit: 65_536 } });
    return memorySheet(file, { ...content, name: entry.name, visibility: entry.visibility });
  });
  return { sheets, remarks };
}

class GlobalsScan {
  readonly #file: string;
  readonly #version: number;
  codePage = 1252;
  date1904 = false;
  strings: string[] = [];
  readonly styleFormats: number[] = [];
  readonly styleFonts: number[] = [];
  readonly struckFonts = new Set<number>();
  #fontCount = 0;
  readonly formats = new Map<number, string>();
  readonly bounds: { readonly start: number; readonly visibility: number; readonly name: Buffer }[] = [];
  externalLinks = 0;
  #formatCount = 0;

  constructor(file: string, version: number) {
    this.#file = file;
    this.#version = version;
  }

  take(record: BiffRecord, stream: Buffer): void {
    const { type, data } = record;
    switch (type) {
      case RECORD.filePass:
        throw new ReadFault('encrypted', this.#file, 'xls');
      case RECORD.codePage:
        this.codePage = data.readUInt16LE(0);
        return;
      case RECORD.dateMode:
        this.date1904 = data.readUInt16LE(0) === 1;
        return;
      case RECORD.boundSheet:
        // Charts, macro sheets and modules hold no table.
        if (data.readUInt8(5) === 0)
          this.bounds.push({ start: data.readUInt32LE(0), visibility: data.readUInt8(4) & 3, name: data.subarray(6) });
        return;
      case RECORD.supBook:
        if (data.length > 4) this.externalLinks++;
        return;
      case RECORD.sharedStrings:
        this.strings = readSharedStrings(this.#file, stream, record);
        return;
      case 0x041e:
        this.#format(data);
        return;
      case 0x001e:
        this.formats.set(this.#formatCount++, data.toString('latin1', 1, 1 + data.readUInt8(0)));
        return;
      case 0x0031: // FONT of BIFF5 and 8, without a fifth: number 4 is not used
        if (this.#fontCount === 4) this.#fontCount++;
        if ((data.readUInt16LE(2) & 0x0008) !== 0) this.struckFonts.add(this.#fontCount);
        this.#fontCount++;
        return;
      case 0x00e0: // XF of BIFF5 and 8
        this.styleFonts[this.styleFormats.length] = data.readUInt16LE(0);
        this.styleFormats.push(data.readUInt16LE(2));
        return;
      case 0x0243: // XF of BIFF3 and 4
      case 0x0443:
        this.styleFormats.push(data.readUInt8(1));
        return;
    }
  }

  #format(data: Buffer): void {
    if (this.#version === 4) this.formats.set(this.#formatCount++, data.toString('latin1', 3, 3 + data.readUInt8(2)));
    else if (this.#version === 5)
      this.formats.set(data.readUInt16LE(0), this.#decode(data.subarray(3, 3 + data.readUInt8(2))));
    else this.formats.set(data.readUInt16LE(0), new ContinuedBytes(this.#file, [data.subarray(2)]).string());
  }

  #decode(bytes: Buffer): string {
    return decoderOfCodePage(this.codePage)(bytes);
  }
}

function readGlobals(file: string, stream: Buffer, first: BiffRecord): Book {
  const version = versionOf(first);
  const workspace = version === 4 && (first.data.readUInt16LE(2) & 0x0100) !== 0;
  const scan = new GlobalsScan(file, version);
  const nested: { readonly start: number; readonly name: Buffer }[] = [];
  let header: Buffer = Buffer.alloc(0);
  let record = first;
  for (let depth = 1; depth > 0; ) {
    record = recordAt(file, stream, record.end);
    if (isBof(record.type)) {
      if (workspace && depth === 1) nested.push({ start: record.start, name: header });
      depth++;
    } else if (record.type === RECORD.eof) depth--;
    else if (record.type === 0x008f) header = record.data.subarray(5);
    else scan.take(record, stream);
  }
  const decode = decoderOfCodePage(scan.codePage);
  return {
    version,
    date1904: scan.date1904,
    decode,
    strings: scan.strings,
    styleFormats: scan.styleFormats,
    struckStyles: new Set(scan.styleFonts.flatMap((font, style) => (scan.struckFonts.has(font) ? [style] : []))),
    formats: scan.formats,
    externalLinks: scan.externalLinks,
    entries: sheetEntries(file, scan, version, workspace ? nested : null, decode),
  };
}

function sheetEntries(
  file: string,
  scan: GlobalsScan,
  version: number,
  nested: readonly { readonly start: number; readonly name: Buffer }[] | null,
  decode: (bytes: Buffer) => string,
): SheetEntry[] {
  if (nested !== null)
    return nested.map(({ start, name }, i) => ({
      start,
      name: decode(name) || `Sheet${i + 1}`,
      visibility: 'visible',
    }));
  // Before BIFF5 the stream is the sheet.
  if (version < 5) return [{ start: 0, name: 'Sheet1', visibility: 'visible' }];
  return scan.bounds.map(({ start, visibility, name }) => ({
    start,
    visibility: VISIBILITY[visibility] ?? 'visible',
    name: version === 8 ? shortString(file, name) : decode(name.subarray(1, 1 + name.readUInt8(0))),
  }));
}

/** ShortXLUnicodeString: length in one byte, then the width flag. */
function shortString(file: string, data: Buffer): string {
  const length = data.readUInt8(0);
  const wide = (data.readUInt8(1) & 1) !== 0;
  const end = 2 + (wide ? length * 2 : length);
  if (end > data.length) throw new ReadFault('corrupt', file, 'sheet name');
  return data.toString(wide ? 'utf16le' : 'latin1', 2, end);
}

function readSharedStrings(file: string, stream: Buffer, first: BiffRecord): string[] {
  const parts = [first.data.subarray(8)];
  for (let next = recordAt(file, stream, first.end); next.type === RECORD.continued; ) {
    parts.push(next.data);
    next = recordAt(file, stream, next.end);
  }
  const count = first.data.readUInt32LE(4);
  const reader = new ContinuedBytes(file, parts);
  const strings: string[] = [];
  while (strings.length < count && !reader.finished) strings.push(reader.string());
  return strings;
}
