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
  encode: (text: string) => Buffer = (text) => Buffer.from(text, 'utf8'),
): Promise<WrittenFile> {
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  const flush = async (text: string): Promise<void> => {
    const buffer = encode(text);
    hash.update(buffer);
    bytes += buffer.length;
    for (let done = 0; done < buffer.length; )
      done += (await file.write(buffer, done, buffer.length - done)).bytesWritten;
  };
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < CHUNK) continue;
      await flush(text);
      text = '';
    }
    await flush(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}
