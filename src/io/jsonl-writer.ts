import { writeText, type WrittenFile } from './writers/text-writer.js';

/**
 * Writes one JSON value a line (LF), as they come. Objects keep the order of their keys, so that the same data gives the
 * same bytes. Gives hash and size. Rejects with TypeError for a value that JSON cannot hold, or the system's error.
 */
export function writeJsonLines(path: string, values: Iterable<unknown>): Promise<WrittenFile> {
  return writeText(path, jsonLines(values));
}

/** Each value as one line of JSON. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) {
    const line: unknown = JSON.stringify(value);
    if (typeof line !== 'string') throw new TypeError('a value without JSON');
    yield `${line}\n`;
  }
}
