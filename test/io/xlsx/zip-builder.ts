import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip file to be made, with whatever is to be wrong about it. */
export interface ZipInput {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Sizes after the data, as streaming writers put them. */
  readonly descriptor?: boolean;
  readonly zip64?: boolean;
  /** Lies of the directory. */
  readonly crc?: number;
  readonly inflated?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Bytes that are deflated data already. */
  readonly deflated?: Uint8Array;
}

export interface ZipShape {
  readonly before?: Uint8Array;
  readonly comment?: string;
  readonly zip64End?: boolean;
}

const UTF8 = 0x800;
const MAX32 = 0xffffffff;

/** A zip file, bytes as asked for. */
export function zip(inputs: readonly ZipInput[], shape: ZipShape = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const input of inputs) {
    const data = Buffer.from(input.data as string);
    const body = Buffer.from(input.deflated ?? (input.stored === true ? data : deflateRawSync(data)));
    const name = Buffer.from(input.name);
    const crc = input.crc ?? crc32(data);
    const inflated = input.inflated ?? data.length;
    const flags = UTF8 | (input.flags ?? 0) | (input.descriptor === true ? 8 : 0);
    const method = input.method ?? (input.stored === true ? 0 : 8);
    const known = input.descriptor === true ? [0, 0, 0] : [crc, body.length, inflated];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    known.forEach((value, i) => local.writeUInt32LE(value, 14 + 4 * i));
    local.writeUInt16LE(name.length, 26);
    pieces.push(local, name, body);
    if (input.descriptor === true) pieces.push(numbers([0x08074b50, crc, body.length, inflated]));
    const extra = input.zip64 === true ? zip64Extra([inflated, body.length, offset]) : Buffer.alloc(0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(input.zip64 === true ? MAX32 : body.length, 20);
    central.writeUInt32LE(input.zip64 === true ? MAX32 : inflated, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(input.zip64 === true ? MAX32 : offset, 42);
    directory.push(central, name, extra);
    offset = pieces.reduce((sum, piece) => sum + piece.length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(shape.zip64End === true ? 0xffff : inputs.length, 8);
  end.writeUInt16LE(shape.zip64End === true ? 0xffff : inputs.length, 10);
  end.writeUInt32LE(shape.zip64End === true ? MAX32 : central.length, 12);
  end.writeUInt32LE(shape.zip64End === true ? MAX32 : offset, 16);
  const comment = Buffer.from(shape.comment ?? '');
  end.writeUInt16LE(comment.length, 20);
  const end64 = shape.zip64End === true ? zip64End(inputs.length, central.length, offset) : Buffer.alloc(0);
  return Buffer.concat([shape.before ?? Buffer.alloc(0), ...pieces, central, end64, end, comment]);
}

function numbers(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => buffer.writeUInt32LE(value, 4 * i));
  return buffer;
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return extra;
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}
