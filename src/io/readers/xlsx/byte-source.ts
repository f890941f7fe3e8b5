import { open } from 'node:fs/promises';
import { asReadFault } from '../source-file.js';
import { PartFault } from './fault.js';

/** Random access to the bytes of one file. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `position`. Throws PartFault `truncated` when there are not that many. */
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a file; throws ReadFault `missing`, `no-permission` … when that fails. */
export async function fileSource(path: string): Promise<ByteSource> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      return {
        size,
        read: async (position, length) => {
          if (position < 0 || position + length > size) throw outside(position, length, size);
          const buffer = Buffer.allocUnsafe(length);
          for (let filled = 0; filled < length; ) {
            const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
            if (bytesRead === 0) throw new PartFault('truncated', 'the file became shorter while it was read');
            filled += bytesRead;
          }
          return buffer;
        },
        close: () => handle.close(),
      };
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    throw asReadFault(error, path);
  }
}

/** The same over bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: (position, length) =>
      position < 0 || position + length > buffer.length
        ? Promise.reject(outside(position, length, buffer.length))
        : Promise.resolve(buffer.subarray(position, position + length)),
    close: () => Promise.resolve(),
  };
}

function outside(position: number, length: number, size: number): PartFault {
  return new PartFault('truncated', `bytes ${position}–${position + length} of a file of ${size} bytes`);
}
