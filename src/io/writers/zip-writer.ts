import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** 1980-01-01, the first day a zip can name: the same content gives the same bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
/** Room kept in each local header for the zip64 sizes: Microsoft's packaging growth hint, which readers skip. */
const GROWTH_HINT = 0xa220;
const EXTRA_LENGTH = 20;
const ZIP64_EXTRA = 0x0001;
const LIMIT_32 = 0xffffffff;
/** Level 4 packs a million rows in half the time of level 6 for a tenth more bytes (spreadsheet-engines.md §3). */
const LEVEL = 4;
const PIECE = 256 * 1024;

/** An entry of another zip file, as it lies there. */
export interface PackedEntry {
  /** 0 stored, 8 deflate. */
  readonly method: number;
  readonly crc: number;
  /** Bytes packed and unpacked. */
  readonly packed: number;
  readonly size: number;
}

interface Entry extends PackedEntry {
  readonly name: Buffer;
  readonly offset: number;
}

export interface ZipOptions {
  /** Sizes and offsets from this on are written as zip64; lowered by tests only. */
  readonly zip64From?: number;
}

/**
 * Writes a zip file entry by entry with flat memory. Sizes and checksum are put into the local header after the content
 * (no data descriptors, which some readers refuse). The checksum comes from zlib's own gzip trailer, so that no byte is
 * gone through twice.
 */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #zip64From: number;
  readonly #entries: Entry[] = [];
  #position = 0;

  private constructor(file: FileHandle, zip64From: number) {
    this.#file = file;
    this.#zip64From = zip64From;
  }

  /** Creates or overwrites `path`. Rejects with the system's error when it cannot be written. */
  static async create(path: string, options: ZipOptions = {}): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w'), options.zip64From ?? LIMIT_32);
  }

  /** Adds one deflated entry. `chunks` is consumed as fast as it can be written, a few pieces ahead at most. */
  async add(name: string, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
    const offset = this.#position;
    const nameBytes = Buffer.from(name, 'utf8');
    const start = offset + 30 + nameBytes.length + EXTRA_LENGTH;
    this.#position = start;

    let head = GZIP_HEADER;
    let held: Buffer = Buffer.alloc(0);
    let size = 0;
    const counted = (async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        size += chunk.length;
        yield chunk;
      }
    })();
    await pipeline(
      Readable.from(counted, { highWaterMark: 2 }),
      createGzip({ level: LEVEL, chunkSize: PIECE }),
      async (packed: AsyncIterable<Buffer>) => {
        for await (const piece of packed) {
          const skipped = Math.min(head, piece.length);
          head -= skipped;
          held = held.length === 0 ? piece.subarray(skipped) : Buffer.concat([held, piece.subarray(skipped)]);
          if (held.length <= GZIP_TRAILER) continue;
          const ready = held.subarray(0, held.length - GZIP_TRAILER);
          held = Buffer.from(held.subarray(held.length - GZIP_TRAILER));
          await this.#append(ready);
        }
      },
    );
    if (held.length !== GZIP_TRAILER) throw new Error(`deflate of ${name} ended early`);
    await this.#enter({
      name: nameBytes,
      offset,
      method: DEFLATED,
      crc: held.readUInt32LE(0),
      packed: this.#position - start,
      size,
    });
  }

  /** Adds an entry whose bytes are packed already, byte for byte. Throws RangeError when they are not `packed` bytes. */
  async copy(name: string, entry: PackedEntry, bytes: AsyncIterable<Buffer>): Promise<void> {
    const offset = this.#position;
    const nameBytes = Buffer.from(name, 'utf8');
    const start = offset + 30 + nameBytes.length + EXTRA_LENGTH;
    this.#position = start;
    for await (const piece of bytes) await this.#append(piece);
    if (this.#position - start !== entry.packed) throw new RangeError(`${name}: not ${entry.packed} bytes`);
    const { method, crc, packed, size } = entry;
    await this.#enter({ name: nameBytes, offset, method, crc, packed, size });
  }

  /** Writes the directory and closes the file; everything is on disk when it resolves. */
  async finish(): Promise<void> {
    const directory = this.#position;
    for (const entry of this.#entries) await this.#append(this.#directoryRecord(entry));
    await this.#append(this.#endRecords(directory, this.#position - directory));
    await this.#file.sync();
    await this.#file.close();
  }

  /** Closes the file after a failure; what was written is no valid zip and is the caller's to remove. */
  async abort(): Promise<void> {
    await this.#file.close();
  }

  async #enter(entry: Entry): Promise<void> {
    await this.#writeAll(this.#localHeader(entry), entry.offset);
    this.#entries.push(entry);
  }

  async #append(bytes: Buffer): Promise<void> {
    await this.#writeAll(bytes, this.#position);
    this.#position += bytes.length;
  }

  async #writeAll(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }

  #isBig(value: number): boolean {
    return value >= this.#zip64From;
  }

  #localHeader(entry: Entry): Buffer {
    const big = this.#isBig(entry.size) || this.#isBig(entry.packed);
    const header = Buffer.alloc(30 + entry.name.length + EXTRA_LENGTH);
    header.writeUInt32LE(0x04034b50, 0);
    writeCommon(header, 4, entry, big);
    header.writeUInt16LE(EXTRA_LENGTH, 28);
    entry.name.copy(header, 30);
    const extra = 30 + entry.name.length;
    if (big) {
      header.writeUInt16LE(ZIP64_EXTRA, extra);
      header.writeUInt16LE(16, extra + 2);
      header.writeBigUInt64LE(BigInt(entry.size), extra + 4);
      header.writeBigUInt64LE(BigInt(entry.packed), extra + 12);
    } else {
      header.writeUInt16LE(GROWTH_HINT, extra);
      header.writeUInt16LE(EXTRA_LENGTH - 4, extra + 2);
      header.writeUInt16LE(0xa028, extra + 4);
    }
    return header;
  }

  #directoryRecord(entry: Entry): Buffer {
    const bigSize = this.#isBig(entry.size) || this.#isBig(entry.packed);
    const bigOffset = this.#isBig(entry.offset);
    const values = [...(bigSize ? [entry.size, entry.packed] : []), ...(bigOffset ? [entry.offset] : [])];
    const extraLength = values.length === 0 ? 0 : 4 + values.length * 8;
    const record = Buffer.alloc(46 + entry.name.length + extraLength);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(45, 4);
    writeCommon(record, 6, entry, bigSize);
    record.writeUInt16LE(extraLength, 30);
    record.writeUInt32LE(bigOffset ? LIMIT_32 : entry.offset, 42);
    entry.name.copy(record, 46);
    let at = 46 + entry.name.length;
    if (values.length > 0) {
      record.writeUInt16LE(ZIP64_EXTRA, at);
      record.writeUInt16LE(values.length * 8, at + 2);
      at += 4;
      for (const value of values) at = record.writeBigUInt64LE(BigInt(value), at);
    }
    return record;
  }

  #endRecords(offset: number, length: number): Buffer {
    const count = this.#entries.length;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    const big = this.#isBig(offset) || this.#isBig(length) || count >= 0xffff;
    end.writeUInt16LE(big ? 0xffff : count, 8);
    end.writeUInt16LE(big ? 0xffff : count, 10);
    end.writeUInt32LE(big ? LIMIT_32 : length, 12);
    end.writeUInt32LE(big ? LIMIT_32 : offset, 16);
    if (!big) return end;
    const end64 = Buffer.alloc(56 + 20);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeUInt16LE(45, 12);
    end64.writeUInt16LE(45, 14);
    end64.writeBigUInt64LE(BigInt(count), 24);
    end64.writeBigUInt64LE(BigInt(count), 32);
    end64.writeBigUInt64LE(BigInt(length), 40);
    end64.writeBigUInt64LE(BigInt(offset), 48);
    end64.writeUInt32LE(0x07064b50, 56);
    end64.writeBigUInt64LE(BigInt(offset + length), 64);
    end64.writeUInt32LE(1, 72);
    return Buffer.concat([end64, end]);
  }
}

/** The fields that local header and directory record share, from "version needed" to "name length". */
function writeCommon(target: Buffer, at: number, entry: Entry, big: boolean): void {
  target.writeUInt16LE(big ? 45 : 20, at);
  target.writeUInt16LE(UTF8_NAMES, at + 2);
  target.writeUInt16LE(entry.method, at + 4);
  target.writeUInt16LE(0, at + 6);
  target.writeUInt16LE(DOS_DATE, at + 8);
  target.writeUInt32LE(entry.crc, at + 10);
  target.writeUInt32LE(big ? LIMIT_32 : entry.packed, at + 14);
  target.writeUInt32LE(big ? LIMIT_32 : entry.size, at + 18);
  target.writeUInt16LE(entry.name.length, at + 22);
}
