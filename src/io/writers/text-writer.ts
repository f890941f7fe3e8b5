import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const CHUNK = 256 * 1024;

/** What was written, for the receipt. */
export interface WrittenFile {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes pieces of text to `path` as they come, flat in memory, and gives hash and size. `encode` turns text into bytes
 * (UTF-8 when left out). Rejects with the system's error; the file is then incomplete and the caller's to remove.
 */
export async function writeText(
  path: string,
  pieces: Iterable<string>,
  encode: ((text: string) => Buffer) | null = null,
): Promise<WrittenFile> {
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  const flush = async (buffer: Buffer): Promise<void> => {
    hash.update(buffer);
    bytes += buffer.length;
    for (let done = 0; done < buffer.length; )
      done += (await file.write(buffer, done, buffer.length - done)).bytesWritten;
  };
  try {
    for (const chunk of encode === null ? utf8Chunks(pieces) : encodedChunks(pieces, encode)) await flush(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Bytes of the pieces, a chunk at a time in the same buffer. Each piece is encoded when it comes: pieces that wait in
 * memory for their chunk to fill are what the garbage collector copies most.
 */
function* utf8Chunks(pieces: Iterable<string>): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let size = 0;
  for (const piece of pieces) {
    // UTF-8 needs three bytes at most for a UTF-16 unit.
    const most = piece.length * 3;
    if (most > CHUNK - size && size > 0) {
      yield buffer.subarray(0, size);
      size = 0;
    }
    if (most > CHUNK) yield Buffer.from(piece, 'utf8');
    else size += buffer.write(piece, size, 'utf8');
  }
  if (size > 0) yield buffer.subarray(0, size);
}

function* encodedChunks(pieces: Iterable<string>, encode: (text: string) => Buffer): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield encode(text);
    text = '';
  }
  yield encode(text);
}
