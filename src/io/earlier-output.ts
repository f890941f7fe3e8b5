import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CsvRecord, readOwnCsv } from './own-csv.js';
import { isFolder } from './roster-folder.js';

/** What a path given as an earlier month holds. */
export type EarlierOutput =
  | {
      readonly kind: 'problems' | 'flags';
      readonly file: string;
      readonly rows: readonly CsvRecord[];
      /** The month's monitor.xlsx, in which officials may have written. */
      readonly lists: string | null;
    }
  | { readonly kind: 'roster'; readonly file: string };

/**
 * Looks at a path: an output folder of `monitor` or `run` (its problems.csv, else its flags.csv), such a file itself, or
 * anything else, which is a roster. Rejects with the system's error when a file cannot be read.
 */
export async function earlierOutput(path: string): Promise<EarlierOutput> {
  if (isFolder(path)) {
    for (const kind of ['problems', 'flags'] as const) {
      const file = join(path, `${kind}.csv`);
      const lists = join(path, 'monitor.xlsx');
      if (existsSync(file))
        return { kind, file, rows: await readOwnCsv(file), lists: existsSync(lists) ? lists : null };
    }
    return { kind: 'roster', file: path };
  }
  const first = await firstBytes(path);
  if (/^\uFEFF?problem_id,period,/.test(first))
    return { kind: 'problems', file: path, rows: await readOwnCsv(path), lists: null };
  if (/^\uFEFF?flag,status,household_id,/.test(first)) {
    const beside = join(dirname(path), 'problems.csv');
    if (basename(path) === 'flags.csv' && existsSync(beside))
      return { kind: 'problems', file: beside, rows: await readOwnCsv(beside), lists: null };
    return { kind: 'flags', file: path, rows: await readOwnCsv(path), lists: null };
  }
  return { kind: 'roster', file: path };
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
