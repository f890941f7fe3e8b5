import type { DuplexOptions } from 'node:stream';
import { createInflateRaw, type ZlibOptions } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { crc32 } from './crc32.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import type { ZipEntry } from './zip-directory.js';

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** Inflating in chunks of 256 KiB takes a third of the time of Node's default of 16 KiB. */
const CHUNK = 1 << 18;
/** The stream options are zlib's as well, which its types leave out: a few chunks are inflated ahead of the reader. */
const INFLATE: ZlibOptions & DuplexOptions = { chunkSize: CHUNK, readableHighWaterMark: 4 * CHUNK };

export interface PartOptions {
  /** Most inflated bytes. */
  readonly limit: number;
  /** Whether CRC-32 is compared; off when the same bytes were proved before. */
  readonly verify: boolean;
}

/**
 * The inflated bytes of one entry, in chunks. At the end size and checksum have been compared with the directory.
 * Leaving the loop early frees everything. Throws PartFault `bomb`, `corrupt`, `checksum`, `encrypted`, `unsupported`.
 */
export async function* partChunks(
  source: ByteSource,
  entry: ZipEntry,
  limits: XlsxLimits,
  options: PartOptions,
): AsyncGenerator<Buffer> {
  refuseBomb(entry, entry.inflated, options.limit, limits);
  const start = await dataStart(source, entry);
  const chunks = entry.method === 0 ? stored(source, start, entry) : inflated(source, start, entry);
  let size = 0;
  let crc = 0;
  let overrun = false;
  for await (const chunk of chunks) {
    size += chunk.length;
    refuseBomb(entry, size, options.limit, limits);
    // Past the declared size nothing is handed on; counting goes on to tell a bomb from damage.
    overrun ||= size > entry.inflated;
    if (overrun && size > entry.inflated + limits.ratioFrom) throw new PartFault('bomb', tooLarge(entry, size));
    if (overrun) continue;
    if (options.verify) crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.inflated) {
    throw new PartFault('corrupt', `${entry.name}: ${size} bytes instead of ${entry.inflated}`);
  }
  if (options.verify && crc !== entry.crc) throw new PartFault('checksum', entry.name);
}

/** A part as one buffer. */
export async function wholePart(source: ByteSource, entry: ZipEntry, limits: XlsxLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const options = { limit: limits.smallPartBytes, verify: true };
  for await (const chunk of partChunks(source, entry, limits, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The bytes of an entry as they lie in the file, packed. Throws PartFault `encrypted`, `unsupported`, `truncated`. */
export async function* packedChunks(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer> {
  yield* stored(source, await dataStart(source, entry), entry);
}

function refuseBomb(entry: ZipEntry, size: number, limit: number, limits: XlsxLimits): void {
  const swollen = size > limits.ratioFrom && size > limits.ratio * Math.max(1, entry.deflated);
  if (size > limit || swollen) throw new PartFault('bomb', tooLarge(entry, size));
}

function tooLarge(entry: ZipEntry, size: number): string {
  return `${entry.name}: ${size} bytes from ${entry.deflated}`;
}

async function dataStart(source: ByteSource, entry: ZipEntry): Promise<number> {
  if (entry.encrypted) throw new PartFault('encrypted', entry.name);
  if (entry.method !== 0 && entry.method !== 8) {
    throw new PartFault('unsupported', `${entry.name}: zip method ${entry.method}`);
  }
  const header = await source.read(entry.offset, LOCAL_BYTES);
  if (header.readUInt32LE(0) !== LOCAL) throw new PartFault('corrupt', `${entry.name}: no local header`);
  const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.deflated > source.size) throw new PartFault('truncated', entry.name);
  return start;
}

async function* stored(source: ByteSource, start: number, entry: ZipEntry): AsyncGenerator<Buffer> {
  for (let at = 0; at < entry.deflated; at += CHUNK) {
    yield await source.read(start + at, Math.min(CHUNK, entry.deflated - at));
  }
}

async function* inflated(source: ByteSource, start: number, entry: ZipEntry): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw(INFLATE);
  const closed = new Promise<void>((resolve) => inflate.once('close', () => resolve()));
  const feeding = feed(inflate, stored(source, start, entry), closed);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new PartFault('corrupt', `${entry.name}: ${error.message}`);
    }
    throw error;
  } finally {
    inflate.destroy();
    await feeding;
  }
}

/** Writes the deflated bytes as fast as they are taken; a failure to read them ends the inflating with its error. */
async function feed(
  inflate: ReturnType<typeof createInflateRaw>,
  bytes: AsyncGenerator<Buffer>,
  closed: Promise<void>,
): Promise<void> {
  try {
    for await (const piece of bytes) {
      if (inflate.destroyed || inflate.writableEnded) return;
      // After an error or an early end the stream closes without calling back.
      await Promise.race([new Promise<void>((resolve) => inflate.write(piece, () => resolve())), closed]);
    }
    if (!inflate.destroyed) inflate.end();
  } catch (error) {
    inflate.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
