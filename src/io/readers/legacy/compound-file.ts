import { ReadFault } from '../../../tables/grid.js';

/** OLE compound file ([MS-CFB]): what .xls, .et, encrypted .xlsx, .doc and .ppt are packed in. */
export interface CompoundFile {
  /** Names of all streams, as written. */
  readonly streams: readonly string[];
  /** Content of the first stream of this name (any case); null when there is none. */
  stream(name: string): Buffer | null;
}

const FREE = 0xfffffffa; // DIFSECT 0xFFFFFFFC, FATSECT FD, ENDOFCHAIN FE, FREESECT FF lie above
const ENTRY = 128;
const MINI_CUTOFF = 4096;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** Reads the directory. Throws ReadFault `truncated` when a sector lies past the end, `corrupt` on loops or bad sizes. */
export function openCompoundFile(file: string, bytes: Buffer): CompoundFile {
  if (bytes.length < 512) throw new ReadFault('truncated', file, 'compound file header');
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new ReadFault('corrupt', file, 'sector size');
  const size = 1 << shift;
  const total = Math.ceil(bytes.length / size) - 1;

  const sector = (index: number): Buffer => {
    const start = (index + 1) * size;
    if (start >= bytes.length) throw new ReadFault('truncated', file, `sector ${index} of ${total}`);
    return bytes.subarray(start, start + size);
  };

  const fat = readFat(file, bytes, sector, total);
  const chain = (start: number, table: Uint32Array, limit: number): number[] => {
    const sectors: number[] = [];
    for (let at = start; at < FREE; at = table[at] ?? 0xffffffff) {
      sectors.push(at);
      if (sectors.length > limit) throw new ReadFault('corrupt', file, 'looped sector chain');
    }
    return sectors;
  };
  const regular = (start: number, length: number): Buffer => {
    const parts = chain(start, fat, total + 1).map(sector);
    return cut(file, Buffer.concat(parts), length);
  };

  const entries = readDirectory(regular(bytes.readUInt32LE(48), -1));
  const root = entries.find((entry) => entry.type === 5);
  let mini: { readonly table: Uint32Array; readonly data: Buffer } | null = null;
  const miniStream = (start: number, length: number): Buffer => {
    mini ??= {
      table: toUint32(regular(bytes.readUInt32LE(60), -1)),
      data: root === undefined ? Buffer.alloc(0) : regular(root.start, -1),
    };
    const { table, data } = mini;
    const parts = chain(start, table, table.length).map((index) => data.subarray(index * 64, index * 64 + 64));
    return cut(file, Buffer.concat(parts), length);
  };

  return {
    streams: entries.filter((entry) => entry.type === 2).map((entry) => entry.name),
    stream: (name) => {
      const wanted = name.toLowerCase();
      const entry = entries.find((candidate) => candidate.type === 2 && candidate.name.toLowerCase() === wanted);
      if (entry === undefined) return null;
      if (entry.size > bytes.length) throw new ReadFault('truncated', file, `stream ${name}`);
      if (entry.size === 0) return Buffer.alloc(0);
      return entry.size < MINI_CUTOFF ? miniStream(entry.start, entry.size) : regular(entry.start, entry.size);
    },
  };
}

/** A last sector may be short; a whole missing one may not. */
function cut(file: string, data: Buffer, length: number): Buffer {
  if (length < 0) return data;
  if (data.length < length)
    throw new ReadFault('truncated', file, `stream of ${data.length} instead of ${length} bytes`);
  return data.subarray(0, length);
}

function readFat(file: string, bytes: Buffer, sector: (index: number) => Buffer, total: number): Uint32Array {
  const perSector = sector(0).length >> 2;
  const count = bytes.readUInt32LE(44);
  if (count > total + 1) throw new ReadFault('truncated', file, `${count} allocation sectors in ${total}`);
  const places: number[] = [];
  for (let i = 0; i < 109; i++) places.push(bytes.readUInt32LE(76 + i * 4));
  let next = bytes.readUInt32LE(68);
  for (let seen = 0; next < FREE && places.length < count; seen++) {
    if (seen > total) throw new ReadFault('corrupt', file, 'looped allocation list');
    const list = toUint32(sector(next));
    places.push(...list.subarray(0, list.length - 1));
    next = list[list.length - 1] ?? 0xffffffff;
  }
  const fat = new Uint32Array(count * perSector).fill(0xffffffff);
  places.slice(0, count).forEach((place, index) => {
    if (place < FREE) fat.set(toUint32(sector(place)), index * perSector);
  });
  return fat;
}

function toUint32(data: Buffer): Uint32Array {
  const numbers = new Uint32Array(data.length >> 2);
  for (let i = 0; i < numbers.length; i++) numbers[i] = data.readUInt32LE(i * 4);
  return numbers;
}

function readDirectory(data: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= data.length; at += ENTRY) {
    const nameBytes = Math.min(64, data.readUInt16LE(at + 64));
    const type = data.readUInt8(at + 66);
    if (type !== 2 && type !== 5) continue;
    entries.push({
      name: data.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
      type,
      start: data.readUInt32LE(at + 116),
      size: data.readUInt32LE(at + 120),
    });
  }
  return entries;
}
