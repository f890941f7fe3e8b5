import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01, the first day a zip can name: the same content gives the same bytes. */
const DAY = 0x21;
const UTF8_NAMES = 0x0800;
const UNIX = 3 << 8;

/** A zip of a few files that keeps the permission to run. `files`: name, content (Buffer), mode. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, mode } of files) {
    const label = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(UTF8_NAMES, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(DAY, 8);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(label.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, UNIX >> 8]), about, tail, label);
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), about, label, packed);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
