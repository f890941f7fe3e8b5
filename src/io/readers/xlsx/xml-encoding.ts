import { TextDecoder } from 'node:util';
import { PartFault } from './fault.js';

/** How the bytes of an XML part become text (XML 1.0 appendix F; parts may be UTF-8 or UTF-16). */
export interface XmlEncoding {
  /** Label for TextDecoder. */
  readonly label: string;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

/** From the first bytes of a part; 100 or so are enough. */
export function xmlEncoding(head: Buffer): XmlEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', mark: 2 };
  if (head[0] === 0x3c && head[1] === 0) return { label: 'utf-16le', mark: 0 };
  if (head[0] === 0 && head[1] === 0x3c) return { label: 'utf-16be', mark: 0 };
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1', 0, 200))?.[1];
  const label = (declared ?? 'utf-8').toLowerCase();
  // A declaration of UTF-16 over bytes that are plainly not UTF-16 is a writer's slip; UTF-8 is then proved by decoding.
  if (label === 'utf8' || label === 'us-ascii' || label.startsWith('utf-16')) return { label: 'utf-8', mark: 0 };
  return { label: /^gb(k|2312|18030)$/.test(label) ? 'gb18030' : label, mark: 0 };
}

/** A strict streaming decoder: a byte that belongs to no character is damage, never U+FFFD. */
export class XmlDecoder {
  readonly #decoder: TextDecoder;

  constructor(encoding: XmlEncoding) {
    try {
      this.#decoder = new TextDecoder(encoding.label, { fatal: true });
    } catch {
      throw new PartFault('unsupported', `XML in encoding ${encoding.label}`);
    }
  }

  /** Text of the next bytes; a character cut by the edge comes with the next call. */
  decode(bytes: Uint8Array): string {
    return this.#strictly(() => this.#decoder.decode(bytes, { stream: true }));
  }

  /** What is left; throws PartFault `corrupt` when a character was cut off. */
  end(): string {
    return this.#strictly(() => this.#decoder.decode());
  }

  #strictly(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw new PartFault('corrupt', 'bytes that are no text in the encoding of the part');
    }
  }
}
