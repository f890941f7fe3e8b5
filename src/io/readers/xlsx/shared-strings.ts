import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { PartParser } from './exact-sheet.js';
import { withoutPrefix } from './prefix.js';
import { quickOrExact } from './sheet-outline.js';
import { StringScanner } from './string-scanner.js';
import { isSpreadsheetMl, type XmlElement, type XmlEvents } from './xml-reader.js';
import { unescapeXstring } from './xml-text.js';

/** Collects the texts, within the limits of memory. */
export class StringTable {
  readonly #limits: XlsxLimits;
  readonly texts: string[] = [];
  #chars = 0;

  constructor(limits: XlsxLimits) {
    this.#limits = limits;
  }

  add(text: string): void {
    this.#chars += text.length;
    if (text.length > this.#limits.cellText)
      throw new PartFault('cell-too-long', `a cell of ${text.length} characters`);
    if (this.texts.length >= this.#limits.strings || this.#chars > this.#limits.stringChars) {
      throw new PartFault('bomb', `${this.texts.length} shared strings of ${this.#chars} characters`);
    }
    this.texts.push(text);
  }
}

/** The string table: rich runs joined, phonetic runs left out. `chunks` gives the inflated part from its start. */
export async function readSharedStrings(
  chunks: () => AsyncIterable<Buffer>,
  part: string,
  limits: XlsxLimits,
): Promise<readonly string[]> {
  const quickly = async (prefix: string | null): Promise<readonly string[]> => {
    const table = new StringTable(limits);
    const scanner = new StringScanner(table, prefix);
    for await (const chunk of prefix === null ? chunks() : withoutPrefix(chunks(), prefix)) scanner.push(chunk);
    scanner.finish();
    return table.texts;
  };
  return quickOrExact(quickly, () => readStringsExactly(chunks, part, limits));
}

/** The same through the exact parser. */
export async function readStringsExactly(
  chunks: () => AsyncIterable<Buffer>,
  part: string,
  limits: XlsxLimits,
): Promise<readonly string[]> {
  const table = new StringTable(limits);
  const parser = new PartParser(new StringEvents(table, part), part);
  for await (const chunk of chunks()) parser.push(chunk);
  parser.finish();
  return table.texts;
}

class StringEvents implements XmlEvents {
  readonly #table: StringTable;
  readonly #part: string;
  #depth = 0;
  #item: string | null = null;
  #run: string | null = null;
  #phonetic = 0;

  constructor(table: StringTable, part: string) {
    this.#table = table;
    this.#part = part;
  }

  open(element: XmlElement): void {
    const name = isSpreadsheetMl(element.uri) ? element.local : '';
    if (this.#depth === 0 && name !== 'sst') throw new PartFault('corrupt', `${this.#part} is no string table`);
    this.#depth++;
    if (this.#phonetic > 0) this.#phonetic++;
    else if (name === 'si' && this.#depth === 2) this.#item = '';
    else if (name === 'rPh') this.#phonetic = 1;
    else if (name === 't' && this.#item !== null) this.#run = '';
  }

  close(local: string, uri: string): void {
    this.#depth--;
    if (this.#phonetic > 0) {
      this.#phonetic--;
      return;
    }
    const name = isSpreadsheetMl(uri) ? local : '';
    if (name === 't' && this.#run !== null) {
      this.#item = (this.#item ?? '') + unescapeXstring(this.#run);
      this.#run = null;
    } else if (name === 'si' && this.#depth === 1) {
      this.#table.add(this.#item ?? '');
      this.#item = null;
    }
  }

  text(text: string): void {
    if (this.#run !== null && this.#phonetic === 0) this.#run += text;
  }
}
