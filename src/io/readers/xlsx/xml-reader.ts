import { SaxesParser, type SaxesTagNS } from 'saxes';
import { PartFault } from './fault.js';
import { XmlDecoder, xmlEncoding } from './xml-encoding.js';

/** An element as the exact parser gives it. */
export interface XmlElement {
  readonly local: string;
  readonly uri: string;
  /** Value of an attribute without a namespace. */
  attribute(name: string): string | undefined;
  /** Value of an attribute in a namespace whose URI ends so. */
  attributeIn(uriEnd: string, name: string): string | undefined;
}

export interface XmlEvents {
  open(element: XmlElement): void;
  close(local: string, uri: string): void;
  text(text: string): void;
}

/** Text without a tag that long is no spreadsheet. */
const LONGEST_PIECE = 16 << 20;

/**
 * The exact XML parser: namespaces, entities, CDATA, comments, well-formedness. Document types are refused, so that no
 * entity of the file's own is ever expanded. Throws PartFault `corrupt`, `truncated` (no end), `entities`, `bomb`.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  #sinceEvent = 0;
  #closing = false;

  constructor(events: XmlEvents, part: string) {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new PartFault(this.#closing ? 'truncated' : 'corrupt', `${part}: ${error.message}`);
    });
    parser.on('doctype', () => {
      throw new PartFault('entities', `${part}: document type declaration`);
    });
    parser.on('opentag', (tag) => {
      this.#sinceEvent = 0;
      events.open(elementOf(tag));
    });
    parser.on('closetag', (tag) => {
      this.#sinceEvent = 0;
      events.close(tag.local, tag.uri);
    });
    parser.on('text', (text) => events.text(text));
    parser.on('cdata', (text) => events.text(text));
  }

  write(text: string): void {
    this.#sinceEvent += text.length;
    this.#parser.write(text);
    if (this.#sinceEvent > LONGEST_PIECE) throw new PartFault('bomb', `${this.#sinceEvent} characters without a tag`);
  }

  /** Declares the end: every element must have been closed. */
  end(): void {
    this.#closing = true;
    this.#parser.close();
  }
}

function elementOf(tag: SaxesTagNS): XmlElement {
  return {
    local: tag.local,
    uri: tag.uri,
    attribute: (name) => tag.attributes[name]?.value,
    attributeIn: (uriEnd, name) =>
      Object.values(tag.attributes).find((one) => one.local === name && one.uri.endsWith(uriEnd))?.value,
  };
}

/** Parses a small part that is in memory as a whole. */
export function readXml(bytes: Buffer, part: string, events: Partial<XmlEvents>): void {
  const encoding = xmlEncoding(bytes);
  const decoder = new XmlDecoder(encoding);
  const text = decoder.decode(bytes.subarray(encoding.mark)) + decoder.end();
  const nothing = (): undefined => undefined;
  const reader = new XmlReader(
    { open: events.open ?? nothing, close: events.close ?? nothing, text: events.text ?? nothing },
    part,
  );
  reader.write(text);
  reader.end();
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Whether an element belongs to SpreadsheetML, transitional or strict. A writer that names no namespace means it. */
export function isSpreadsheetMl(uri: string): boolean {
  return uri === TRANSITIONAL || uri === STRICT || uri === '';
}

/** `1` and `true`, the two ways XML Schema writes it. */
export function isTrue(value: string | undefined): boolean {
  const text = value?.trim();
  return text === '1' || text === 'true';
}
