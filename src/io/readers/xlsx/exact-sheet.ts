import { CellValues } from './cell-values.js';
import type { Cell } from '../../../tables/grid.js';
import type { XlsxLimits } from './limits.js';
import { RowAssembly } from './row-assembly.js';
import { RowParser } from './row-parser.js';
import { OutlineEvents, RowCensus, type SheetOutline } from './sheet-outline.js';
import { XmlDecoder, xmlEncoding } from './xml-encoding.js';
import { type XmlElement, type XmlEvents, XmlReader } from './xml-reader.js';

/** Cells whose values nobody asks for. */
export class NoValues extends CellValues {
  constructor(limits: XlsxLimits) {
    super([], [], false, limits);
  }

  override shared(): Cell {
    return null;
  }

  override cell(): Cell {
    return null;
  }
}

/** A sheet part of any encoding, in chunks, through the exact parser. */
export class PartParser {
  readonly #reader: XmlReader;
  #decoder: XmlDecoder | null = null;
  #head: Buffer = Buffer.alloc(0);

  constructor(events: XmlEvents, part: string) {
    this.#reader = new XmlReader(events, part);
  }

  push(chunk: Buffer): void {
    if (this.#decoder !== null) {
      this.#reader.write(this.#decoder.decode(chunk));
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= 256) this.#begin();
  }

  finish(): void {
    const decoder = this.#decoder ?? this.#begin();
    this.#reader.write(decoder.end());
    this.#reader.end();
  }

  #begin(): XmlDecoder {
    const encoding = xmlEncoding(this.#head);
    const decoder = new XmlDecoder(encoding);
    this.#reader.write(decoder.decode(this.#head.subarray(encoding.mark)));
    this.#decoder = decoder;
    return decoder;
  }
}

/** The outline through the exact parser: any encoding, prefixes, comments, rows without numbers. */
export class ExactOutline {
  readonly #census: RowCensus;
  readonly #events: OutlineEvents;
  readonly #parser: PartParser;

  constructor(limits: XlsxLimits, part: string) {
    this.#census = new RowCensus(limits);
    this.#events = new OutlineEvents(limits, part);
    const rows = censusRows(this.#census, limits);
    this.#parser = new PartParser(both(this.#events, new RowParser(rows, new NoValues(limits))), part);
  }

  push(chunk: Buffer): void {
    this.#parser.push(chunk);
  }

  finish(): SheetOutline {
    this.#parser.finish();
    this.#events.end();
    const { merges, hiddenColumns, filtered } = this.#events;
    const { hiddenRows, ordered } = this.#census;
    return { merges, hiddenRows, hiddenColumns, filtered, ordered, rows: null };
  }
}

/** Rows that are only counted. */
export function censusRows(census: RowCensus, limits: XlsxLimits): RowAssembly {
  return new RowAssembly(limits, (row, _cells, hidden) => {
    census.add(row, hidden);
    return true;
  });
}

function both(outline: OutlineEvents, rows: RowParser): XmlEvents {
  return {
    open: (element: XmlElement) => {
      if (!rows.within) outline.open(element);
      rows.open(element);
    },
    close: (local, uri) => {
      rows.close(local, uri);
      if (!rows.within) outline.close();
    },
    text: (text) => rows.text(text),
  };
}
