import { isUtf8 } from 'node:buffer';
import { PartFault } from './fault.js';

/** Proves that chunks, cut anywhere, are UTF-8. Throws PartFault `corrupt`: damaged characters are never guessed. */
export class Utf8Check {
  #carry: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): void {
    let from = 0;
    if (this.#carry.length > 0) {
      while (from < chunk.length && from < 3 && isContinuation(chunk[from])) from++;
      const joined = Buffer.concat([this.#carry, chunk.subarray(0, from)]);
      if (from === chunk.length && joined.length < 4 && !isUtf8(joined)) {
        this.#carry = joined;
        return;
      }
      this.#expect(joined);
    }
    const to = Math.max(from, completeEnd(chunk));
    this.#carry = Buffer.from(chunk.subarray(to));
    this.#expect(chunk.subarray(from, to));
  }

  end(): void {
    this.#expect(this.#carry);
  }

  #expect(bytes: Buffer): void {
    if (bytes.length > 0 && !isUtf8(bytes)) throw new PartFault('corrupt', 'bytes that are no UTF-8');
  }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Where the last character begins if it is cut off, else the end. */
function completeEnd(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}
