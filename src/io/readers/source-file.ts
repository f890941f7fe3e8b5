import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { type FileKind, ReadFault, type ReadFaultReason } from '../../tables/grid.js';

/** A file that exists, may be read and is not empty. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: number;
}

const CHUNK = 1 << 20;

/** Throws ReadFault `missing`, `directory`, `no-permission`, `empty`, or `unknown-format` for a device or a pipe. */
export async function inspectFile(path: string): Promise<SourceFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new ReadFault('directory', path);
    if (!found.isFile()) throw new ReadFault('unknown-format', path, 'not a regular file');
    await access(path, constants.R_OK);
    if (found.size === 0) throw new ReadFault('empty', path);
    return { path, bytes: found.size };
  } catch (error) {
    throw asReadFault(error, path);
  }
}

/** Gives the file's bytes in chunks of at most 1 MiB. A chunk is only valid until the next one is asked for. */
export async function* chunksOf(file: SourceFile): AsyncGenerator<Buffer> {
  const handle = await openForReading(file.path);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(1, file.bytes)));
    for (let position = 0; ; ) {
      const { bytesRead } = await readAt(handle, file.path, buffer, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** First `length` bytes, fewer when the file is shorter. */
export async function headOf(file: SourceFile, length: number): Promise<Buffer> {
  return rangeOf(file, 0, length);
}

/** Up to `length` bytes from `start`. */
export async function rangeOf(file: SourceFile, start: number, length: number): Promise<Buffer> {
  const handle = await openForReading(file.path);
  try {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, file.bytes - start)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await readAt(handle, file.path, buffer.subarray(filled), start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

/** The whole file. Throws ReadFault `too-large` when it has more than `limit` bytes. */
export async function wholeFile(file: SourceFile, limit: number, kind: FileKind): Promise<Buffer> {
  refuseLarger(file, limit, kind);
  return rangeOf(file, 0, file.bytes);
}

/** Throws ReadFault `too-large`, with the size, the limit and the kind of file for its words. */
export function refuseLarger(file: SourceFile, limit: number, kind: FileKind): void {
  if (file.bytes <= limit) return;
  throw new ReadFault('too-large', file.path, `${file.bytes} bytes; limit ${limit}`, {
    kind,
    size: inMegabytes(file.bytes, Math.ceil),
    limit: inMegabytes(limit, Math.floor),
  });
}

/** One decimal, so rounded that a size over the limit never looks like the limit. */
function inMegabytes(bytes: number, round: (value: number) => number): number {
  return round((bytes / (1 << 20)) * 10) / 10;
}

/** sha256 of the bytes, lower-case hex. */
export async function sha256Of(file: SourceFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest('hex');
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw asReadFault(error, path);
  }
}

async function readAt(
  handle: FileHandle,
  path: string,
  buffer: Buffer,
  position: number,
): Promise<{ bytesRead: number }> {
  try {
    return await handle.read(buffer, 0, buffer.length, position);
  } catch (error) {
    throw asReadFault(error, path);
  }
}

const REASONS: Readonly<Record<string, ReadFaultReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'missing',
  EISDIR: 'directory',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EBUSY: 'no-permission',
};

/** A system error while reading, in our words; a ReadFault stays what it is. */
export function asReadFault(error: unknown, path: string): ReadFault {
  if (error instanceof ReadFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason !== undefined) return new ReadFault(reason, path, code);
  return new ReadFault('corrupt', path, error instanceof Error ? error.message : String(error));
}
