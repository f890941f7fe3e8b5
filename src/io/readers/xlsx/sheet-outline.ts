import type { MergeRange } from '../../../tables/grid.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { type XmlElement, type XmlEvents, isSpreadsheetMl, isTrue } from './xml-reader.js';

/** What must be known of a sheet before its rows are read. */
export interface SheetOutline {
  readonly merges: readonly MergeRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly filtered: boolean;
  /** Whether every row number is larger than the one before. */
  readonly ordered: boolean;
  /** Where the rows stand in the inflated part, when the byte scanner can read them; null asks for the exact parser. */
  readonly rows: RowBytes | null;
}

export interface RowBytes {
  readonly start: number;
  readonly end: number;
  /** The root's start tag, for the namespaces it declares. */
  readonly rootTag: string;
  /** Namespace prefix to leave out of all tags; the positions count without it. */
  readonly prefix: string | null;
}

/** Thrown when the quick way cannot be sure; the exact one then starts over. */
export class NeedsExactParser extends Error {
  /** A prefix without which the quick way can be tried once more. */
  readonly prefix: string | null;

  constructor(prefix: string | null = null) {
    super('needs the exact parser');
    this.prefix = prefix;
  }
}

/** Tries the quick way, then without the prefix it found in the way, then the exact one. */
export async function quickOrExact<T>(
  quickly: (prefix: string | null) => Promise<T>,
  exactly: () => Promise<T>,
): Promise<T> {
  let prefix: string | null = null;
  do {
    try {
      return await quickly(prefix);
    } catch (error) {
      if (!(error instanceof NeedsExactParser)) throw error;
      prefix = error.prefix;
    }
  } while (prefix !== null);
  return exactly();
}

/** Collects the outline from everything around the rows. */
export class OutlineEvents implements XmlEvents {
  readonly #limits: XlsxLimits;
  readonly #part: string;
  #depth = 0;
  #filterColumn = 0;
  #rowsSeen = 0;
  readonly merges: MergeRange[] = [];
  readonly hiddenColumns: number[] = [];
  filtered = false;

  constructor(limits: XlsxLimits, part: string) {
    this.#limits = limits;
    this.#part = part;
  }

  open(element: XmlElement): void {
    this.#depth++;
    const name = isSpreadsheetMl(element.uri) ? element.local : '';
    if (this.#depth === 1 && name !== 'worksheet') {
      throw new PartFault('corrupt', `${this.#part} is no worksheet but ${element.local}`);
    }
    if (this.#filterColumn > 0) {
      this.#filterColumn++;
      this.filtered = true;
    }
    switch (name) {
      case 'sheetData':
        if (this.#depth === 2) this.#rowsSeen++;
        return;
      case 'sheetPr':
        this.filtered ||= isTrue(element.attribute('filterMode'));
        return;
      case 'filterColumn':
        this.#filterColumn ||= 1;
        return;
      case 'col':
        this.#column(element);
        return;
      case 'mergeCell':
        this.#merge(element.attribute('ref') ?? '');
        return;
      default:
    }
  }

  close(): void {
    this.#depth--;
    if (this.#filterColumn > 0) this.#filterColumn--;
  }

  text(): void {
    // Nothing outside the cells is told by text.
  }

  /** Throws PartFault `corrupt` unless the sheet had its one list of rows: an empty sheet is never made up. */
  end(): void {
    if (this.#rowsSeen !== 1) throw new PartFault('corrupt', `${this.#part}: ${this.#rowsSeen} lists of rows`);
  }

  #column(element: XmlElement): void {
    const width = element.attribute('width');
    if (!isTrue(element.attribute('hidden')) && (width === undefined || Number(width) !== 0)) return;
    const first = Math.max(1, Number(element.attribute('min') ?? 0));
    const last = Math.min(this.#limits.columns, Number(element.attribute('max') ?? 0));
    for (let column = first; column <= last; column++) this.hiddenColumns.push(column - 1);
    if (this.hiddenColumns.length > 4 * this.#limits.columns) throw new PartFault('bomb', 'hidden columns');
  }

  #merge(ref: string): void {
    const parts = /^\s*\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\s*$/i.exec(ref);
    if (parts === null) throw new PartFault('corrupt', `merged range ${ref.slice(0, 30)}`);
    const [, columnA = '', rowA = '', columnB = columnA, rowB = rowA] = parts;
    const columns = [columnNumber(columnA), columnNumber(columnB)];
    const rows = [Number(rowA), Number(rowB)];
    if (this.merges.length >= this.#limits.merges) throw new PartFault('bomb', 'merged ranges');
    this.merges.push({
      firstRow: Math.min(...rows),
      lastRow: Math.max(...rows),
      firstColumn: Math.min(...columns),
      lastColumn: Math.max(...columns),
    });
  }
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Notes which rows are hidden and whether they come in order. */
export class RowCensus {
  readonly #limits: XlsxLimits;
  #last = 0;
  ordered = true;
  readonly hiddenRows: number[] = [];

  constructor(limits: XlsxLimits) {
    this.#limits = limits;
  }

  add(row: number, hidden: boolean): void {
    if (row > this.#limits.rows) throw new PartFault('bomb', `row ${row}`);
    if (row <= this.#last) this.ordered = false;
    this.#last = row;
    if (hidden) this.hiddenRows.push(row);
  }
}
