import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { PartParser } from './exact-sheet.js';
import { withoutPrefix } from './prefix.js';
import { quickOrExact } from './sheet-outline.js';
import { StringScanner } from './string-scanner.js';
import { isSpreadsheetMl, type XmlElement, type XmlEvents } from './xml-reader.js';
import { RichText } from './rich-text.js';
import type { ShownCell } from '../../../tables/grid.js';
import { StringTable } from './string-table.js';

/** The string table: rich runs joined, phonetic runs left out. `chunks` gives the inflated part from its start. */
export async function readSharedStrings(
  chunks: () => AsyncIterable<Buffer>,
  part: string,
  limits: XlsxLimits,
): Promise<readonly (string | ShownCell)[]> {
  const quickly = async (prefix: string | null): Promise<readonly (string | ShownCell)[]> => {
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
): Promise<readonly (string | ShownCell)[]> {
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
  #item: RichText | null = null;

  constructor(table: StringTable, part: string) {
    this.#table = table;
    this.#part = part;
  }

  open(element: XmlElement): void {
    const name = isSpreadsheetMl(element.uri) ? element.local : '';
    if (this.#depth === 0 && name !== 'sst') throw new PartFault('corrupt', `${this.#part} is no string table`);
    this.#depth++;
    if (name === 'si' && this.#depth === 2) this.#item = new RichText();
    else this.#item?.open(name, element);
  }

  close(local: string, uri: string): void {
    this.#depth--;
    const name = isSpreadsheetMl(uri) ? local : '';
    if (name === 'si' && this.#depth === 1) {
      this.#table.add(this.#item?.result() ?? '');
      this.#item = null;
    } else this.#item?.close(name);
  }

  text(text: string): void {
    this.#item?.text(text);
  }
}
