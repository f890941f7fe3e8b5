import type { ByteSource } from './byte-source.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';

/** One entry of the zip directory. */
export interface ZipEntry {
  /** As stored, back slashes turned and leading slashes dropped. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflate; others are not readable. */
  readonly method: number;
  readonly crc: number;
  readonly deflated: number;
  readonly inflated: number;
  /** Of the local header. */
  readonly offset: number;
}

/** The directory: parts by name. Part names are compared without regard to ASCII case (ECMA-376 part 2 §6.2.2.3). */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Throws PartFault `corrupt` when two entries share the name: no telling which one other programs show. */
  find(name: string): ZipEntry | undefined;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const CENTRAL_BYTES = 46;

/**
 * Reads the central directory (APPNOTE 6.3.10 §4.3, zip64 included).
 * Throws PartFault `truncated` (no directory), `corrupt`, `bomb` (too many entries), `unsupported` (several disks).
 */
export async function readDirectory(source: ByteSource, limits: XlsxLimits): Promise<ZipDirectory> {
  if (source.size === 0) throw new PartFault('empty', 'no bytes');
  const tailStart = Math.max(0, source.size - END_BYTES - 0xffff - LOCATOR_BYTES);
  const tail = await source.read(tailStart, source.size - tailStart);
  const at = endRecord(tail);
  if (at < 0) throw await withoutDirectory(source);
  let disk = tail.readUInt16LE(at + 4);
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  let endOfDirectory = tailStart + at;
  const locator = at - LOCATOR_BYTES;
  if (locator >= 0 && tail.readUInt32LE(locator) === END64_LOCATOR) {
    const position = Number(tail.readBigUInt64LE(locator + 8));
    const record = await source.read(position, 56);
    if (record.readUInt32LE(0) !== END64) throw new PartFault('corrupt', 'zip64 end record');
    disk = record.readUInt32LE(16);
    count = Number(record.readBigUInt64LE(32));
    size = Number(record.readBigUInt64LE(40));
    offset = Number(record.readBigUInt64LE(48));
    endOfDirectory = position;
  }
  if (disk !== 0) throw new PartFault('unsupported', 'a zip file over several disks');
  if (count > limits.entries || size > limits.smallPartBytes) throw new PartFault('bomb', `${count} zip entries`);
  if (offset + size > endOfDirectory) throw new PartFault('corrupt', 'zip directory lies past its end record');
  // Bytes put before the archive shift all its offsets by as much.
  const shift = endOfDirectory - size - offset;
  return indexed(parseEntries(await source.read(offset + shift, size), count, shift));
}

function endRecord(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) <= tail.length) return at;
  }
  return -1;
}

async function withoutDirectory(source: ByteSource): Promise<PartFault> {
  const head = await source.read(0, Math.min(4, source.size));
  return head.length === 4 && head.readUInt32LE(0) === LOCAL
    ? new PartFault('truncated', 'the zip directory at the end is missing')
    : new PartFault('unknown-format', 'not a zip file');
}

function parseEntries(data: Buffer, count: number, shift: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > data.length || data.readUInt32LE(at) !== CENTRAL) {
      throw new PartFault('corrupt', `zip directory entry ${i + 1} of ${count}`);
    }
    const nameLength = data.readUInt16LE(at + 28);
    const extraLength = data.readUInt16LE(at + 30);
    const next = at + CENTRAL_BYTES + nameLength + extraLength + data.readUInt16LE(at + 32);
    if (next > data.length) throw new PartFault('corrupt', `zip directory entry ${i + 1} of ${count}`);
    const extra = data.subarray(at + CENTRAL_BYTES + nameLength, at + CENTRAL_BYTES + nameLength + extraLength);
    const sizes = zip64Sizes(extra, [
      data.readUInt32LE(at + 24),
      data.readUInt32LE(at + 20),
      data.readUInt32LE(at + 42),
    ]);
    entries.push({
      name: partName(data.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength)),
      encrypted: (data.readUInt16LE(at + 8) & 1) !== 0,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      inflated: sizes[0],
      deflated: sizes[1],
      offset: sizes[2] + shift,
    });
    at = next;
  }
  return entries;
}

/** Replaces what stands at 0xFFFFFFFF by the values of the zip64 extra field, which holds only those, in this order. */
function zip64Sizes(extra: Buffer, values: [number, number, number]): [number, number, number] {
  if (!values.includes(0xffffffff)) return values;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    const end = Math.min(extra.length, field + extra.readUInt16LE(at + 2));
    const next = (value: number): number => {
      if (value !== 0xffffffff) return value;
      if (field + 8 > end) throw new PartFault('corrupt', 'zip64 sizes');
      field += 8;
      return Number(extra.readBigUInt64LE(field - 8));
    };
    return [next(values[0]), next(values[1]), next(values[2])];
  }
  return values;
}

function partName(stored: string): string {
  return stored.replaceAll('\\', '/').replace(/^\/+/, '');
}

function indexed(entries: readonly ZipEntry[]): ZipDirectory {
  const byName = new Map<string, ZipEntry>();
  const doubled = new Set<string>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (byName.has(key)) doubled.add(key);
    else byName.set(key, entry);
  }
  return {
    entries,
    find: (name) => {
      const key = name.toLowerCase();
      if (doubled.has(key)) throw new PartFault('corrupt', `two parts are called ${name}`);
      return byName.get(key);
    },
  };
}
