/**
 * A Windows program without its signature, which no longer holds once something is added: the entry of the certificate
 * table is emptied and the table, which stands last, cut off. Throws RangeError for anything but a 64-bit program.
 */
export function withoutSignature(bytes) {
  const header = bytes.readUInt32LE(0x3c);
  const optional = header + 24;
  if (bytes.readUInt32LE(header) !== 0x4550 || bytes.readUInt16LE(optional) !== 0x20b)
    throw new RangeError('not a 64-bit Windows program');
  const entry = optional + 112 + 4 * 8;
  const start = bytes.readUInt32LE(entry);
  if (start === 0) return bytes;
  bytes.writeBigUInt64LE(0n, entry);
  return bytes.subarray(0, start);
}
