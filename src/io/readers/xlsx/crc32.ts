import * as zlib from 'node:zlib';

/** Table of CRC-32 (ISO 3309, the polynomial of zip). */
const TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** CRC-32 by table, for a Node.js before 20.15 that has none of its own. */
export function crc32ByTable(data: Uint8Array, previous: number): number {
  let crc = ~previous;
  for (const byte of data) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] as number);
  return ~crc >>> 0;
}

const native = (zlib as { crc32?: (data: Uint8Array, previous: number) => number }).crc32;

/** CRC-32 of `data`, going on from `previous` (0 at the start). */
export const crc32: (data: Uint8Array, previous: number) => number = native ?? crc32ByTable;
