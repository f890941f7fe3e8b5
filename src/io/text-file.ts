import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeOutputs } from './output-folder.js';

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

/** Writes a text file whole, over an old one of that name. Throws OutputFault; an interruption leaves nothing behind. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  await writeOutputs(dirname(path), (temporary) => writeFile(join(temporary, basename(path)), text, 'utf8'));
}

/** Writes any file whole, over an old one of that name. Throws OutputFault. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  await writeOutputs(dirname(path), (temporary) => writeFile(join(temporary, basename(path)), bytes));
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
