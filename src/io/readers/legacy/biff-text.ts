import { ReadFault } from '../../../tables/grid.js';

/** Text of BIFF2–5 is in the code page of the book; Chinese ones are all subsets of GB18030. */
export function decoderOfCodePage(codePage: number): (bytes: Buffer) => string {
  const label = codePageLabel(codePage);
  return (bytes) => new TextDecoder(label).decode(bytes);
}

function codePageLabel(codePage: number): string {
  switch (codePage) {
    case 936:
    case 54936:
      return 'gb18030';
    case 950:
      return 'big5';
    case 932:
      return 'shift_jis';
    case 949:
      return 'euc-kr';
    case 1200:
      return 'utf-16le';
    case 65001:
      return 'utf-8';
    default:
      return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252';
  }
}

/**
 * Reads BIFF8 strings that may run on into CONTINUE records ([MS-XLS] 2.5.293). Inside the characters each CONTINUE
 * begins with a new width byte; elsewhere the bytes simply go on.
 */
export class ContinuedBytes {
  readonly #file: string;
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor(file: string, parts: readonly Buffer[]) {
    this.#file = file;
    this.#parts = parts;
  }

  get finished(): boolean {
    this.#settle();
    return this.#part >= this.#parts.length;
  }

  byte(): number {
    const part = this.#current();
    return part.readUInt8(this.#at++);
  }

  word(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return this.word() + this.word() * 0x10000;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const step = Math.min(left, this.#current().length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** XLUnicodeRichExtendedString: rich runs and phonetic data are left out. */
  string(): string {
    const length = this.word();
    const flags = this.byte();
    const runs = (flags & 8) !== 0 ? this.word() : 0;
    const extension = (flags & 4) !== 0 ? this.long() : 0;
    const text = this.#characters(length, (flags & 1) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  #characters(length: number, firstWide: boolean): string {
    let wide = firstWide;
    let text = '';
    for (let left = length; left > 0; ) {
      if (this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
        this.#current();
        wide = (this.byte() & 1) !== 0;
      }
      const part = this.#current();
      const available = (part.length - this.#at) >> (wide ? 1 : 0);
      if (available === 0) throw new ReadFault('corrupt', this.#file, 'cut character');
      const count = Math.min(left, available);
      const end = this.#at + (wide ? count * 2 : count);
      text += part.toString(wide ? 'utf16le' : 'latin1', this.#at, end);
      this.#at = end;
      left -= count;
    }
    return text;
  }

  #settle(): void {
    while (this.#part < this.#parts.length && this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part++;
      this.#at = 0;
    }
  }

  #current(): Buffer {
    this.#settle();
    const part = this.#parts[this.#part];
    if (part === undefined) throw new ReadFault('truncated', this.#file, 'string runs past its records');
    return part;
  }
}
