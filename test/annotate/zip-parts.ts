import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Parts of a zip file by name, by another road than the program's. */
export function partsOf(path: string): Map<string, Buffer> {
  const data = readFileSync(path);
  let end = data.length - 22;
  while (data.readUInt32LE(end) !== 0x06054b50) end--;
  const parts = new Map<string, Buffer>();
  let at = data.readUInt32LE(end + 16);
  for (let count = data.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = data.readUInt16LE(at + 28);
    const name = data
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '');
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
    parts.set(name, data.readUInt16LE(at + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed));
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return parts;
}
