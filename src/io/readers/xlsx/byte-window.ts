import { PartFault } from './fault.js';

/** Zero bytes after the data, so that looking ahead needs no bounds check: a zero is never what is expected. */
const PADDING = 64;

/** The bytes not yet used of a stream of chunks, always in one piece. */
export class ByteWindow {
  readonly #limit: number;
  buf: Buffer = Buffer.alloc(1 << 19);
  /** First byte not yet used; moved on by the owner. */
  start = 0;
  end = 0;

  /** `limit`: most bytes that may wait for the rest of their row. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a chunk. Throws PartFault `bomb` when what waits has grown past the limit. */
  append(chunk: Buffer): void {
    const pending = this.end - this.start;
    if (pending > this.#limit) throw new PartFault('bomb', `more than ${pending} bytes without an end`);
    const needed = pending + chunk.length + PADDING;
    const target = needed > this.buf.length ? Buffer.alloc(needed * 2) : this.buf;
    this.buf.copy(target, 0, this.start, this.end);
    chunk.copy(target, pending);
    this.buf = target;
    this.start = 0;
    this.end = pending + chunk.length;
    target.fill(0, this.end, this.end + PADDING);
  }

  /** Whether `needle` stands in the last `count` bytes or across their edge. */
  newBytesHold(needle: Buffer, count: number): boolean {
    const at = this.buf.indexOf(needle, Math.max(this.start, this.end - count - needle.length));
    return at >= 0 && at + needle.length <= this.end;
  }
}
