import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { asOutputFault } from './output-folder.js';

/** The text of a UTF-8 file, or null when there is no such file. Throws the system's error for anything else. */
export async function readTextIfExists(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The lines of a UTF-8 file, one at a time: traces of a million payees do not fit in memory at once. */
export async function* readTextLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  } finally {
    input.destroy();
  }
}

/** Writes a text file whole: to a temporary file beside it, then moved over the old one. Throws OutputFault. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, text, 'utf8');
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw asOutputFault(error, path);
  }
}

/** Whether two paths lead to the same existing file. */
export async function isSameFile(left: string, right: string): Promise<boolean> {
  try {
    const [a, b] = [await stat(left), await stat(right)];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

/** Whether there is anything at the path. */
export function fileExists(path: string): boolean {
  return existsSync(path);
}
